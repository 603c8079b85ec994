//! Benchmarks of drawing charts in realistic sizes: `cargo bench -p charts`. The middle value of `time:` is the
//! estimate. Targets: 2 ms for the SVG of a page, 3 ms for one with outlines, 80 ms for 1920 × 1080 pixels, 150 ms for
//! a PDF.

use std::hint::black_box;

use charts::{Options, PdfFacts, PictureStyle, Size, Theme, outlined, pdf, png, svg};
use criterion::{Criterion, criterion_group, criterion_main};
use domain::chart::{ChartBody, ChartModel};
use domain::{Date, Lang};

#[path = "../tests/it/cases.rs"]
#[expect(dead_code, reason = "the tests use more of the cases")]
mod cases;
#[path = "../tests/it/map_cases.rs"]
mod map_cases;
#[path = "../tests/it/rows_cases.rs"]
mod rows_cases;
#[path = "../tests/it/standings_cases.rs"]
mod standings_cases;

fn models() -> Vec<(&'static str, ChartModel)> {
    vec![
        ("bars 63", cases::bars(63)),
        ("bump 63x8, 5 highlighted", cases::bump(63, &[0, 8, 20, 40, 62])),
        ("lines", cases::lines()),
        ("lines with a gap", cases::gap(ChartBody::Lines, "Trung bình")),
        ("slope 63", cases::slope(63, &[0, 1, 2, 3, 4])),
        ("components 10", cases::components(10)),
        ("combined", cases::combined()),
        ("dots 63", rows_cases::movement(63)),
        ("tiles 63", map_cases::map_63()),
        ("steps", rows_cases::steps()),
        ("panels 12", rows_cases::panels(12, false)),
        ("strip 63", standings_cases::strip(63, &[24])),
        ("standing 10", standings_cases::spine(10)),
        ("heat 63 x 5", standings_cases::heat(&[11, 14, 14, 5, 6, 13], 5)),
    ]
}

fn draw(c: &mut Criterion) {
    let options = Options {
        id: "c1".into(),
        size: Size { width: 720, height: 0 },
        theme: Theme::Page,
        frame: false,
    };
    for (name, model) in models().into_iter().chain([
        ("spark", cases::spark()),
        ("strip in a line", standings_cases::strip_spark()),
    ]) {
        c.bench_function(name, |b| b.iter(|| svg(black_box(&model), &options)));
    }
}

/// Pictures for a slide: 960 × 540, with title and notes.
fn slide(c: &mut Criterion) {
    let style = PictureStyle {
        size: Size {
            width: 960,
            height: 540,
        },
        theme: Theme::Light,
        title: true,
        notes: true,
    };
    let Some(published) = Date::new(2025, 6, 30) else {
        return;
    };
    let facts = PdfFacts {
        title: "PCI 2016".into(),
        author: "VCCI".into(),
        subject: "Thước Đo".into(),
        lang: Lang::Vi,
        published,
    };
    for (name, model) in models() {
        let model = cases::noted(model);
        c.bench_function(&format!("outlined {name}"), |b| {
            b.iter(|| outlined(black_box(&model), &style));
        });
        c.bench_function(&format!("png 1920x1080 {name}"), |b| {
            b.iter(|| png(black_box(&model), &style, 2));
        });
        c.bench_function(&format!("pdf {name}"), |b| {
            b.iter(|| pdf(black_box(&model), &style, &facts));
        });
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).measurement_time(std::time::Duration::from_secs(2));
    targets = draw, slide
}
criterion_main!(benches);
