//! Claims as the data files can hold them, so that what is written is read back the same.

use domain::{
    Approx, Claim, FigureKey, Interval, Missing, ProvinceList, Provinces, Quantity, SourceId, Text, tidy, upload::Entry,
};

/// More decimals than any double tells apart.
const MOST_DIGITS: u8 = 15;

/// An entry as the files will hold it.
pub(crate) fn normal(provinces: &Provinces, entry: &Entry, source: SourceId, origin: &str) -> (FigureKey, Claim) {
    let said = &entry.claim;
    let value = said.value.and_then(plain);
    let mut claim = Claim {
        value,
        of: said.of.filter(|of| of.is_finite()),
        rank: said.rank,
        rank_of: said.rank_of,
        tier: said.tier.as_deref().map(tidy).filter(|tier| !tier.is_empty()),
        interval: said.interval.filter(finite),
        missing: reason(said, value),
        source,
        origin: match (said.origin.as_str(), origin) {
            ("", "") => String::new(),
            ("", label) => format!("{}:{}", tidy(label), entry.at.row),
            (own, _) => tidy(own),
        },
        note: said.note.as_ref().and_then(both),
    };
    let key = settle(provinces, entry.key, &mut claim);
    (key, claim)
}

/// The basis is not written down: the reader of the files works it out. Where a table's
/// basis is another one, the number ranked says so.
pub(crate) fn settle(provinces: &Provinces, key: FigureKey, claim: &mut Claim) -> FigureKey {
    let basis = |rank_of| provinces.basis(key.place, key.year, key.as_of, rank_of);
    if basis(claim.rank_of) == key.basis {
        return key;
    }
    let number = match key.basis {
        ProvinceList::Before2025 => 63,
        ProvinceList::Since2025 => 34,
    };
    if (claim.rank.is_none() || claim.rank_of.is_none()) && basis(Some(number)) == key.basis {
        claim.rank_of = Some(number);
        return key;
    }
    FigureKey {
        basis: basis(claim.rank_of),
        ..key
    }
}

/// A value as it is written: with its decimals, not more.
fn plain(said: Quantity) -> Option<Quantity> {
    let digits = said.digits.min(MOST_DIGITS);
    let value = number(said.value, digits)
        .parse()
        .ok()
        .filter(|v: &f64| v.is_finite())?;
    Some(Quantity { value, digits, ..said })
}

/// A number with so many decimals.
pub(crate) fn number(value: f64, digits: u8) -> String {
    format!("{value:.*}", usize::from(digits))
}

fn finite(interval: &Interval) -> bool {
    let error = interval.standard_error.is_none_or(f64::is_finite);
    interval.low.is_finite() && interval.high.is_finite() && error
}

/// A row must say something. Reasons that follow from a unit's dates are not written.
fn reason(said: &Claim, value: Option<Quantity>) -> Option<Missing> {
    match said.missing {
        Some(Missing::NotRanked) => Some(Missing::NotRanked),
        Some(Missing::BeforeUnit | Missing::AfterUnit) if value.is_none() => Some(Missing::NotPublished),
        Some(why) if value.is_none() => Some(why),
        None if value.is_none() && said.rank.is_none() && said.tier.is_none() => Some(Missing::NotFound),
        _ => None,
    }
}

fn both(note: &Text) -> Option<Text> {
    let (vi, en) = (tidy(&note.vi), tidy(&note.en));
    match (vi.is_empty(), en.is_empty()) {
        (true, true) => None,
        (false, true) => Some(Text::new(vi.clone(), vi)),
        (true, false) => Some(Text::new(en.clone(), en)),
        (false, false) => Some(Text::new(vi, en)),
    }
}

/// How an inexact number is written in the files.
pub(crate) const fn approx(approx: Approx) -> &'static str {
    match approx {
        Approx::About => "about",
        Approx::Over => "over",
        Approx::Under => "under",
    }
}
