//! Reads `catalogue/indicators/*.toml`, converts them to the domain's types and validates them.

use std::collections::HashMap;

use domain::{
    Bands, Component, ComponentId, Direction, Indicator, Kind, Method, PairVerdict, RankPolicy, Span, Text, Unit,
    Verdict,
};

use super::indicator_file::{
    BandsFile, ComponentFile, DirectionWord, IndicatorFile, KindWord, LocalisedText, MethodFile, RanksWord, UnitWord,
    VerdictFile, VerdictWord,
};
use crate::{
    files::Files,
    problem::{Location, Problems},
};

const FOLDER: &str = "catalogue/indicators/";

pub(crate) fn read(files: &Files, problems: &mut Problems) -> Vec<Indicator> {
    let mut found: Vec<(u32, Indicator)> = Vec::new();
    for path in files.below(FOLDER, ".toml") {
        let Some(text) = files.get(path).and_then(|bytes| std::str::from_utf8(bytes).ok()) else {
            problems.add(
                &Location::file(path),
                "bytes that are not UTF-8",
                "UTF-8",
                "save the file as UTF-8",
            );
            continue;
        };
        match toml::from_str::<IndicatorFile>(text) {
            Ok(file) => found.push((file.order, Reader { path, text, problems }.indicator(file))),
            Err(error) => {
                let location = Location::byte(path, text, error.span().map_or(0, |span| span.start), "");
                problems.add(
                    &location,
                    error.message().to_owned(),
                    "an indicator file",
                    "compare with the other files of this folder",
                );
            }
        }
    }
    if found.is_empty() && problems.0.is_empty() {
        problems.add(
            &Location::file(FOLDER),
            "no indicator",
            "at least one .toml file",
            "restore the catalogue",
        );
    }
    found.sort_by(|a, b| (a.0, &a.1.slug).cmp(&(b.0, &b.1.slug)));
    found.into_iter().map(|(_, indicator)| indicator).collect()
}

/// Converts one file to an indicator and collects its problems.
pub(super) struct Reader<'a> {
    path: &'a str,
    text: &'a str,
    problems: &'a mut Problems,
}

