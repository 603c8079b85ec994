//! How long readers wait: three pages, and the start of the program.
//!
//! Before criterion's own numbers, the median and the 95th percentile of single
//! renderings are printed: a reader meets those, not a mean.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark that cannot run should stop, and it reports by printing"
)]

use std::{
    hint::black_box,
    sync::Arc,
    time::{Duration, Instant},
};

use criterion::{Criterion, criterion_group, criterion_main};
use server::{Program, Site, services::start};
use store::Editions;

const PAGES: [(&str, &str); 3] = [
    ("ranking", "/vi/rankings/pci/2016"),
    ("province", "/vi/provinces/nghe-an"),
    ("overview", "/vi"),
];

fn percentiles(name: &str, mut work: impl FnMut()) {
    let time = |work: &mut dyn FnMut()| {
        let started = Instant::now();
        work();
        started.elapsed()
    };
    let mut times: Vec<Duration> = (0..200).map(|_| time(&mut work)).collect();
    times.sort();
    println!("{name:<10} p50 {:>10.2?}  p95 {:>10.2?}", times[99], times[189]);
}

fn pages(criterion: &mut Criterion) {
    let site = Site::embedded();
    let edition = start::first_edition(None).expect("the figures that ship are right");
    let program: app::SharedBackend = Arc::new(Program::new(Editions::new(edition), site.links().clone()));
    for (name, path) in PAGES {
        let request = app::Request { path, query: "" };
        let render = || black_box(app::render(&program, &request));
        assert_eq!(render().status, 200, "{path}");
        percentiles(name, || drop(render()));
        criterion.bench_function(name, |bench| bench.iter(render));
    }
}

fn start(criterion: &mut Criterion) {
    let load = || black_box(start::first_edition(None));
    let mut group = criterion.benchmark_group("start");
    group.sample_size(20);
    group.bench_function("figures and snapshot", |bench| bench.iter(load));
    group.finish();
}

criterion_group!(benches, pages, start);
criterion_main!(benches);
