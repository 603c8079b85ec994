//! The guarantee of the preview: the files after publishing hold what was shown.

use std::sync::Arc;

use domain::{
    Approx, Claim, Decision, Figure, FigureKey, Interval, Missing, Place, Quantity, Snapshot, SourceId, Text,
    upload::{Choices, Counts, Entry, Kind, Mode, Reading, SourceChoice},
};
use import::{DataFiles, Fingerprint, apply, difference, preview, preview_counts};
use proptest::prelude::*;

use crate::shared::{add, choices, data_files, edition, edition_of, empty_files, indicator, new_source, reading_of};

/// Publishes as the administration pages do and checks that the result is as previewed.
fn publish(files: &DataFiles, current: &Snapshot, reading: &Reading, choices: &Choices) -> (DataFiles, Snapshot) {
    let shown = preview(current, reading, choices);
    let changed = apply(files, reading, choices, current, "pci-2017.xlsx").unwrap();
    let mut after = files.clone();
    after.extend(changed);
    let published = edition_of(&after);
    same_figures(&shown.snapshot, &published);
    let actual = difference(current, &published);
    assert_eq!(actual.changes.len(), shown.difference.changes.len());
    let print = Fingerprint::of(&published);
    assert_eq!(Fingerprint::of(&shown.snapshot).unlike(&print), None);
    let differs = Fingerprint::of(current).unlike(&print).is_some();
    assert_eq!(differs, !actual.changes.is_empty());
    let counts = preview_counts(current, reading, choices);
    let (_, counted) = counts.iter().find(|(mode, _)| *mode == choices.mode).unwrap();
    assert_eq!(*counted, shown.difference.counts);
    // Publishing it again changes nothing.
    let again = apply(&after, reading, choices, &published, "pci-2017.xlsx").unwrap();
    assert_eq!(again.keys().collect::<Vec<_>>(), Vec::<&String>::new());
    (after, published)
}

/// Asserts that two states have the same figures in the same order, apart from the original rows.
fn same_figures(one: &Snapshot, other: &Snapshot) {
    let plain = |figure: &Figure| {
        let mut figure = figure.clone();
        figure.claims.iter_mut().for_each(|claim| claim.origin.clear());
        figure
    };
    assert_eq!(one.figures.len(), other.figures.len());
    for (a, b) in one.figures.iter().zip(&other.figures) {
        assert_eq!(plain(a), plain(b));
    }
    assert_eq!(one.catalogue.sources, other.catalogue.sources);
    assert_eq!(one.catalogue.provinces.aliases(), other.catalogue.provinces.aliases());
}

fn pci(year: i32) -> Vec<Figure> {
    let id = indicator("pci");
    let figures = edition().figures.iter();
    figures
        .filter(|f| f.key.indicator == id && f.key.year == Some(year))
        .cloned()
        .collect()
}

/// Returns a file of figures whose rows do not name their source.
fn file_of(figures: &[Figure]) -> Reading {
    let mut reading = reading_of(figures);
    for entry in &mut reading.entries {
        entry.claim.source = Entry::OWN_SOURCE;
        entry.claim.origin.clear();
    }
    reading
}

#[test]
fn the_same_file_again_changes_nothing_in_any_mode() {
    for mode in [Mode::Add, Mode::Update, Mode::ReplaceYear] {
        let choices = Choices { mode, ..choices() };
        let reading = file_of(&pci(2016));
        let shown = preview(edition(), &reading, &choices);
        let expected = Counts {
            unchanged: pci(2016).len(),
            ..Counts::default()
        };
        assert_eq!(shown.difference.counts, expected, "{mode:?}");
        assert!(shown.difference.files.is_empty());
        let changed = apply(data_files(), &reading, &choices, edition(), "x").unwrap();
        assert!(changed.is_empty(), "{mode:?}: {:?}", changed.keys());
    }
}

#[test]
fn beside_adds_a_second_source_once() {
    let choices = Choices {
        mode: Mode::Beside,
        ..choices()
    };
    let reading = file_of(&pci(2016)[..2]);
    let (_, published) = publish(data_files(), edition(), &reading, &choices);
    let figure = published
        .figures
        .iter()
        .find(|f| f.key == reading.entries[0].key)
        .unwrap();
    assert_eq!(figure.claims.len(), 2);
    assert_eq!(
        published.catalogue.source(figure.claims[1].source).slug,
        "pci-2017-bang-tong-hop"
    );
}

