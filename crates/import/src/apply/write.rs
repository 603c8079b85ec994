//! Writes the plan into the data files.

use std::collections::{BTreeMap, HashMap};

use domain::{
    Catalogue, Claim, FigureKey, IndicatorId, Snapshot,
    upload::{Choices, Reading, Severity},
};

use super::{
    ApplyError, decisions,
    files::{ALIASES, Rows, SOURCES, Writer, alias_row, figure_row, figures_file, indicator_file, source_row},
    indicator_text::{indicator_text, new_indicator_text, next_order},
    plan::{Piece, Plan, plan},
    sources::{FileSource, named, own_source},
};
use crate::DataFiles;

/// Returns the data files that change when the reading is published, each as a whole. `files` are those of the current
/// edition; `origin` names the upload in the rows that it adds (such as the file's name). Loading the files with these
/// changes yields exactly the figures that [`preview`](crate::preview) shows.
///
/// Unchanged rows keep their position and their bytes. A changed row stays in its position; new ones are appended in
/// the catalogue's order.
///
/// # Errors
/// Fails if the reading is not publishable, a source is missing, or the files are broken or do not match the current
/// edition.
pub fn apply(
    files: &DataFiles,
    reading: &Reading,
    choices: &Choices,
    current: &Snapshot,
    origin: &str,
) -> Result<DataFiles, ApplyError> {
    if !may_publish(reading) {
        return Err(ApplyError::NotPublishable);
    }
    let unnamed = reading.entries.iter().any(|entry| !named(&current.catalogue, entry));
    if unnamed && let FileSource::Unnamed(..) = own_source(&current.catalogue, choices) {
        return Err(ApplyError::NoSource);
    }
    let plan = plan(current, reading, choices, origin);
    let mut changed = DataFiles::new();
    if let Some(source) = &plan.source {
        let row = source_row(source);
        changed.insert(SOURCES.to_owned(), appended(files, SOURCES, [row])?);
    }
    if let Some(id) = plan.edited {
        let (path, after) = (
            indicator_file(plan.catalogue.indicator(id)),
            plan.catalogue.indicator(id),
        );
        let before = current.catalogue.indicators.get(usize::from(id.0));
        let text = match before {
            Some(before) => indicator_text(&path, files.get(&path), before, after)?,
            None => new_indicator_text(after, next_order(files)),
        };
        changed.insert(path, text);
    }
    if !plan.aliases.is_empty() {
        let rows = plan.aliases.iter().map(|alias| alias_row(&plan.catalogue, alias));
        changed.insert(ALIASES.to_owned(), appended(files, ALIASES, rows)?);
    }
    if let Some(text) = decisions::rewritten(files, current, &plan) {
        changed.insert(decisions::DECISIONS.to_owned(), text);
    }
    for (id, changes) in by_indicator(current, &plan) {
        let path = figures_file(plan.catalogue.indicator(id));
        let before = files.get(&path).map_or(&[][..], Vec::as_slice);
        let after = rewritten(&path, before, id, &plan.catalogue, &changes)?;
        if after != before {
            changed.insert(path, after);
        }
    }
    Ok(changed)
}

/// Returns true if a reading may be published, once reasons for its warnings are given.
fn may_publish(reading: &Reading) -> bool {
    let error = |kind: domain::upload::IssueKind| kind.severity() == Severity::Error;
    !reading.entries.is_empty() && !reading.issues.iter().any(|issue| error(issue.kind))
}

/// Returns a file with rows appended.
fn appended<const N: usize>(
    files: &DataFiles,
    path: &str,
    rows: impl IntoIterator<Item = [String; N]>,
) -> Result<Vec<u8>, ApplyError> {
    let before = files.get(path).ok_or_else(|| ApplyError::BrokenFile {
        file: path.to_owned(),
        what: "the file is missing".to_owned(),
    })?;
    let mut writer = Writer::new();
    for row in rows {
        writer.row(row);
    }
    let mut after = with_final_newline(before);
    after.extend(writer.bytes());
    Ok(after)
}

