//! Plays a bump chart year by year. Without it the whole chart is there.

use std::{cell::Cell, rc::Rc};

use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::Element;

use super::dom;

const SVG: &str = "http://www.w3.org/2000/svg";
/// Milliseconds that a year stays.
const PACE: i32 = 900;
/// The mark of the last year shown is seen whole, in units of the drawing.
const MARK: i32 = 30;

/// One drawing of the chart (there is one for wide and one for narrow screens).
struct Drawing {
    groups: Vec<Element>,
    window: Element,
    /// Where the first and the last year stand on the axis.
    ends: [(i32, i32); 2],
}

/// The button in `#play`, which waits hidden on the page with its words, and the chart in `#chart`. Where the
/// reader wants less motion, each press shows one more year instead.
#[island]
pub fn BumpPlay() -> impl IntoView {
    Effect::new(move |_| {
        let (Some(controls), Some(chart)) = (dom::by_id("play"), dom::by_id("chart")) else {
            return;
        };
        let drawings: Vec<Drawing> = dom::all(&chart, ".plot svg")
            .iter()
            .enumerate()
            .filter_map(|(at, svg)| drawing(svg, at))
            .collect();
        if !drawings.is_empty() {
            connect(&controls, drawings);
        }
    });
}

/// The years stand on the axis in equal steps; their texts say which.
fn drawing(svg: &Element, at: usize) -> Option<Drawing> {
    let years: Vec<(i32, i32)> = dom::all(svg, ".axis text")
        .iter()
        .filter_map(|text| {
            let year: i32 = text.text_content()?.parse().ok()?;
            let x = text.get_attribute("x")?.parse().ok()?;
            (year > 1000).then_some((year, x))
        })
        .collect();
    let ends = [*years.iter().min()?, *years.iter().max()?];
    if ends[0].0 == ends[1].0 {
        return None;
    }
    let document = dom::document()?;
    let clip = document.create_element_ns(Some(SVG), "clipPath").ok()?;
    let window = document.create_element_ns(Some(SVG), "rect").ok()?;
    let id = "play-".to_owned() + if at == 0 { "a" } else { "b" };
    clip.set_attribute("id", &id).ok()?;
    window.set_attribute("height", "100%").ok()?;
    window.set_attribute("class", "reveal").ok()?;
    clip.append_child(&window).ok()?;
    svg.append_child(&clip).ok()?;
    let groups = dom::all(svg, ".context,.series");
    for group in &groups {
        let _ = group.set_attribute("data-clip", &("url(#".to_owned() + &id + ")"));
    }
    Some(Drawing { groups, window, ends })
}

impl Drawing {
    /// Shows the years up to one; the last takes the window away.
    fn show(&self, year: i32) {
        let [(first, from), (last, to)] = self.ends;
        let x = from + (to - from) * (year - first) / (last - first) + MARK;
        let _ = self.window.set_attribute("width", &x.to_string());
        for group in &self.groups {
            let _ = match group.get_attribute("data-clip").filter(|_| year < last) {
                Some(clip) => group.set_attribute("clip-path", &clip),
                None => group.remove_attribute("clip-path"),
            };
        }
    }
}

fn connect(controls: &Element, drawings: Vec<Drawing>) {
    let (Ok(Some(button)), Ok(Some(says))) = (controls.query_selector("button"), controls.query_selector("b")) else {
        return;
    };
    let [(first, _), (last, _)] = drawings[0].ends;
    let still = dom::window()
        .and_then(|w| w.match_media("(prefers-reduced-motion: reduce)").ok().flatten())
        .is_some_and(|asked| asked.matches());
    let words = controls.clone();
    let label = move |name: &str| button.set_text_content(words.get_attribute(name).as_deref());
    label(if still { "data-step" } else { "data-play" });
    let _ = controls.remove_attribute("hidden");
    // The whole chart is shown first, so the first press begins at the beginning.
    let at = Rc::new(Cell::new(last));
    let timer = Rc::new(Cell::new(None::<i32>));
    let stop = {
        let timer = Rc::clone(&timer);
        move || {
            if let (Some(id), Some(window)) = (timer.take(), dom::window()) {
                window.clear_interval_with_handle(id);
            }
        }
    };
    let label = Rc::new(label);
    let step = {
        let (at, stop, label) = (Rc::clone(&at), stop.clone(), Rc::clone(&label));
        move || {
            let year = if at.get() < last { at.get() + 1 } else { first };
            at.set(year);
            drawings.iter().for_each(|drawing| drawing.show(year));
            says.set_text_content(Some(&year.to_string()));
            if year == last {
                stop();
                label("data-again");
            } else if still {
                label("data-step");
            }
        }
    };
    let step = Rc::new(step);
    let tick: Closure<dyn FnMut()> = {
        let step = Rc::clone(&step);
        Closure::new(move || step())
    };
    dom::listen(controls, "click", move |event| {
        if dom::origin(&event).is_none_or(|e| e.tag_name() != "BUTTON") {
            return;
        }
        if still {
            return step();
        }
        if timer.get().is_some() {
            stop();
            return label("data-play");
        }
        step();
        let started = dom::window().and_then(|window| {
            let again = tick.as_ref().unchecked_ref();
            window
                .set_interval_with_callback_and_timeout_and_arguments_0(again, PACE)
                .ok()
        });
        timer.set(started);
        label("data-pause");
    });
}
