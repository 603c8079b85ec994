//! Checking the store for damage.

use std::collections::BTreeMap;

use futures_util::TryStreamExt;
use sqlx::{query_as, query_scalar};

use super::super::{Backend, Db, integrity};
use super::Connection;
use crate::content::{Packed, fingerprint};
use crate::error::{Result, StoreError};
use crate::model::Fault;

/// References to bytes that are not stored: name of the referring object, and hash.
const MISSING_BLOBS: &str = "SELECT n.name, n.hash FROM (\
    SELECT 'edition/' || edition || ' ' || path AS name, hash FROM edition_files \
    UNION ALL SELECT 'upload/' || id AS name, hash FROM uploads) n \
    LEFT JOIN blobs b ON b.hash = n.hash WHERE b.hash IS NULL ORDER BY n.name";

const ORPHANS: &str = "SELECT b.hash, b.size FROM blobs b \
    WHERE NOT EXISTS (SELECT 1 FROM edition_files f WHERE f.hash = b.hash) \
    AND NOT EXISTS (SELECT 1 FROM uploads u WHERE u.hash = b.hash) ORDER BY b.hash";

/// Rows that refer to a missing row. Foreign keys prevent this unless they were disabled.
const DANGLING: &str = "\
    SELECT 'draft/' || d.id || ' names upload/' || d.upload FROM drafts d \
    LEFT JOIN uploads u ON u.id = d.upload WHERE d.upload IS NOT NULL AND u.id IS NULL \
    UNION ALL SELECT 'edition/' || e.number || ' names upload/' || e.upload FROM editions e \
    LEFT JOIN uploads u ON u.id = e.upload WHERE e.upload IS NOT NULL AND u.id IS NULL \
    UNION ALL SELECT 'edition/' || e.number || ' names draft/' || e.draft FROM editions e \
    LEFT JOIN drafts d ON d.id = e.draft WHERE e.draft IS NOT NULL AND d.id IS NULL \
    UNION ALL SELECT 'edition/' || e.number || ' restores edition/' || e.restores FROM editions e \
    LEFT JOIN editions o ON o.number = e.restores WHERE e.restores IS NOT NULL AND o.number IS NULL \
    UNION ALL SELECT 'token/' || t.id || ' names account ' || t.account FROM tokens t \
    LEFT JOIN accounts a ON a.id = t.account WHERE a.id IS NULL \
    UNION ALL SELECT 'a session names account ' || s.account FROM sessions s \
    LEFT JOIN accounts a ON a.id = s.account WHERE a.id IS NULL";

/// Drafts whose edition does not refer back to them.
const MISMATCHED_DRAFTS: &str = "\
    SELECT d.id, d.state, d.edition, e.number FROM drafts d LEFT JOIN editions e ON e.draft = d.id \
    WHERE (d.state = 'published') <> (d.edition IS NOT NULL) OR COALESCE(d.edition, 0) <> COALESCE(e.number, 0) \
    ORDER BY d.id";

impl Backend {
    pub(crate) async fn verify(&self) -> Result<Vec<Fault>> {
        let mut tx = self.snapshot().await?;
        let mut faults = Vec::new();
        for what in integrity(&mut tx).await? {
            faults.push(Fault::Database { what });
        }
        // Each check runs even if another one finds unreadable data.
        collect(&mut faults, numbers(&mut tx).await)?;
        collect(&mut faults, fingerprints(&mut tx).await)?;
        collect(&mut faults, blobs(&mut tx).await)?;
        collect(&mut faults, references(&mut tx).await)?;
        collect(&mut faults, drafts(&mut tx).await)?;
        collect(&mut faults, orphans(&mut tx).await)?;
        Ok(faults)
    }
}

/// Adds the faults of one check. Data that it could not read is a fault as well.
fn collect(faults: &mut Vec<Fault>, found: Result<Vec<Fault>>) -> Result<()> {
    match found {
        Ok(found) => faults.extend(found),
        Err(StoreError::Corrupt { what }) => faults.push(Fault::Database { what }),
        Err(other) => return Err(other),
    }
    Ok(())
}

