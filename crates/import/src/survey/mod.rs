//! What a workbook holds: of which indicator and year each of its tables is, and which drafts that makes.

mod columns;
mod file_name;
mod group;
mod look;
mod split;

use domain::{
    IndicatorId, Snapshot, tidy,
    upload::{ByName, Choices, NEW_INDICATOR, Open, Outcome, Survey, SurveyTable, TableRef, Unread},
};
use spreadsheet::{Grid, Workbook};

use self::{
    group::{Becomes, Drafts},
    look::{Around, Candidate, Share},
};
use crate::{
    layout::HAND_MADE,
    names::Names,
    places::{Book, Index},
    read,
};

/// Drafts that one upload begins at most; each further table waits until its draft is asked for.
const MOST: usize = 40;

/// Finds the tables of a workbook and what they are of: by titles, headings, names of sheets and, where those say
/// nothing, by the name of the file. Tables of the same indicator and years make one draft.
///
/// `choices` are about the whole file. Choices about columns, header or rows are about one table: then there is
/// nothing to find out.
#[must_use]
pub fn survey(workbook: &Workbook, name: &str, choices: &Choices, current: &Snapshot) -> Survey {
    if let [only] = &workbook.sheets[..]
        && only.height() > HAND_MADE
    {
        return of_one_sheet(only, choices);
    }
    let names = Names::new(&current.catalogue);
    let index = Index::new(&current.catalogue.provinces);
    let around = Around {
        choices,
        current,
        names: &names,
        index: &index,
        file: file_name::named(name, &names),
    };
    let parts = parts(workbook, &index, choices);
    let candidates: Vec<Candidate<'_>> = parts.iter().map(|part| part.candidate(workbook)).collect();
    let looks = candidates.iter().enumerate();
    let looks: Vec<_> = looks
        .map(|(at, candidate)| look::look(at, candidate, &around))
        .collect();
    let mut seen = candidates.iter().zip(&looks);
    let visible = seen.any(|(candidate, look)| !candidate.grid.hidden && look.is_ok());
    let mut tables: Vec<SurveyTable> = Vec::with_capacity(candidates.len());
    let mut shares: Vec<Share> = Vec::new();
    for (candidate, look) in candidates.iter().zip(looks) {
        let (found, outcome) = match look {
            Err(why) => (Vec::new(), Outcome::Unread(why)),
            Ok(found) if candidate.grid.hidden && visible => (found, Outcome::Unread(Unread::Hidden)),
            Ok(found) if !of_sheet(candidate, choices) => (found, Outcome::Unread(Unread::OtherSheet)),
            Ok(found) => (found, Outcome::Open(Open::default())),
        };
        let used = matches!(outcome, Outcome::Open(_));
        tables.push(table(candidate, &found, outcome));
        shares.extend(found.into_iter().filter(|_| used));
    }
    let drafts = if of_one_table(choices) {
        Drafts::one(choices, shares.first())
    } else {
        group::drafts(&shares, &candidates, choices)
    };
    settle(tables, &shares, drafts, workbook, &around)
}

/// A single sheet with more rows than people fill by hand is one table, and is not read twice.
fn of_one_sheet(sheet: &Grid, choices: &Choices) -> Survey {
    let table = SurveyTable {
        table: TableRef {
            sheet: sheet.name.clone(),
            rows: None,
        },
        hidden: sheet.hidden,
        indicators: Vec::new(),
        years: Vec::new(),
        provinces: 0,
        figures: 0,
        by_name: ByName::default(),
        outcome: Outcome::Drafts(vec![0]),
    };
    Survey {
        tables: vec![table],
        drafts: vec![choices.clone()],
    }
}

/// Choices about the columns or rows of one table.
fn of_one_table(choices: &Choices) -> bool {
    choices.header.is_some()
        || choices.rows.is_some()
        || !choices.also.is_empty()
        || !choices.columns.is_empty()
        || choices.indicator.as_deref() == Some(NEW_INDICATOR)
}

fn of_sheet(candidate: &Candidate<'_>, choices: &Choices) -> bool {
    let wanted = choices.sheet.as_deref();
    wanted.is_none_or(|name| tidy(name) == tidy(&candidate.table.sheet))
}

/// A sheet, or a part of one that is a table of its own.
struct Part {
    sheet: usize,
    rows: Option<(u32, u32)>,
    grid: Option<Grid>,
}

impl Part {
    fn candidate<'a>(&'a self, workbook: &'a Workbook) -> Candidate<'a> {
        let whole = &workbook.sheets[self.sheet];
        Candidate {
            grid: self.grid.as_ref().unwrap_or(whole),
            sheet: self.sheet,
            table: TableRef {
                sheet: whole.name.clone(),
                rows: self.rows,
            },
        }
    }
}

