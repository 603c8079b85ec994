//! Time to write decks and workbooks: one chart, and a deck of twenty with title and sources.
//! Run with `cargo bench -p ooxml`. Targets: 20 ms for one chart, 300 ms for twenty.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use ooxml::{Deck, pptx, xlsx};

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

criterion_group!(benches, writing);
criterion_main!(benches);