#[test]
fn each_mode_does_what_its_name_states() {
    let mut reading = file_of(&pci(2016)[..3]);
    reading.entries[1].claim.value.as_mut().unwrap().value += 1.0;
    let mut key = reading.entries[2].key;
    key.year = Some(2025);
    reading.entries[2].key = key;
    let all = pci(2016).len();
    let expected = [
        (Mode::Add, [1, 0, 0, 1, 1]),
        (Mode::Update, [1, 1, 0, 1, 0]),
        (Mode::ReplaceYear, [1, 1, all - 2, 1, 0]),
        (Mode::Beside, [1, 2, 0, 0, 0]),
    ];
    let counts = preview_counts(edition(), &reading, &choices());
    for ((mode, counts), (same, [added, changed, removed, unchanged, kept])) in counts.into_iter().zip(expected) {
        assert_eq!(mode, same);
        let expected = Counts {
            added,
            changed,
            removed,
            unchanged,
            kept,
        };
        assert_eq!(counts, expected, "{mode:?}");
        // 2025 has no method yet: files with it would be rejected, so only the preview is tested.
        let shown = preview(edition(), &reading, &Choices { mode, ..choices() });
        assert_eq!(shown.difference.counts, expected, "{mode:?}");
    }
}

#[test]
fn an_update_leaves_what_the_file_does_not_state() {
    // The file has new values and no ranks.
    let figures = pci(2016);
    let headline: Vec<Figure> = figures.iter().filter(|f| f.key.component.0 == 0).cloned().collect();
    let mut reading = file_of(&headline);
    for entry in &mut reading.entries {
        entry.claim.rank = None;
        entry.claim.rank_of = None;
        entry.claim.tier = None;
    }
    let shown = preview(edition(), &reading, &choices());
    assert_eq!(shown.difference.counts.changed, 0);

    reading.entries[0].claim.value.as_mut().unwrap().value -= 2.0;
    let (after, published) = publish(data_files(), edition(), &reading, &choices());
    let figure = published
        .figures
        .iter()
        .find(|f| f.key == reading.entries[0].key)
        .unwrap();
    assert_eq!(figure.claims.len(), 2);
    assert_eq!((figure.claims[0].value, figure.claims[1].rank), (None, None));
    assert_eq!(figure.rank, headline[0].rank);
    assert_eq!(figure.value.value(), headline[0].value.value().map(|v| v - 2.0));

    // Every other row retains its bytes and its position.
    let lines = |files: &DataFiles| String::from_utf8(files["bundled/pci.csv"].clone()).unwrap();
    let (before, after) = (lines(data_files()), lines(&after));
    let differing = before.lines().zip(after.lines()).filter(|(a, b)| a != b).count();
    assert_eq!((differing, after.lines().count()), (1, before.lines().count() + 1));
}

#[test]
fn what_was_removed_comes_back_with_the_old_files() {
    let reading = file_of(&pci(2016)[..1]);
    let choices = Choices {
        mode: Mode::ReplaceYear,
        ..choices()
    };
    let (after, published) = publish(data_files(), edition(), &reading, &choices);
    let actual = difference(edition(), &published);
    assert_eq!(actual.counts.removed, pci(2016).len() - 1);
    let changes = import::catalogue_changes(data_files(), &after);
    assert_eq!(changes.len(), 1);
    assert_eq!(
        (changes[0].file.as_str(), changes[0].added.len()),
        ("bundled/pci.csv", 0)
    );
    let back = difference(&published, edition());
    assert_eq!((back.counts.added, back.counts.removed), (pci(2016).len() - 1, 0));
}