fn parts(workbook: &Workbook, index: &Index<'_>, choices: &Choices) -> Vec<Part> {
    let mut parts = Vec::new();
    for (sheet, grid) in workbook.sheets.iter().enumerate() {
        let mut book = Book::new(index, &choices.places, false);
        let tables = split::tables(grid, &mut book);
        if tables.is_empty() {
            parts.push(Part {
                sheet,
                rows: None,
                grid: None,
            });
        }
        parts.extend(tables.into_iter().map(|(first, last)| Part {
            sheet,
            rows: Some((first, last)),
            grid: Some(grid.between(first, last)),
        }));
    }
    parts
}

fn table(candidate: &Candidate<'_>, shares: &[Share], outcome: Outcome) -> SurveyTable {
    let all = |of: &dyn Fn(&Share) -> usize| shares.iter().map(of).sum();
    let mut indicators: Vec<_> = shares.iter().flat_map(|share| share.indicators.clone()).collect();
    indicators.sort_unstable();
    indicators.dedup();
    let mut years: Vec<_> = shares.iter().flat_map(|share| share.years.clone()).collect();
    years.sort_unstable();
    years.dedup();
    SurveyTable {
        table: candidate.table.clone(),
        hidden: candidate.grid.hidden,
        indicators,
        years,
        provinces: shares.iter().map(Share::provinces).max().unwrap_or(0),
        figures: all(&|share| share.entries.len()),
        by_name: shares.first().map(|share| share.by_name).unwrap_or_default(),
        outcome,
    }
}

/// Says of each table what becomes of it.
fn settle(
    mut tables: Vec<SurveyTable>,
    shares: &[Share],
    drafts: Drafts,
    workbook: &Workbook,
    around: &Around<'_>,
) -> Survey {
    let only = only_indicator(&tables);
    for (share, becomes) in shares.iter().zip(drafts.becomes) {
        let table = &mut tables[share.table];
        table.outcome = match (
            becomes,
            std::mem::replace(&mut table.outcome, Outcome::Drafts(Vec::new())),
        ) {
            (Becomes::Draft(draft), _) if draft >= MOST => Outcome::Unread(Unread::TooMany),
            (Becomes::Draft(draft), Outcome::Drafts(mut all)) => {
                all.push(draft);
                Outcome::Drafts(all)
            }
            (Becomes::Draft(draft), _) => Outcome::Drafts(vec![draft]),
            // Other columns of it have a draft.
            (_, before @ Outcome::Drafts(_)) => before,
            (Becomes::Unread(why), _) => Outcome::Unread(why),
            (Becomes::Open(mut open), _) => {
                open.proposed = open.proposed.or(only).filter(|_| open.indicator);
                Outcome::Open(open)
            }
        };
    }
    let mut choices = drafts.choices;
    choices.truncate(MOST);
    if let [only] = &mut choices[..] {
        as_a_whole(only, workbook, around);
    }
    if choices.is_empty() && shares.len() < 2 {
        // Nothing is recognised: the one draft says why, and asks what is open.
        choices.push(around.choices.clone());
        if let Some(share) = shares.first() {
            tables[share.table].outcome = Outcome::Drafts(vec![0]);
        }
    }
    Survey {
        tables,
        drafts: choices,
    }
}

/// The indicator of all tables that one is known of.
fn only_indicator(tables: &[SurveyTable]) -> Option<IndicatorId> {
    let mut all = tables.iter().flat_map(|table| &table.indicators).copied();
    let first = all.next()?;
    all.all(|id| id == first).then_some(first)
}

/// A draft of the sheet that is read anyway need not name it.
fn as_a_whole(draft: &mut Choices, workbook: &Workbook, around: &Around<'_>) {
    if draft.rows.is_some() || !draft.also.is_empty() || !draft.columns.is_empty() || around.choices.sheet.is_some() {
        return;
    }
    let unnamed = Choices {
        sheet: None,
        ..draft.clone()
    };
    if workbook.sheets.len() == 1 {
        *draft = unnamed;
        return;
    }
    let book = |grid: &Grid| Book::new(around.index, &around.choices.places, read::is_own(grid));
    let plans: Vec<_> = workbook
        .sheets
        .iter()
        .enumerate()
        .map(|(at, grid)| {
            let book = &mut book(grid);
            read::plan(grid, at, false, &unnamed, around.names, book, around.current)
        })
        .collect();
    let taken = read::sheet_taken(workbook, &plans, &unnamed);
    let name = taken.map(|at| tidy(&workbook.sheets[at].name));
    if name == draft.sheet.as_deref().map(tidy) {
        *draft = unnamed;
    }
}
