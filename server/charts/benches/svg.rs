//! How long a chart takes to draw, over real sizes: `cargo bench -p charts`. The value
//! in the middle of `time:` is the estimate; the target is 2 ms a chart.

use std::hint::black_box;

use charts::{Options, Size, Theme, svg};
use criterion::{Criterion, criterion_group, criterion_main};
use domain::chart::ChartBody;

#[path = "../tests/it/cases.rs"]
#[expect(dead_code, reason = "the tests use more of the cases")]
mod cases;

fn draw(c: &mut Criterion) {
    let options = Options {
        id: "c1".into(),
        size: Size { width: 720, height: 0 },
        theme: Theme::Page,
        frame: false,
    };
    for (name, model) in [
        ("bars 63", cases::bars(63)),
        ("bump 63x8, 5 highlighted", cases::bump(63, &[0, 8, 20, 40, 62])),
        ("lines", cases::lines()),
        ("lines with a gap", cases::gap(ChartBody::Lines, "Trung bình")),
        ("slope 63", cases::slope(63, &[0, 1, 2, 3, 4])),
        ("components 10", cases::components(10)),
        ("spark", cases::spark()),
    ] {
        c.bench_function(name, |b| b.iter(|| svg(black_box(&model), &options)));
    }
}

criterion_group!(benches, draw);
criterion_main!(benches);