async fn numbers(tx: &mut Connection) -> Result<Vec<Fault>> {
    let numbers: Vec<i64> = query_scalar("SELECT number FROM editions ORDER BY number")
        .fetch_all(tx)
        .await?;
    let mut faults = Vec::new();
    let mut next = 1;
    for number in numbers {
        while next < number {
            let number = u32::try_from(next).unwrap_or(u32::MAX);
            faults.push(Fault::EditionMissing { number });
            next += 1;
        }
        next = number + 1;
    }
    Ok(faults)
}

async fn fingerprints(tx: &mut Connection) -> Result<Vec<Fault>> {
    let editions: Vec<(i64, String)> = query_as("SELECT number, fingerprint FROM editions ORDER BY number")
        .fetch_all(&mut *tx)
        .await?;
    let mut faults = Vec::new();
    for (number, expected) in editions {
        let files: Vec<(String, String)> = query_as("SELECT path, hash FROM edition_files WHERE edition = $1")
            .bind(number)
            .fetch_all(&mut *tx)
            .await?;
        if fingerprint(&files.into_iter().collect::<BTreeMap<_, _>>()) != expected {
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            faults.push(Fault::Fingerprint { number });
        }
    }
    Ok(faults)
}

async fn blobs(tx: &mut Connection) -> Result<Vec<Fault>> {
    let mut faults = Vec::new();
    let mut rows =
        query_as::<Db, (String, i64, Vec<u8>)>("SELECT hash, size, packed FROM blobs ORDER BY hash").fetch(tx);
    while let Some((hash, size, bytes)) = rows.try_next().await? {
        let packed = Packed { hash, size, bytes };
        // Decompressing an upload takes a while, and the async threads also serve readers.
        let checked = tokio::task::spawn_blocking(move || packed.unpack().map_err(|_| packed.hash));
        match checked.await {
            Ok(Ok(_)) => {}
            Ok(Err(hash)) => faults.push(Fault::BlobDamaged { hash }),
            Err(error) => return Err(StoreError::Other(Box::new(error))),
        }
    }
    Ok(faults)
}

async fn references(tx: &mut Connection) -> Result<Vec<Fault>> {
    let missing: Vec<(String, String)> = query_as(MISSING_BLOBS).fetch_all(&mut *tx).await?;
    let missing = missing
        .into_iter()
        .map(|(needed_by, hash)| Fault::BlobMissing { hash, needed_by });
    let dangling: Vec<String> = query_scalar(DANGLING).fetch_all(tx).await?;
    let dangling = dangling.into_iter().map(|what| Fault::Reference { what });
    Ok(missing.chain(dangling).collect())
}

async fn drafts(tx: &mut Connection) -> Result<Vec<Fault>> {
    let rows: Vec<(String, String, Option<i64>, Option<i64>)> = query_as(MISMATCHED_DRAFTS).fetch_all(tx).await?;
    let fault = |(id, state, claimed, found): (String, String, Option<i64>, Option<i64>)| {
        let name = |number: Option<i64>| number.map_or_else(|| "no edition".to_owned(), |n| format!("edition {n}"));
        let what = format!(
            "it is {state} and names {}, but {} names it",
            name(claimed),
            name(found)
        );
        Fault::Draft { id, what }
    };
    Ok(rows.into_iter().map(fault).collect())
}

async fn orphans(tx: &mut Connection) -> Result<Vec<Fault>> {
    let rows: Vec<(String, i64)> = query_as(ORPHANS).fetch_all(tx).await?;
    let orphan = |(hash, size): (String, i64)| Fault::Orphan {
        hash,
        size: u64::try_from(size).unwrap_or(0),
    };
    Ok(rows.into_iter().map(orphan).collect())
}
