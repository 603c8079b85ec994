//! Benchmarks of writing a report: `cargo bench -p report`. Target: 150 ms including everything around it.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use report::pdf;

#[path = "../tests/it/samples.rs"]
#[expect(dead_code, clippy::unwrap_used, reason = "the tests use more of the samples")]
mod samples;

fn write_reports(criterion: &mut Criterion) {
    let usual = samples::usual();
    let long = samples::briefing(vec![
        samples::section("standing", "Vị trí hiện tại", 0, vec![samples::table(60, "Chỉ số thứ")]),
        samples::sources(400),
    ]);
    for (name, briefing) in [("usual", usual), ("far too long", long)] {
        criterion.bench_function(&format!("report, {name}"), |b| {
            b.iter(|| pdf(black_box(&briefing), samples::FONTS));
        });
    }
}

criterion_group!(benches, write_reports);
criterion_main!(benches);
