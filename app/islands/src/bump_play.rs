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

/// The button, what it says, and where the chart is.
struct Player {
    controls: Element,
    button: Element,
    says: Element,
    drawings: Vec<Drawing>,
    /// The reader wants less motion.
    still: bool,
    first: i32,
    last: i32,
    at: Cell<i32>,
    timer: Cell<Option<i32>>,
}

impl Player {
    /// Words for the button, by the attribute that has them.
    fn label(&self, name: &str) {
        let words = self.controls.get_attribute(name);
        self.button.set_text_content(words.as_deref());
    }

    fn stop(&self) {
        if let (Some(id), Some(window)) = (self.timer.take(), dom::window()) {
            window.clear_interval_with_handle(id);
        }
    }

    /// One year on; after the last comes the first.
    fn step(&self) {
        let at = self.at.get();
        let year = if at < self.last { at + 1 } else { self.first };
        self.at.set(year);
        self.drawings.iter().for_each(|drawing| drawing.show(year));
        self.says.set_text_content(Some(&year.to_string()));
        if year == self.last {
            self.stop();
            self.label("data-again");
        } else if self.still {
            self.label("data-step");
        }
    }

    fn press(&self, tick: &js_sys::Function) {
        if self.timer.get().is_some() {
            self.stop();
            return self.label("data-play");
        }
        self.step();
        if self.still || self.at.get() == self.last {
            return;
        }
        let started = dom::window().and_then(|window| {
            window
                .set_interval_with_callback_and_timeout_and_arguments_0(tick, PACE)
                .ok()
        });
        self.timer.set(started);
        self.label("data-pause");
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
    let player = Rc::new(Player {
        controls: controls.clone(),
        button,
        says,
        drawings,
        still,
        first,
        last,
        // The whole chart is shown first, so the first press begins at the beginning.
        at: Cell::new(last),
        timer: Cell::new(None),
    });
    player.label(if still { "data-step" } else { "data-play" });
    let _ = controls.remove_attribute("hidden");
    let playing = Rc::clone(&player);
    let tick: Closure<dyn FnMut()> = Closure::new(move || playing.step());
    dom::listen(controls, "click", move |event| {
        if dom::origin(&event).is_some_and(|e| e.tag_name() == "BUTTON") {
            player.press(tick.as_ref().unchecked_ref());
        }
    });
}
