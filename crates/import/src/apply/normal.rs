//! Normalises claims to what the data files can hold, so that what is written is read back unchanged.

use domain::{
    Approx, Claim, FigureKey, Interval, Missing, ProvinceList, Provinces, Quantity, SourceId, Text, tidy, upload::Entry,
};

/// More decimals than any double can distinguish.
const MAX_DIGITS: u8 = 15;

/// Returns an entry as the files will hold it.
pub(crate) fn normalise(provinces: &Provinces, entry: &Entry, source: SourceId, origin: &str) -> (FigureKey, Claim) {
    let claim_read = &entry.claim;
    let value = claim_read.value.and_then(plain);
    let mut claim = Claim {
        value,
        of: claim_read.of.filter(|of| of.is_finite()),
        rank: claim_read.rank,
        rank_of: claim_read.rank_of,
        tier: claim_read.tier.as_deref().map(tidy).filter(|tier| !tier.is_empty()),
        interval: claim_read.interval.filter(finite),
        missing: reason(claim_read, value),
        source,
        origin: match (claim_read.origin.as_str(), origin) {
            ("", "") => String::new(),
            ("", label) => format!("{}:{}", tidy(label), entry.at.row),
            (row, _) => tidy(row),
        },
        note: claim_read.note.as_ref().and_then(both),
    };
    let key = adjust_basis(provinces, entry.key, &mut claim);
    (key, claim)
}

/// Adjusts a claim so that the basis of its key can be derived. The basis is not written to the files: their reader
/// computes it. Where the basis of a table differs, the number of ranked units expresses it.
pub(crate) fn adjust_basis(provinces: &Provinces, key: FigureKey, claim: &mut Claim) -> FigureKey {
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

/// Returns a value as it is written: with its decimals, not more.
fn plain(quantity: Quantity) -> Option<Quantity> {
    let digits = quantity.digits.min(MAX_DIGITS);
    let value = number(quantity.value, digits)
        .parse()
        .ok()
        .filter(|v: &f64| v.is_finite())?;
    Some(Quantity {
        value,
        digits,
        ..quantity
    })
}

/// Formats a number with the given number of decimals.
pub(crate) fn number(value: f64, digits: u8) -> String {
    format!("{value:.*}", usize::from(digits))
}

fn finite(interval: &Interval) -> bool {
    let error = interval.standard_error.is_none_or(f64::is_finite);
    interval.low.is_finite() && interval.high.is_finite() && error
}

/// Returns the reason why a value is missing. A row must state something; reasons that follow from a unit's dates are
/// not written.
fn reason(claim: &Claim, value: Option<Quantity>) -> Option<Missing> {
    match claim.missing {
        Some(Missing::NotRanked) => Some(Missing::NotRanked),
        Some(Missing::BeforeUnit | Missing::AfterUnit) if value.is_none() => Some(Missing::NotPublished),
        Some(why) if value.is_none() => Some(why),
        None if value.is_none() && claim.rank.is_none() && claim.tier.is_none() => Some(Missing::NotFound),
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

/// Returns how an inexact number is written in the files.
pub(crate) const fn approx(approx: Approx) -> &'static str {
    match approx {
        Approx::About => "about",
        Approx::Over => "over",
        Approx::Under => "under",
    }
}