impl Reader<'_> {
    pub(super) fn problem(&mut self, offset: usize, field: &str, found: String, expected: &str, fix: &str) {
        let location = Location {
            field,
            ..Location::byte(self.path, self.text, offset, "")
        };
        self.problems.add(&location, found, expected, fix);
    }

    fn indicator(mut self, file: IndicatorFile) -> Indicator {
        let expected = self
            .path
            .trim_start_matches(FOLDER)
            .trim_end_matches(".toml")
            .to_owned();
        if *file.id.get_ref() != expected {
            let found = format!("`{}`", file.id.get_ref());
            self.problem(
                file.id.span().start,
                "id",
                found,
                "the name of the file",
                "give both the same name",
            );
        }
        let components = self.components(&file.components, &file.total);
        let methods = self.methods(&file.methods);
        let verdicts = self.verdicts(&file.verdicts, &methods);
        let mut indicator = Indicator {
            slug: file.id.into_inner(),
            kind: match file.kind {
                KindWord::Score => Kind::Score,
                KindWord::Count => Kind::Count,
                KindWord::Coverage => Kind::Coverage,
            },
            unit: unit(file.unit),
            scale: file.scale,
            direction: direction(file.direction),
            decimals: file.decimals,
            ranks: match file.ranks {
                RanksWord::Published => RankPolicy::Published,
                RanksWord::PublishedOrComputed => RankPolicy::PublishedOrComputed,
                RanksWord::Groups => RankPolicy::Groups,
                RanksWord::None => RankPolicy::None,
            },
            enough: self.enough(file.enough),
            name: to_text(&file.name),
            short: to_text(&file.short),
            description: to_text(&file.description),
            publisher: to_text(&file.publisher),
            licence: to_text(&file.licence),
            citation: to_text(&file.citation),
            counted_as: file.counted_as.as_ref().map(to_text),
            aliases: file.aliases,
            components,
            methods,
            bands: file.bands.into_iter().map(bands).collect(),
            verdicts,
            sums: Vec::new(),
            wholes: Vec::new(),
        };
        indicator.sums = self.sums(&file.sums, &indicator);
        indicator.wholes = self.wholes(&file.wholes, &indicator);
        indicator
    }

    fn enough(&mut self, configured: Option<toml::Spanned<f64>>) -> Option<f64> {
        let configured = configured?;
        let share = *configured.get_ref();
        if !(0.0..=1.0).contains(&share) {
            self.problem(
                configured.span().start,
                "enough",
                format!("{share}"),
                "a share of the best-covered year, 0 to 1",
                "write 0.8 for 80 %, or leave the line out",
            );
            return None;
        }
        Some(share)
    }

    fn components(&mut self, files: &[ComponentFile], total: &toml::Spanned<String>) -> Vec<Component> {
        let mut ids: HashMap<&str, ComponentId> = HashMap::new();
        for (i, file) in files.iter().enumerate() {
            let id = ComponentId(u16::try_from(i).unwrap_or(u16::MAX));
            if ids.insert(file.id.get_ref(), id).is_some() {
                let found = format!("`{}` a second time", file.id.get_ref());
                self.problem(
                    file.id.span().start,
                    "components.id",
                    found,
                    "a name used once",
                    "give each component a unique name",
                );
            }
        }
        if ids.get(total.get_ref().as_str()) != Some(&ComponentId::TOTAL) {
            let found = format!("`{}`", total.get_ref());
            self.problem(
                total.span().start,
                "total",
                found,
                "the id of the first component",
                "list the headline figure first",
            );
        }
        files.iter().map(|file| self.component(file, &ids)).collect()
    }

    fn component(&mut self, file: &ComponentFile, ids: &HashMap<&str, ComponentId>) -> Component {
        let parent = file.parent.as_ref().and_then(|parent| {
            let id = ids.get(parent.get_ref().as_str()).copied();
            if id.is_none() {
                let found = format!("`{}`", parent.get_ref());
                self.problem(
                    parent.span().start,
                    "components.parent",
                    found,
                    "the id of a component of this file",
                    "correct the name",
                );
            }
            id
        });
        Component {
            slug: file.id.get_ref().clone(),
            name: to_text(&file.name),
            aliases: file.aliases.iter().map(|alias| domain::tidy(alias)).collect(),
            headings: file
                .headings
                .iter()
                .map(|h| (span(h.from, h.to), domain::tidy(&h.text)))
                .collect(),
            names: file
                .names
                .iter()
                .map(|n| (span(n.from, n.to), Text::new(domain::tidy(&n.vi), domain::tidy(&n.en))))
                .collect(),
            parent,
            block: file.block,
            span: Span {
                from: file.from.unwrap_or(i32::MIN),
                to: file.to.unwrap_or(i32::MAX),
            },
            again: file.again.iter().map(|years| span(years.from, years.to)).collect(),
            maxima: file.max.iter().map(|m| (span(m.from, m.to), m.value)).collect(),
            direction: file.direction.map(direction),
            decimals: file.decimals,
            unit: file.unit.map(unit),
            scale: file.scale,
            description: file.description.as_ref().map(to_text),
        }
    }

    /// Reads the methods. They must not overlap; gaps are allowed for years without publications.
    fn methods(&mut self, files: &[MethodFile]) -> Vec<Method> {
        let mut methods: Vec<Method> = Vec::with_capacity(files.len());
        for file in files {
            let span = span(*file.from.get_ref(), file.to);
            let offset = file.from.span().start;
            if span.to < span.from {
                self.problem(
                    offset,
                    "methods.from",
                    format!("{} to {}", span.from, span.to),
                    "a span that ends after it begins",
                    "swap the years",
                );
            }
            if let Some(other) = methods
                .iter()
                .find(|m| m.span.from <= span.to && span.from <= m.span.to)
            {
                let found = format!("years that method `{}` covers as well", other.slug);
                self.problem(
                    offset,
                    "methods.from",
                    found,
                    "one method per year",
                    "let one end before the other begins",
                );
            }
            let decided = file.decided.as_ref().and_then(|day| {
                let read = day.get_ref().parse().ok();
                if read.is_none() {
                    let found = format!("`{}`", day.get_ref());
                    self.problem(
                        day.span().start,
                        "methods.decided",
                        found,
                        "a day as YYYY-MM-DD",
                        "write it like `2022-11-10`",
                    );
                }
                read
            });
            methods.push(Method {
                slug: file.id.get_ref().clone(),
                span,
                name: to_text(&file.name),
                decision: file.decision.clone(),
                decided,
                summary: to_text(&file.summary),
            });
        }
        methods.sort_by_key(|m| m.span.from);
        methods
    }

    /// Reads the verdicts. Every step from one method to the next needs one with a reason.
    fn verdicts(&mut self, files: &[toml::Spanned<VerdictFile>], methods: &[Method]) -> Vec<PairVerdict> {
        let mut verdicts = Vec::with_capacity(files.len());
        for spanned in files {
            let file = spanned.get_ref();
            if file.to <= file.from {
                let found = format!("{} to {}", file.from, file.to);
                self.problem(
                    spanned.span().start,
                    "verdicts",
                    found,
                    "the earlier year first",
                    "swap the years",
                );
            }
            verdicts.push(PairVerdict {
                from: file.from,
                to: file.to,
                verdict: match file.verdict {
                    VerdictWord::SameMethod => Verdict::SameMethod,
                    VerdictWord::MethodChanged => Verdict::MethodChanged,
                    VerdictWord::Unclear => Verdict::Unclear,
                    VerdictWord::UnitsChanged => Verdict::UnitsChanged,
                },
                reason: to_text(&file.reason),
                decision: file.decision.clone(),
            });
        }
        for pair in methods.windows(2) {
            let (from, to) = (pair[0].span.to, pair[1].span.from);
            if !verdicts.iter().any(|v| v.from == from && v.to == to) {
                let found = format!("no verdict from {from} to {to}");
                let expected = format!(
                    "one, because method `{}` is followed by `{}`",
                    pair[0].slug, pair[1].slug
                );
                self.problem(
                    self.text.len(),
                    "verdicts",
                    found,
                    &expected,
                    "add [[verdicts]] with from, to, verdict and reason",
                );
            }
        }
        verdicts
    }
}

pub(super) fn to_text(texts: &LocalisedText) -> Text {
    Text::new(domain::tidy(&texts.vi), domain::tidy(&texts.en))
}

pub(super) fn span(from: i32, to: Option<i32>) -> Span {
    Span {
        from,
        to: to.unwrap_or(i32::MAX),
    }
}

fn bands(file: BandsFile) -> Bands {
    let mut cuts: Vec<(String, f64)> = file.cuts.into_iter().map(|c| (c.label, c.min)).collect();
    cuts.sort_by(|a, b| b.1.total_cmp(&a.1));
    Bands {
        span: span(file.from, file.to),
        cuts,
    }
}

const fn unit(word: UnitWord) -> Unit {
    match word {
        UnitWord::Point => Unit::Point,
        UnitWord::Percent => Unit::Percent,
        UnitWord::Count => Unit::Count,
    }
}

const fn direction(word: DirectionWord) -> Direction {
    match word {
        DirectionWord::Higher => Direction::Higher,
        DirectionWord::Lower => Direction::Lower,
        DirectionWord::Neutral => Direction::Neutral,
    }
}
