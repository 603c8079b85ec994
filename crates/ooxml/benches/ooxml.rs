//! Time to write decks and workbooks, and to refresh a deck: one chart, and a deck of twenty with title and sources.
//! Run with `cargo bench -p ooxml`. Targets: 20 ms for one chart, 300 ms for twenty, 300 ms to refresh twenty.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use ooxml::{
    Deck, marked_pptx, pptx,
    refresh::{self, Fresh, Kind, Marks, Origin},
    xlsx,
};

#[path = "../tests/it/decks.rs"]
#[expect(dead_code, clippy::unwrap_used, reason = "only the tests use all of the decks")]
mod decks;

fn twenty() -> Deck {
    let non_empty = decks::all().into_iter().filter(|model| !model.table().rows.is_empty());
    let models: Vec<_> = non_empty.collect();
    decks::deck(models.iter().cycle().take(20).cloned().collect())
}

fn writing(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("office");
    for (name, model) in [
        ("bars of 63", decks::bars(63)),
        ("bump of 63", decks::bump(63, &[0, 1, 2, 3, 40])),
        ("combined", decks::combined()),
    ] {
        let deck = decks::single(model);
        group.bench_function(format!("pptx, {name}"), |b| b.iter(|| pptx(black_box(&deck))));
        group.bench_function(format!("xlsx, {name}"), |b| b.iter(|| xlsx(black_box(&deck))));
    }
    let deck = twenty();
    group.sample_size(20);
    group.bench_function("pptx, 20 charts", |b| b.iter(|| pptx(black_box(&deck))));
    group.bench_function("xlsx, 20 charts", |b| b.iter(|| xlsx(black_box(&deck))));
    group.finish();
}

/// A deck of an edition in which every title, source and description is another.
fn edition(number: u32) -> (Deck, Marks) {
    let mut deck = twenty();
    deck.subtitle = format!("Bản dữ liệu số {number}");
    for slide in &mut deck.slides {
        slide.model.title.push_str(&format!(" ({number})"));
        slide.model.source = format!("Bản dữ liệu số {number}");
        slide.model.description.push_str(&number.to_string());
    }
    let marks = Marks {
        edition: number,
        deck: String::new(),
        frozen: true,
        views: (0..deck.slides.len()).map(|index| index.to_string()).collect(),
    };
    (deck, marks)
}

fn fresh(newest: &Deck, origin: Option<&Origin>) -> Option<Fresh> {
    let origin = Origin {
        edition: 2,
        ..origin?.clone()
    };
    let mut deck = newest.clone();
    if origin.kind == Kind::Chart {
        let index: usize = origin.view.parse().ok()?;
        deck.slides = vec![newest.slides.get(index)?.clone()];
    }
    Some(Fresh {
        deck,
        origin,
        base: None,
    })
}

fn refreshing(criterion: &mut Criterion) {
    let ((old, marks), (new, new_marks)) = (edition(1), edition(2));
    let Ok(bytes) = marked_pptx(&old, &marks) else { return };
    let mut group = criterion.benchmark_group("office");
    group.sample_size(20);
    group.bench_function("marked pptx, 20 charts", |b| {
        b.iter(|| marked_pptx(black_box(&new), &new_marks));
    });
    group.bench_function("refresh, 20 charts", |b| {
        b.iter(|| {
            let upload = refresh::open(black_box(bytes.clone())).ok()?;
            let all: Vec<_> = upload
                .slides()
                .iter()
                .map(|slide| fresh(&new, slide.origin.as_ref()))
                .collect();
            let (upload, _, edited) = upload.refresh(&all).ok()?;
            upload.write(edited).ok()
        });
    });
    group.finish();
}

criterion_group!(benches, writing, refreshing);
criterion_main!(benches);
