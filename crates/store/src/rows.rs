//! Database rows and their conversion into the types of the model.

use sqlx::{ColumnIndex, Decode, FromRow, Row, Type};

use crate::content::Packed;
use crate::error::{Result, StoreError};
use crate::model::{
    Account, Actor, ApiToken, AuditEntry, Credentials, Draft, Edition, EditionFile, Note, Profile, Session, SignedIn,
    Upload,
};

fn damaged(what: &str, value: impl std::fmt::Display) -> StoreError {
    StoreError::Corrupt {
        what: format!("{what} {value}"),
    }
}

/// Converts an edition number.
pub(crate) fn number(value: i64) -> Result<u32> {
    u32::try_from(value).map_err(|_| damaged("edition number", value))
}

fn size(value: i64) -> Result<u64> {
    u64::try_from(value).map_err(|_| damaged("size", value))
}

/// Defines a struct that is read from a row by column name; `flatten` reads further structs from the same row.
///
/// sqlx has a derive macro for this, but it compiles sqlx, both drivers and SQLite itself a second time for
/// the host, which adds more than a minute to every cold build.
macro_rules! row {
    (
        $visibility:vis struct $name:ident { $($field_visibility:vis $field:ident: $type:ty,)* }
        $(flatten { $($flat_visibility:vis $flat:ident: $inner:ty,)* })?
    ) => {
        $visibility struct $name {
            $($field_visibility $field: $type,)*
            $($($flat_visibility $flat: $inner,)*)?
        }

        impl<'r, R: Row> FromRow<'r, R> for $name
        where
            &'static str: ColumnIndex<R>,
            $($type: Decode<'r, R::Database> + Type<R::Database>,)*
            $($($inner: FromRow<'r, R>,)*)?
        {
            fn from_row(row: &'r R) -> sqlx::Result<Self> {
                Ok(Self {
                    $($field: row.try_get(stringify!($field))?,)*
                    $($($flat: <$inner>::from_row(row)?,)*)?
                })
            }
        }
    };
}

macro_rules! word {
    ($type:ty, $value:expr) => {
        <$type>::parse(&$value).ok_or_else(|| damaged(stringify!($type), &$value))
    };
}

row! {
    pub(crate) struct EditionRow {
        number: i64,
        published_at: i64,
        author: Option<i64>,
        author_name: String,
        kind: String,
        note_vi: String,
        note_en: String,
        upload: Option<String>,
        upload_name: Option<String>,
        upload_hash: Option<String>,
        draft: Option<String>,
        restores: Option<i64>,
        rows: i64,
        method: Option<String>,
        summary: String,
        fingerprint: String,
    }
}

impl TryFrom<EditionRow> for Edition {
    type Error = StoreError;

    fn try_from(row: EditionRow) -> Result<Self> {
        let upload = match (row.upload, row.upload_name, row.upload_hash) {
            (Some(id), Some(name), Some(hash)) => Some(EditionFile { id, name, hash }),
            (None, ..) => None,
            (Some(id), ..) => return Err(damaged("missing upload", id)),
        };
        Ok(Self {
            number: number(row.number)?,
            published_at: row.published_at,
            author: Actor {
                account: row.author,
                name: row.author_name,
            },
            kind: word!(crate::model::EditionKind, row.kind)?,
            note: Note {
                vi: row.note_vi,
                en: row.note_en,
            },
            upload,
            draft: row.draft,
            restores: row.restores.map(number).transpose()?,
            rows: size(row.rows)?,
            method: row.method,
            summary: row.summary,
            fingerprint: row.fingerprint,
        })
    }
}

row! {
    pub(crate) struct PackedRow {
        path: String,
        hash: String,
        size: i64,
        packed: Vec<u8>,
    }
}

impl From<PackedRow> for (String, Packed) {
    fn from(row: PackedRow) -> Self {
        let packed = Packed {
            hash: row.hash,
            size: row.size,
            bytes: row.packed,
        };
        (row.path, packed)
    }
}

row! {
    pub(crate) struct UploadRow {
        id: String,
        hash: String,
        name: String,
        size: i64,
        received_at: i64,
        received_by: Option<i64>,
        received_name: String,
        via: String,
    }
}

impl TryFrom<UploadRow> for Upload {
    type Error = StoreError;

    fn try_from(row: UploadRow) -> Result<Self> {
        Ok(Self {
            id: row.id,
            hash: row.hash,
            name: row.name,
            size: size(row.size)?,
            received_at: row.received_at,
            received_by: Actor {
                account: row.received_by,
                name: row.received_name,
            },
            via: word!(crate::model::Via, row.via)?,
        })
    }
}

row! {
    pub(crate) struct DraftRow {
        id: String,
        upload: Option<String>,
        kind: String,
        choices: String,
        revision: i64,
        state: String,
        base: i64,
        note: String,
        created_at: i64,
        created_by: Option<i64>,
        created_name: String,
        changed_at: i64,
        changed_by: Option<i64>,
        changed_name: String,
        approved_by: Option<i64>,
        approved_name: Option<String>,
        approved_revision: Option<i64>,
        edition: Option<i64>,
    }
}

impl TryFrom<DraftRow> for Draft {
    type Error = StoreError;

    fn try_from(row: DraftRow) -> Result<Self> {
        Ok(Self {
            id: row.id,
            upload: row.upload,
            kind: word!(crate::model::DraftKind, row.kind)?,
            choices: row.choices,
            revision: row.revision,
            state: word!(crate::model::DraftState, row.state)?,
            base: number(row.base)?,
            note: row.note,
            created_at: row.created_at,
            created_by: Actor {
                account: row.created_by,
                name: row.created_name,
            },
            changed_at: row.changed_at,
            changed_by: Actor {
                account: row.changed_by,
                name: row.changed_name,
            },
            approved_by: row.approved_name.map(|name| Actor {
                account: row.approved_by,
                name,
            }),
            approved_revision: row.approved_revision,
            edition: row.edition.map(number).transpose()?,
        })
    }
}

row! {
    pub(crate) struct ProfileRow {
        key: String,
        choices: String,
        changed_at: i64,
        changed_by: Option<i64>,
        changed_name: String,
    }
}

impl From<ProfileRow> for Profile {
    fn from(row: ProfileRow) -> Self {
        Self {
            key: row.key,
            choices: row.choices,
            changed_at: row.changed_at,
            changed_by: Actor {
                account: row.changed_by,
                name: row.changed_name,
            },
        }
    }
}

row! {
    pub(crate) struct AccountRow {
        id: i64,
        name: String,
        display_name: String,
        password: String,
        role: String,
        account_created_at: i64,
        disabled_at: Option<i64>,
        failures: i64,
        retry_at: Option<i64>,
    }
}

impl TryFrom<AccountRow> for Credentials {
    type Error = StoreError;

    fn try_from(row: AccountRow) -> Result<Self> {
        let account = Account {
            id: row.id,
            name: row.name,
            display_name: row.display_name,
            role: word!(crate::model::Role, row.role)?,
            created_at: row.account_created_at,
            disabled_at: row.disabled_at,
            failures: u32::try_from(row.failures).unwrap_or(u32::MAX),
            retry_at: row.retry_at,
        };
        Ok(Self {
            account,
            password: row.password,
        })
    }
}

impl TryFrom<AccountRow> for Account {
    type Error = StoreError;

    fn try_from(row: AccountRow) -> Result<Self> {
        Credentials::try_from(row).map(|c| c.account)
    }
}

row! {
    pub(crate) struct SignedInRow {
        created_at: i64,
        seen_at: i64,
        expires_at: i64,
    } flatten {
        account: AccountRow,
    }
}

impl TryFrom<SignedInRow> for SignedIn {
    type Error = StoreError;

    fn try_from(row: SignedInRow) -> Result<Self> {
        Ok(Self {
            session: Session {
                created_at: row.created_at,
                seen_at: row.seen_at,
                expires_at: row.expires_at,
            },
            account: row.account.try_into()?,
        })
    }
}

row! {
    pub(crate) struct TokenRow {
        token_id: String,
        account: i64,
        label: String,
        created_at: i64,
        used_at: Option<i64>,
        revoked_at: Option<i64>,
    }
}

impl From<TokenRow> for ApiToken {
    fn from(row: TokenRow) -> Self {
        Self {
            id: row.token_id,
            account: row.account,
            label: row.label,
            created_at: row.created_at,
            used_at: row.used_at,
            revoked_at: row.revoked_at,
        }
    }
}

row! {
    pub(crate) struct TokenOwnerRow {
    } flatten {
        pub(crate) token: TokenRow,
        pub(crate) account: AccountRow,
    }
}

row! {
    pub(crate) struct AuditRow {
        id: i64,
        at: i64,
        account: Option<i64>,
        who: String,
        action: String,
        subject: String,
        detail: String,
    }
}

impl From<AuditRow> for AuditEntry {
    fn from(row: AuditRow) -> Self {
        Self {
            id: row.id,
            at: row.at,
            account: row.account,
            who: row.who,
            action: row.action,
            subject: row.subject,
            detail: row.detail,
        }
    }
}

/// Converts all rows.
pub(crate) fn all<R, T: TryFrom<R>>(rows: Vec<R>) -> Result<Vec<T>>
where
    StoreError: From<T::Error>,
{
    rows.into_iter()
        .map(|row| T::try_from(row).map_err(StoreError::from))
        .collect()
}