#[test]
fn a_fingerprint_detects_what_the_difference_detects() {
    type Edit = fn(&mut Figure);
    fn claim(figure: &mut Figure) -> &mut Claim {
        &mut figure.claims[0]
    }
    let detected: [(&str, Edit); 16] = [
        ("value", |f| claim(f).value.as_mut().unwrap().value += 1e-9),
        ("digits", |f| claim(f).value.as_mut().unwrap().digits += 1),
        ("approx", |f| {
            claim(f).value.as_mut().unwrap().approx = Some(Approx::About);
        }),
        ("no value", |f| claim(f).value = None),
        ("of", |f| claim(f).of = Some(100.0)),
        ("rank", |f| claim(f).rank = Some(62)),
        ("rank_of", |f| claim(f).rank_of = Some(64)),
        ("tier", |f| claim(f).tier = Some("A".to_owned())),
        ("interval", |f| {
            let (low, high, standard_error) = (1.0, 2.0, Some(0.5));
            claim(f).interval = Some(Interval {
                low,
                high,
                standard_error,
            });
        }),
        ("missing", |f| claim(f).missing = Some(Missing::NotRanked)),
        ("source", |f| claim(f).source = SourceId(claim(f).source.0 + 1)),
        ("note", |f| claim(f).note = Some(Text::new("a", "b"))),
        ("another claim", |f| f.claims.push(f.claims[0].clone())),
        ("decision", |f| {
            let reason = Text::new("a", "b");
            f.decision = Some(Decision { claim: 0, reason });
        }),
        ("year", |f| f.key.year = Some(1999)),
        ("place", |f| f.key.place = Place::Nation),
    ];
    let undetected: [(&str, Edit); 1] = [("origin", |f| claim(f).origin.push('x'))];
    let at = edition().figures.iter().position(|f| f == &pci(2016)[0]).unwrap();
    for (detected, (what, edit)) in [(true, &detected[..]), (false, &undetected[..])]
        .into_iter()
        .flat_map(|(detected, edits)| edits.iter().map(move |edit| (detected, edit)))
    {
        let mut figures = edition().figures.clone();
        edit(&mut figures[at]);
        let edited = Snapshot::new(edition().edition.clone(), Arc::clone(&edition().catalogue), figures);
        let actual = difference(edition(), &edited);
        assert_eq!(!actual.changes.is_empty(), detected, "{what}");
        let prints = (Fingerprint::of(edition()), Fingerprint::of(&edited));
        assert_eq!(prints.0.unlike(&prints.1).is_some(), detected, "{what}");
        assert_eq!(prints.0 != prints.1, detected, "{what}");
    }
}

#[test]
fn all_figures_go_into_an_empty_edition() {
    let files = empty_files();
    let empty = edition_of(&files);
    assert_eq!(empty.figures.len(), 0);
    let mut reading = reading_of(edition().figures.iter().filter(|figure| figure.published()));
    for mode in [Mode::ReplaceYear, Mode::Add, Mode::Update, Mode::Beside] {
        let choices = Choices { mode, ..choices() };
        let (_, published) = publish(&files, &empty, &reading, &choices);
        let left = difference(edition(), &published);
        // Rows that only repeat another row of their source are read once.
        let repeated = left.changes.iter().all(|c| c.before.len() > c.after.len());
        assert!(repeated && left.counts.changed == 24, "{:?}", left.counts);
        assert_eq!((left.counts.added, left.counts.removed), (0, 0));
    }
    // Over the full edition they change nothing.
    import::check(&mut reading, &choices(), edition());
    let choices = Choices {
        mode: Mode::ReplaceYear,
        ..Choices::default()
    };
    let shown = preview(edition(), &reading, &choices);
    assert_eq!(shown.difference.changes, []);
}

#[test]
fn rank_and_band_moves_are_listed() {
    let figures: Vec<Figure> = edition()
        .figures
        .iter()
        .filter(|f| f.key.indicator == indicator("pci") && f.key.year == Some(2016) && f.key.component.0 == 0)
        .cloned()
        .collect();
    let mut reading = file_of(&figures);
    let [first, second] = [1, 2].map(|rank| reading.entries.iter().position(|e| e.claim.rank == Some(rank)).unwrap());
    reading.entries[first].claim.rank = Some(2);
    reading.entries[second].claim.rank = Some(1);
    let shown = preview(edition(), &reading, &choices());
    let moves: Vec<(Option<u16>, Option<u16>)> = shown.difference.ranks.iter().map(|m| (m.before, m.after)).collect();
    assert_eq!(moves, [(Some(2), Some(1)), (Some(1), Some(2))]);
    assert_eq!(shown.difference.counts.changed, 2);
    assert!(shown.difference.changes.iter().all(|c| c.kind == Kind::Changed));
}

