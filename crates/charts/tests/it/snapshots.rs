//! Snapshots of a small chart of each kind, one element per line.

use charts::{Options, Theme, svg};
use domain::chart::ChartModel;

use crate::{cases, map_cases, rows_cases};

fn drawn(model: &ChartModel, frame: bool) -> String {
    let options = Options {
        theme: Theme::Page,
        frame,
        ..cases::options(480)
    };
    svg(model, &options).unwrap().replace("><", ">\n<")
}

#[test]
fn bars() {
    insta::assert_snapshot!(drawn(&cases::bars(3), true));
}

#[test]
fn bump() {
    insta::assert_snapshot!(drawn(&cases::bump(6, &[0, 1]), false));
}

#[test]
fn lines() {
    insta::assert_snapshot!(drawn(&cases::lines(), false));
}

#[test]
fn slope() {
    insta::assert_snapshot!(drawn(&cases::slope(4, &[1]), false));
}

#[test]
fn components() {
    insta::assert_snapshot!(drawn(&cases::components(3), false));
}

#[test]
fn dots() {
    insta::assert_snapshot!(drawn(&rows_cases::movement(3), false));
}

#[test]
fn tiles() {
    insta::assert_snapshot!(drawn(&map_cases::sparse(), false));
}

#[test]
fn steps() {
    insta::assert_snapshot!(drawn(&rows_cases::steps_below(), false));
}

#[test]
fn panels() {
    insta::assert_snapshot!(drawn(&rows_cases::panels(2, false), false));
}

#[test]
fn spark() {
    let options = Options {
        theme: Theme::Page,
        frame: false,
        ..cases::options(0)
    };
    insta::assert_snapshot!(svg(&cases::spark(), &options).unwrap());
}
