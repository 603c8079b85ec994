//! The schema of an indicator's TOML file. Unknown keys are rejected, so that a misspelt key is not silently ignored.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct IndicatorFile {
    pub(super) id: Spanned<String>,
    pub(super) order: u32,
    pub(super) kind: KindWord,
    pub(super) unit: UnitWord,
    pub(super) scale: Option<(f64, f64)>,
    pub(super) direction: DirectionWord,
    pub(super) decimals: u8,
    pub(super) ranks: RanksWord,
    pub(super) enough: Option<Spanned<f64>>,
    pub(super) total: Spanned<String>,
    #[serde(default)]
    pub(super) aliases: Vec<String>,
    pub(super) name: LocalisedText,
    pub(super) short: LocalisedText,
    pub(super) description: LocalisedText,
    pub(super) publisher: LocalisedText,
    pub(super) licence: LocalisedText,
    pub(super) citation: LocalisedText,
    pub(super) counted_as: Option<LocalisedText>,
    pub(super) components: Vec<ComponentFile>,
    pub(super) methods: Vec<MethodFile>,
    #[serde(default)]
    pub(super) bands: Vec<BandsFile>,
    #[serde(default)]
    pub(super) verdicts: Vec<Spanned<VerdictFile>>,
    #[serde(default)]
    pub(super) sums: Vec<Spanned<SumFile>>,
    #[serde(default)]
    pub(super) wholes: Vec<Spanned<WholeFile>>,
}

#[derive(Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub(super) struct LocalisedText {
    pub(super) vi: String,
    pub(super) en: String,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub(super) enum KindWord {
    Score,
    Count,
    Coverage,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub(super) enum UnitWord {
    Point,
    Percent,
    Count,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub(super) enum DirectionWord {
    Higher,
    Lower,
    Neutral,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub(super) enum RanksWord {
    Published,
    PublishedOrComputed,
    Groups,
    None,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ComponentFile {
    pub(super) id: Spanned<String>,
    pub(super) name: LocalisedText,
    pub(super) parent: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) block: bool,
    pub(super) from: Option<i32>,
    pub(super) to: Option<i32>,
    #[serde(default)]
    pub(super) again: Vec<SpanFile>,
    pub(super) direction: Option<DirectionWord>,
    pub(super) decimals: Option<u8>,
    pub(super) unit: Option<UnitWord>,
    pub(super) scale: Option<(f64, f64)>,
    #[serde(default)]
    pub(super) max: Vec<MaximumFile>,
    #[serde(default)]
    pub(super) names: Vec<NameFile>,
    #[serde(default)]
    pub(super) aliases: Vec<String>,
    #[serde(default)]
    pub(super) headings: Vec<HeadingFile>,
    pub(super) description: Option<LocalisedText>,
}

/// Further years of a component.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SpanFile {
    pub(super) from: i32,
    pub(super) to: Option<i32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MaximumFile {
    pub(super) from: i32,
    pub(super) to: Option<i32>,
    pub(super) value: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NameFile {
    pub(super) from: i32,
    pub(super) to: Option<i32>,
    pub(super) vi: String,
    pub(super) en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HeadingFile {
    pub(super) from: i32,
    pub(super) to: Option<i32>,
    pub(super) text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MethodFile {
    pub(super) id: Spanned<String>,
    pub(super) from: Spanned<i32>,
    pub(super) to: Option<i32>,
    pub(super) name: LocalisedText,
    pub(super) decision: Option<String>,
    pub(super) decided: Option<Spanned<String>>,
    pub(super) summary: LocalisedText,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BandsFile {
    pub(super) from: i32,
    pub(super) to: Option<i32>,
    pub(super) cuts: Vec<CutFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CutFile {
    pub(super) label: String,
    pub(super) min: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VerdictFile {
    pub(super) from: i32,
    pub(super) to: i32,
    pub(super) verdict: VerdictWord,
    pub(super) reason: LocalisedText,
    pub(super) decision: Option<String>,
}

/// How the headline figure is computed from the domains; only `weighted` has weights.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SumFile {
    pub(super) from: i32,
    pub(super) to: Option<i32>,
    pub(super) kind: SumWord,
    #[serde(default)]
    pub(super) weights: BTreeMap<String, f64>,
    #[serde(default)]
    pub(super) within: f64,
    #[serde(default)]
    pub(super) computes: bool,
    pub(super) note: LocalisedText,
}

/// A count that is the sum of other counts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WholeFile {
    pub(super) from: i32,
    pub(super) to: Option<i32>,
    pub(super) whole: String,
    pub(super) parts: Vec<String>,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub(super) enum SumWord {
    Plain,
    Weighted,
    NotReproduced,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub(super) enum VerdictWord {
    SameMethod,
    MethodChanged,
    Unclear,
    UnitsChanged,
}