#[test]
fn a_reading_with_errors_is_not_written() {
    let mut reading = file_of(&pci(2016)[..1]);
    let no_source = Choices::default();
    let rejected = apply(data_files(), &reading, &no_source, edition(), "x");
    assert_eq!(rejected, Err(import::ApplyError::NoSource));
    reading.entries[0].claim.value.as_mut().unwrap().value = 180.0;
    import::check(&mut reading, &choices(), edition());
    let rejected = apply(data_files(), &reading, &choices(), edition(), "x");
    assert_eq!(rejected, Err(import::ApplyError::NotPublishable));
}

#[derive(Clone, Debug)]
struct Damage {
    at: usize,
    how: u8,
    by: i32,
    digits: u8,
}

fn damage() -> impl Strategy<Value = Damage> {
    (any::<usize>(), 0u8..9, -300i32..300, 0u8..5).prop_map(|(at, how, by, digits)| Damage { at, how, by, digits })
}

fn apply_damage(key: FigureKey, claim: &mut Claim, damage: &Damage) {
    let by = f64::from(damage.by) / 100.0;
    // A value that every scale contains, except those that end at 1: nothing here is out of scale.
    let indicator = edition().catalogue.indicator(key.indicator);
    let scale = key.year.and_then(|year| indicator.scale(key.component, year));
    let top = scale.map_or(2.0, |(_, max)| max.min(2.0));
    match damage.how {
        0 => claim.value = None,
        1 | 2 => {
            claim.value = claim.value.map(|q| Quantity {
                value: domain::number::round((q.value + by).clamp(1.0, top), damage.digits),
                digits: damage.digits,
                ..q
            });
        }
        3 => (claim.rank, claim.rank_of) = (None, None),
        4 => (claim.rank, claim.rank_of) = (Some(7), Some(63)),
        5 => claim.tier = Some(format!("  Khá, \"tốt\"\n{} ", damage.by)),
        6 => claim.source = Entry::OWN_SOURCE,
        7 => claim.source = SourceId(u16::from(damage.digits)),
        _ => claim.missing = Some(Missing::NotPublished),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn the_files_hold_what_the_preview_showed(
        mode in prop::sample::select(Mode::ALL.to_vec()),
        picks in prop::collection::vec((any::<usize>(), 1usize..30), 1..6),
        damages in prop::collection::vec(damage(), 0..20),
        double in any::<bool>(),
        title in "[ a-zA-ZĐđế\",;\n-]{1,80}",
    ) {
        let figures = &edition().figures;
        let mut reading = Reading::default();
        for (from, count) in picks {
            let from = from % figures.len();
            for figure in figures.iter().skip(from).take(count) {
                for claim in &figure.claims {
                    add(&mut reading, figure.key, claim.clone());
                }
            }
        }
        let length = reading.entries.len();
        for damage in &damages {
            let entry = &mut reading.entries[damage.at % length];
            apply_damage(entry.key, &mut entry.claim, damage);
        }
        if double {
            let again = reading.entries[0].clone();
            reading.entries.push(again);
        }
        let source = new_source(&format!("T{title}"));
        let choices = Choices { mode, source, ..Choices::default() };
        publish(data_files(), edition(), &reading, &choices);
    }

    #[test]
    fn a_new_year_is_written_as_it_was_shown(
        year in 2005i32..2017,
        values in prop::collection::vec((0u32..10_000, 0u8..4), 60),
        mode in prop::sample::select(Mode::ALL.to_vec()),
        known in any::<bool>(),
    ) {
        let files = empty_files();
        let empty = edition_of(&files);
        let id = indicator("pci");
        let mut reading = Reading::default();
        let units = empty.catalogue.provinces.existing(year, domain::ProvinceList::Before2025);
        for ((unit, _), (value, digits)) in units.zip(values) {
            let value = domain::number::round(f64::from(value) / 100.0, digits);
            let mut entry = file_of(&pci(2016)[..1]).entries.remove(0);
            entry.key.indicator = id;
            entry.key.year = Some(year);
            entry.key.place = Place::Province(unit);
            entry.claim.value = Some(Quantity { value, digits, approx: None });
            add(&mut reading, entry.key, entry.claim);
        }
        let source = if known { Some(SourceChoice::Known("s001".to_owned())) } else { new_source("PCI") };
        let choices = Choices { mode, source, ..Choices::default() };
        let (_, published) = publish(&files, &empty, &reading, &choices);
        prop_assert_eq!(published.figures.len(), reading.entries.len());
        prop_assert!(Arc::strong_count(&published.catalogue) > 0);
    }
}
