//! Plays a bump chart year by year. Without it the whole chart is there.

use std::time::Duration;

use leptos::{leptos_dom::helpers::IntervalHandle, prelude::*};
use web_sys::Element;

use super::dom;

const SVG: &str = "http://www.w3.org/2000/svg";
/// How long a year stays.
const PACE: Duration = Duration::from_millis(900);
/// The mark of the last year shown is seen whole, in units of the drawing.
const MARK: i32 = 30;

/// One drawing of the chart (there is one for wide and one for narrow screens).
struct Drawing {
    groups: Vec<Element>,
    window: Element,
    /// Where the first and the last year stand on the axis.
    ends: [(i32, i32); 2],
}

/// What the chart shows and whether it goes on.
#[derive(Clone, Copy)]
struct Player {
    /// The first and the last year of the chart.
    years: StoredValue<(i32, i32)>,
    /// The year up to which it is shown; `None` before the first press, when all of it is.
    at: RwSignal<Option<i32>>,
    timer: RwSignal<Option<IntervalHandle>>,
    /// The reader wants less motion: each press shows one more year.
    still: StoredValue<bool>,
}

impl Player {
    /// The attribute of `#play` with the words for the button.
    fn label(self) -> &'static str {
        let last = self.years.get_value().1;
        match (self.timer.get(), self.at.get()) {
            (Some(_), _) => "data-pause",
            (None, Some(at)) if at == last => "data-again",
            _ if self.still.get_value() => "data-step",
            _ => "data-play",
        }
    }

    /// One year on; after the last, as before the first press, comes the first.
    fn step(self) {
        let (first, last) = self.years.get_value();
        let year = self
            .at
            .get_untracked()
            .filter(|at| *at < last)
            .map_or(first, |at| at + 1);
        self.at.set(Some(year));
        if year == last {
            self.stop();
        }
    }

    fn stop(self) {
        if let Some(timer) = self.timer.get_untracked() {
            timer.clear();
            self.timer.set(None);
        }
    }

    fn press(self) {
        if self.timer.get_untracked().is_some() {
            return self.stop();
        }
        self.step();
        let done = self.at.get_untracked() == Some(self.years.get_value().1);
        if !self.still.get_value() && !done {
            self.timer.set(set_interval_with_handle(move || self.step(), PACE).ok());
        }
    }
}

/// The button that plays the chart in `#chart`; its words wait around it, in `#play`, which is hidden without scripts.
/// Where the reader wants less motion, each press shows one more year instead.
#[island]
pub fn BumpPlay() -> impl IntoView {
    let player = Player {
        years: StoredValue::new((0, 0)),
        at: RwSignal::new(None),
        timer: RwSignal::new(None),
        still: StoredValue::new(false),
    };
    let ready = RwSignal::new(false);
    Effect::new(move |_| {
        let (Some(controls), Some(chart)) = (dom::by_id("play"), dom::by_id("chart")) else {
            return;
        };
        let drawings = dom::all(&chart, ".plot svg");
        let drawings: Vec<Drawing> = drawings
            .iter()
            .enumerate()
            .filter_map(|(at, svg)| drawing(svg, at))
            .collect();
        let Some([(first, _), (last, _)]) = drawings.first().map(|drawing| drawing.ends) else {
            return;
        };
        player.years.set_value((first, last));
        let asked = dom::window().and_then(|w| w.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
        player.still.set_value(asked.is_some_and(|asked| asked.matches()));
        Effect::new(move |_| {
            if let Some(year) = player.at.get() {
                drawings.iter().for_each(|drawing| drawing.show(year));
            }
        });
        ready.set(true);
        dom::listen(&controls, "click", move |event| {
            if dom::origin(&event).is_some_and(|origin| origin.tag_name() == "BUTTON") {
                player.press();
            }
        });
        let _ = controls.remove_attribute("hidden");
    });
    let words = move || {
        // There is no page to look at on the server.
        let controls = ready.get().then(|| dom::by_id("play")).flatten();
        controls.and_then(|controls| controls.get_attribute(player.label()))
    };
    view! {
        <button type="button" class="plainbtn" aria-controls="chart">{words}</button>
        <b role="status">{move || player.at.get().map(|year| year.to_string())}</b>
    }
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
