//! The order of figures in files and lists, as a single sort key.

use domain::{AsOf, FigureKey, Place, ProvinceList};

/// Returns a sort key: indicator, year, component, place (country, regions, provinces in the catalogue's order),
/// moment, basis. Equal numbers mean equal keys. Uses at most 97 bits, so that a position fits below it
/// ([`with_position`]).
pub(crate) fn order(key: &FigureKey) -> u128 {
    let place = match key.place {
        Place::Nation => 0,
        Place::Region(id) => (1 << 16) | u128::from(id.0),
        Place::Province(id) => (2 << 16) | u128::from(id.0),
    };
    let basis = match key.basis {
        ProvinceList::Before2025 => 0,
        ProvinceList::Since2025 => 1,
    };
    let parts = [
        (u128::from(key.indicator.0), 16),
        (key.year.map_or(0, year_bits), 17),
        (u128::from(key.component.0), 16),
        (place, 18),
        (key.as_of.map_or(0, moment_bits), 29),
        (basis, 1),
    ];
    parts.into_iter().fold(0, |sum, (part, bits)| (sum << bits) | part)
}

/// Returns the order of a key with the position of its entry, so that entries can be sorted as plain numbers.
pub(crate) fn with_position(key: &FigureKey, at: usize) -> u128 {
    (order(key) << 31) | (at as u128 & 0x7fff_ffff)
}

/// Returns the position that was passed to [`with_position`].
pub(crate) fn position(packed: u128) -> usize {
    usize::try_from(packed & 0x7fff_ffff).unwrap_or(usize::MAX)
}

/// Years far outside the calendar are clamped to the same bits; no method has such years.
fn year_bits(year: i32) -> u128 {
    u128::try_from(year.saturating_add(65_536).clamp(1, 131_071)).unwrap_or(1)
}

fn moment_bits(moment: AsOf) -> u128 {
    let kind = match moment {
        AsOf::Year(_) => 0,
        AsOf::Mid(_) => 1,
        AsOf::End(_) => 2,
        AsOf::Quarter(..) => 3,
        AsOf::Month(..) => 4,
        AsOf::Day(_) => 5,
        AsOf::After(_) => 6,
        AsOf::Undated => 7,
    };
    let (year, month, day) = moment.latest_day().map_or((131_071, 15, 31), |day| {
        (year_bits(day.year()), u128::from(day.month()), u128::from(day.day()))
    });
    (((year << 4 | month) << 5 | day) << 3) | kind
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{ComponentId, IndicatorId, ProvinceId, RegionId};
    use proptest::prelude::*;

    fn key() -> impl Strategy<Value = FigureKey> {
        let place = prop_oneof![
            Just(Place::Nation),
            (0u16..3).prop_map(|id| Place::Region(RegionId(id))),
            (0u16..3).prop_map(|id| Place::Province(ProvinceId(id))),
        ];
        let moments = [
            "2021",
            "2021-mid",
            "2021-end",
            "2021-Q4",
            "2021-12",
            "2021-12-31",
            "after:2021-12-31",
        ];
        let moments: Vec<Option<AsOf>> = moments
            .iter()
            .chain(&["undated", "2020-06"])
            .map(|text| text.parse().ok())
            .chain([None])
            .collect();
        let basis = prop_oneof![Just(ProvinceList::Before2025), Just(ProvinceList::Since2025)];
        let year = prop::option::of(2019i32..2022);
        let moment = prop::sample::select(moments);
        (0u16..2, 0u16..3, place, basis, year, moment).prop_map(|(indicator, component, place, basis, year, as_of)| {
            FigureKey {
                indicator: IndicatorId(indicator),
                component: ComponentId(component),
                place,
                basis,
                year,
                as_of,
            }
        })
    }

    proptest! {
        #[test]
        fn equal_orders_are_equal_keys(a in key(), b in key(), at in 0usize..2_000_000) {
            prop_assert_eq!(a == b, order(&a) == order(&b));
            prop_assert_eq!(position(with_position(&a, at)), at);
            prop_assert_eq!(with_position(&a, at) >> 31, order(&a));
            if (a.indicator, a.year, a.component) < (b.indicator, b.year, b.component) {
                prop_assert!(order(&a) < order(&b));
            }
        }
    }
}
