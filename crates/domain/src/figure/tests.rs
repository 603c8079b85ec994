use super::*;

fn claim(value: &str, rank: Option<u16>) -> Claim {
    let digits = value.split_once('.').map_or(0, |(_, f)| u8::try_from(f.len()).unwrap());
    Claim {
        value: value.parse().ok().map(|value| Quantity {
            value,
            digits,
            approx: None,
        }),
        of: None,
        rank,
        rank_of: Some(63),
        tier: None,
        interval: None,
        missing: value.is_empty().then_some(Missing::NotFound),
        source: SourceId(0),
        origin: String::new(),
        note: None,
    }
}

#[test]
fn sources_agree_or_conflict() {
    for (values, expected) in [
        (&["89.06", "89.6", "81"][..], None),
        (&["91.87", "91.81"], None),
        (&["91.87", "91.9"], Some(91.87)),
        (&["91.9", "91.87", ""], Some(91.87)),
        (&["91.87", "91.8"], None),
        (&["91.87", "91.88"], None),
        (&["63.3650", "63.36"], Some(63.365)),
        (&["63.3650", "63.37"], Some(63.365)),
        (&["63.3651", "63.36"], None),
        (&["87", "87.4"], Some(87.4)),
        (&["86.67", "86.67"], Some(86.67)),
    ] {
        let claims: Vec<Claim> = values.iter().map(|v| claim(v, None)).collect();
        assert_eq!(agreed_value(&claims).value(), expected, "{values:?}");
    }
    assert_eq!(
        agreed_value(&[claim("", Some(14))]),
        Observation::Missing(Missing::NotFound)
    );
}

#[test]
fn ranks_agree_or_conflict() {
    assert_eq!(
        agreed_rank(&[claim("", Some(7)), claim("", Some(8))]),
        PublishedRank::Conflict
    );
    assert_eq!(
        agreed_rank(&[claim("", Some(7)), claim("1", None), claim("", Some(7))]),
        PublishedRank::Known { rank: 7, of: Some(63) }
    );
    assert_eq!(agreed_rank(&[claim("1", None)]), PublishedRank::None);
}

#[test]
fn a_choice_resolves_the_value_and_the_rank_of_the_chosen_source() {
    let key = FigureKey {
        indicator: IndicatorId(0),
        component: ComponentId(0),
        place: Place::Nation,
        basis: ProvinceList::Before2025,
        year: Some(2016),
        as_of: None,
    };
    let figure = |claims: &[Claim], claim| {
        let reason = Text::new("Lý do", "Reason");
        Figure::decided(key, claims.to_vec(), Some(Decision { claim, reason }))
    };
    let known = |rank| PublishedRank::Known { rank, of: Some(63) };
    let both = [claim("89.06", Some(7)), claim("89.6", Some(8)), claim("81", None)];
    for (chosen, value, rank) in [
        (0, Some(89.06), known(7)),
        (1, Some(89.6), known(8)),
        (2, Some(81.0), PublishedRank::Conflict),
    ] {
        let figure = figure(&both, chosen);
        assert_eq!((figure.value.value(), figure.rank), (value, rank), "{chosen}");
        assert_eq!(figure.chosen(), Some(&both[chosen]));
        assert!(figure.disputed());
        assert_eq!(figure.conflicting(), chosen == 2, "the rank is still open");
    }
    // A claim that does not exist, and claims that do not conflict.
    for (claims, chosen) in [
        (&both[..], 3),
        (&both[..1], 0),
        (&[claim("", Some(7)), claim("", Some(7))][..], 1),
    ] {
        let figure = figure(claims, chosen);
        assert_eq!(figure, Figure::new(key, claims.to_vec()));
        assert!(figure.decision.is_none());
    }
}

#[test]
fn an_inexact_source_does_not_contradict_an_exact_one() {
    let mut inexact = claim("2000", None);
    inexact.value = inexact.value.map(|q| Quantity {
        approx: Some(Approx::Under),
        ..q
    });
    assert_eq!(
        agreed_value(&[inexact.clone(), claim("1987", None)]).value(),
        Some(1987.0)
    );
    assert!(matches!(agreed_value(&[inexact]), Observation::Known(q) if q.approx == Some(Approx::Under)));
}