/// Returns the bytes with a line ending at the end.
fn with_final_newline(bytes: &[u8]) -> Vec<u8> {
    let mut whole = bytes.to_vec();
    if !whole.is_empty() && !whole.ends_with(b"\n") {
        whole.push(b'\n');
    }
    whole
}

/// The changes in one indicator's file.
#[derive(Default)]
struct Changes<'a> {
    /// The new pieces of a figure, and the number of its rows before.
    touched: HashMap<FigureKey, (&'a [Piece], usize)>,
    added: Vec<(&'a FigureKey, &'a [Claim])>,
}

fn by_indicator<'a>(current: &Snapshot, plan: &'a Plan) -> BTreeMap<IndicatorId, Changes<'a>> {
    let mut all: BTreeMap<IndicatorId, Changes<'a>> = BTreeMap::new();
    for (at, pieces) in &plan.touched {
        let figure = &current.figures[*at];
        let changes = all.entry(figure.key.indicator).or_default();
        changes.touched.insert(figure.key, (pieces, figure.claims.len()));
    }
    for (key, claims) in &plan.added {
        all.entry(key.indicator).or_default().added.push((key, claims));
    }
    all
}

fn rewritten(
    path: &str,
    before: &[u8],
    id: IndicatorId,
    catalogue: &Catalogue,
    changes: &Changes<'_>,
) -> Result<Vec<u8>, ApplyError> {
    let old = Rows::read(path, before, id, catalogue)?;
    let mut after = with_final_newline(old.head);
    let mut writer = Writer::new();
    if after.is_empty() {
        writer.row(domain::FIGURE_COLUMNS);
    }
    let mut original_rows: HashMap<&FigureKey, Vec<&[u8]>> = HashMap::new();
    for (key, row) in &old.rows {
        if changes.touched.contains_key(key) {
            original_rows.entry(key).or_default().push(row);
        }
    }
    let mut rows_seen: HashMap<&FigureKey, usize> = HashMap::new();
    // Pieces beyond the existing rows of a figure are appended at the end.
    let mut surplus: BTreeMap<u128, (FigureKey, &[Piece])> = BTreeMap::new();
    for (key, row) in &old.rows {
        let Some((pieces, _)) = changes.touched.get(key) else {
            after.extend(with_final_newline(row));
            continue;
        };
        let at = rows_seen.entry(key).or_default();
        match pieces.get(*at) {
            // Not always this row: an earlier one may have been removed.
            Some(Piece::Keep(claim)) => after.extend(with_final_newline(
                original_rows[key].get(*claim).copied().unwrap_or(row),
            )),
            Some(Piece::Put(claim)) => after.extend(line(catalogue, key, claim)),
            None => {}
        }
        *at += 1;
    }
    for (key, (pieces, rows)) in &changes.touched {
        if rows_seen.get(key).copied().unwrap_or(0) != *rows {
            return Err(ApplyError::BrokenFile {
                file: path.to_owned(),
                what: "the rows do not match the current edition".to_owned(),
            });
        }
        if let Some(rest) = pieces.get(*rows..).filter(|rest| !rest.is_empty()) {
            surplus.insert(super::order::order(key), (*key, rest));
        }
    }
    append_new(&mut writer, catalogue, &surplus, &changes.added);
    after.extend(writer.bytes());
    Ok(after)
}

fn row_of(catalogue: &Catalogue, key: &FigureKey, claim: &Claim) -> [String; 18] {
    figure_row(catalogue, key, claim, &catalogue.source(claim.source).slug)
}

fn line(catalogue: &Catalogue, key: &FigureKey, claim: &Claim) -> Vec<u8> {
    let mut writer = Writer::new();
    writer.row(row_of(catalogue, key, claim));
    writer.bytes()
}

fn append_new(
    writer: &mut Writer,
    catalogue: &Catalogue,
    more: &BTreeMap<u128, (FigureKey, &[Piece])>,
    added: &[(&FigureKey, &[Claim])],
) {
    for (key, pieces) in more.values() {
        for piece in *pieces {
            if let Piece::Put(claim) = piece {
                writer.row(row_of(catalogue, key, claim));
            }
        }
    }
    for (key, claims) in added {
        for claim in *claims {
            writer.row(row_of(catalogue, key, claim));
        }
    }
}
