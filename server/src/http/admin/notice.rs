//! What was just done travels in the address, so that nothing needs to be remembered:
//! `?done=published:7`. Whoever writes such an address only tells themselves a tale.

use app::admin::Notice;

use super::fields;

/// The parameter.
pub(super) const NAME: &str = "done";

/// As it stands in the address.
pub(super) fn code(notice: &Notice) -> String {
    match notice {
        Notice::Saved => "saved".into(),
        Notice::Published(edition) => format!("published:{edition}"),
        Notice::Restored(from, to) => format!("restored:{from}:{to}"),
        Notice::Discarded => "discarded".into(),
        Notice::Approved => "approved".into(),
        Notice::SameFile { draft, edition } => {
            let edition = edition.map(|n| n.to_string()).unwrap_or_default();
            format!("same:{}:{edition}", draft.as_deref().unwrap_or_default())
        }
        Notice::AccountSaved(name) => format!("account:{name}"),
        Notice::PasswordChanged => "password".into(),
        Notice::SignedOutEverywhere => "everywhere".into(),
        Notice::TokenRevoked => "revoked".into(),
    }
}

/// What an address says was done; nothing for what cannot have been written here.
pub(super) fn find(query: &str) -> Option<Notice> {
    let query = fields::query(query);
    let (word, rest) = query.get(NAME).split_once(':').unwrap_or((query.get(NAME), ""));
    Some(match word {
        "saved" => Notice::Saved,
        "published" => Notice::Published(rest.parse().ok()?),
        "restored" => {
            let (from, to) = rest.split_once(':')?;
            Notice::Restored(from.parse().ok()?, to.parse().ok()?)
        }
        "discarded" => Notice::Discarded,
        "approved" => Notice::Approved,
        "same" => {
            let (draft, edition) = rest.split_once(':')?;
            let plain = draft.len() <= 64 && draft.bytes().all(|b| b.is_ascii_alphanumeric());
            Notice::SameFile {
                draft: (plain && !draft.is_empty()).then(|| draft.to_owned()),
                edition: edition.parse().ok(),
            }
        }
        "account" if rest.chars().count() <= 60 => Notice::AccountSaved(rest.to_owned()),
        "password" => Notice::PasswordChanged,
        "everywhere" => Notice::SignedOutEverywhere,
        "revoked" => Notice::TokenRevoked,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_comes_back() {
        for notice in [
            Notice::Saved,
            Notice::Published(7),
            Notice::Restored(3, 8),
            Notice::Discarded,
            Notice::Approved,
            Notice::SameFile {
                draft: None,
                edition: None,
            },
            Notice::SameFile {
                draft: Some("0a1b".into()),
                edition: Some(4),
            },
            Notice::AccountSaved("lan:anh &=".into()),
            Notice::PasswordChanged,
            Notice::SignedOutEverywhere,
            Notice::TokenRevoked,
        ] {
            let query = format!("a=b&{NAME}={}", fields::encode(&code(&notice)));
            assert_eq!(find(&query), Some(notice), "{query}");
        }
        for other in ["", "done=", "done=published:x", "done=restored:1", "done=what"] {
            assert_eq!(find(other), None, "{other}");
        }
    }
}
