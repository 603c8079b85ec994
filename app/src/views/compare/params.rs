//! What the address of a comparison asks for.

use domain::{Catalogue, ComponentId, IndicatorId, ProvinceId, ProvinceList};
use messages::{Msg, common as m, compare as w};

use crate::{
    context::PageContext,
    query::{BadParameter, Parameters, one_of},
};

/// The most provinces in one comparison.
pub(crate) const MOST: usize = 8;

/// Fields of the form, in order: without scripts every province has a field of its own.
pub(crate) const FIELDS: [&str; MOST] = ["p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8"];

/// The parameter by which the form says that it was sent.
pub(crate) const SENT: &str = "choose";

/// Parameters that make a comparison a page of its own.
pub(crate) const KEPT: &[&str] = &["provinces", "peers", "indicator", "component", "year", "from", "basis"];

/// Whom the provinces are compared with besides one another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Peers {
    #[default]
    None,
    Region,
    Band,
    Neighbours,
    Similar,
}

impl Peers {
    pub(crate) const ALL: [(&'static str, Self); 5] = [
        ("none", Self::None),
        ("region", Self::Region),
        ("band", Self::Band),
        ("neighbours", Self::Neighbours),
        ("similar", Self::Similar),
    ];

    /// Its name in addresses; nothing for none.
    pub(crate) fn word(self) -> &'static str {
        let word = Self::ALL.iter().find(|(_, peers)| *peers == self);
        word.map_or("", |(word, _)| if self == Self::None { "" } else { word })
    }

    pub(crate) const fn label(self) -> Msg {
        match self {
            Self::None => w::PEERS_NONE,
            Self::Region => w::PEERS_REGION,
            Self::Band => w::PEERS_BAND,
            Self::Neighbours => w::PEERS_NEIGHBOURS,
            Self::Similar => w::PEERS_SIMILAR,
        }
    }
}

/// What was asked for. What is not named follows from the figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    /// In the order given, each once.
    pub(crate) provinces: Vec<ProvinceId>,
    pub(crate) peers: Peers,
    pub(crate) indicator: Option<IndicatorId>,
    pub(crate) component: Option<ComponentId>,
    pub(crate) year: Option<i32>,
    pub(crate) from: Option<i32>,
    pub(crate) basis: Option<ProvinceList>,
}

impl Asked {
    /// Reads the parameters; `indicator` is the one that the path of a view names. Unknown ones are
    /// ignored; what cannot be used is added to `bad`.
    pub(crate) fn read(
        cx: &PageContext<'_>,
        parameters: &Parameters,
        indicator: Option<IndicatorId>,
        bad: &mut Vec<BadParameter>,
    ) -> Self {
        let lang = cx.lang();
        let catalogue = &cx.snapshot.catalogue;
        let provinces = provinces(cx, parameters.get("provinces").unwrap_or_default(), bad);
        let named = parameters.get("indicator").filter(|_| indicator.is_none());
        let indicator = indicator.or_else(|| {
            let found = catalogue.indicator_by_slug(named?);
            if found.is_none() {
                bad.extend(named.map(|slug| BadParameter::new(lang, "indicator", slug, m::EXPECT_INDICATOR)));
            }
            found
        });
        let component = parameters.get("component").and_then(|slug| {
            let found = component(cx, indicator, slug);
            if found.is_none() {
                bad.push(BadParameter::new(lang, "component", slug, w::EXPECT_COMPONENT_OF));
            }
            found
        });
        let mut year = |name: &'static str| {
            let text = parameters.get(name)?;
            let year = text.parse::<i32>().ok();
            if year.is_none() {
                bad.push(BadParameter::new(lang, name, text, m::EXPECT_YEAR));
            }
            year
        };
        let (year, from) = (year("year"), year("from"));
        let bases = [("63", ProvinceList::Before2025), ("34", ProvinceList::Since2025)];
        let mut kept = |problem| bad.push(problem);
        let basis = one_of(lang, parameters, "basis", &bases).unwrap_or_else(|problem| {
            kept(problem);
            None
        });
        let peers = one_of(lang, parameters, "peers", &Peers::ALL).unwrap_or_else(|problem| {
            kept(problem);
            None
        });
        Self {
            provinces,
            peers: peers.unwrap_or_default(),
            indicator,
            component: component.filter(|id| *id != ComponentId::TOTAL),
            year,
            from,
            basis,
        }
    }

    /// What the form sent, kept where it fits: a component, a year or a list of another indicator does
    /// not travel along.
    ///
    /// # Errors
    /// Every parameter that no choice of the form can have sent.
    pub(crate) fn from_form(cx: &PageContext<'_>, parameters: &Parameters) -> Result<Self, Vec<BadParameter>> {
        let mut bad = Vec::new();
        let chosen: Vec<&str> = FIELDS.iter().filter_map(|name| parameters.get(name)).collect();
        let mut asked = Self::default();
        // A comparison taken along by hand stays in front of what the fields add.
        let given = parameters.all("provinces").chain(chosen);
        asked.provinces = provinces(cx, &given.collect::<Vec<_>>().join(","), &mut bad);
        let lang = cx.lang();
        asked.indicator = parameters.get("indicator").and_then(|slug| {
            let found = cx.snapshot.catalogue.indicator_by_slug(slug);
            if found.is_none() {
                bad.push(BadParameter::new(lang, "indicator", slug, m::EXPECT_INDICATOR));
            }
            found
        });
        match one_of(lang, parameters, "peers", &Peers::ALL) {
            Ok(peers) => asked.peers = peers.unwrap_or_default(),
            Err(problem) => bad.push(problem),
        }
        if !bad.is_empty() {
            return Err(bad);
        }
        asked.component = parameters
            .get("component")
            .and_then(|slug| component(cx, asked.indicator, slug))
            .filter(|id| *id != ComponentId::TOTAL);
        if let Some(indicator) = asked.indicator {
            let component = asked.component.unwrap_or(ComponentId::TOTAL);
            let years = cx.snapshot.years(indicator, component);
            let year = |name| parameters.get(name).and_then(|text| text.parse::<i32>().ok());
            asked.year = year("year").filter(|year| years.contains(year));
            asked.from = year("from").filter(|from| years.contains(from) && asked.year.is_none_or(|year| *from < year));
            let bases = asked.year.map(|year| cx.snapshot.bases(indicator, component, year));
            let basis = parameters.get("basis").and_then(ProvinceList::from_code);
            asked.basis = basis.filter(|basis| bases.is_some_and(|all| all.len() > 1 && all.contains(basis)));
        }
        Ok(asked)
    }

    /// The parameters as they stand in an address, without the indicator, in one order.
    pub(crate) fn state(&self, catalogue: &Catalogue) -> Vec<(&'static str, String)> {
        let slugs: Vec<&str> = self.provinces.iter().map(|id| slug(catalogue, *id)).collect();
        let component = self
            .indicator
            .zip(self.component)
            .map_or_else(String::new, |(indicator, id)| {
                catalogue.indicator(indicator).component(id).slug.clone()
            });
        let number = |year: Option<i32>| year.map(|year| year.to_string()).unwrap_or_default();
        let all = [
            ("provinces", slugs.join(",")),
            ("peers", self.peers.word().to_owned()),
            ("component", component),
            ("year", number(self.year)),
            ("from", number(self.from)),
            ("basis", self.basis.map_or("", ProvinceList::code).to_owned()),
        ];
        all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }

    /// The same with the indicator, as the page's address has them.
    pub(crate) fn page_state(&self, catalogue: &Catalogue) -> Vec<(&'static str, String)> {
        let mut state = self.state(catalogue);
        let indicator = self.indicator.map(|id| catalogue.indicator(id).slug.clone());
        let at = state
            .iter()
            .take_while(|(name, _)| matches!(*name, "provinces" | "peers"))
            .count();
        if let Some(slug) = indicator {
            state.insert(at, ("indicator", slug));
        }
        state
    }

    /// The page's address, in the language and under the edition of `cx`.
    pub(crate) fn address(&self, cx: &PageContext<'_>) -> String {
        let state = self.page_state(&cx.snapshot.catalogue);
        let all: Vec<(&str, &str)> = state.iter().map(|(name, value)| (*name, value.as_str())).collect();
        cx.links.compare(&all)
    }

    /// True if there is no province to compare with.
    pub(crate) fn is_alone(&self) -> bool {
        self.provinces.is_empty() || (self.provinces.len() == 1 && self.peers == Peers::None)
    }
}

fn slug(catalogue: &Catalogue, id: ProvinceId) -> &str {
    &catalogue.provinces.get(id).slug
}

/// Provinces by their names in addresses, each once; at most eight.
fn provinces(cx: &PageContext<'_>, text: &str, bad: &mut Vec<BadParameter>) -> Vec<ProvinceId> {
    let slugs: Vec<&str> = text.split(',').map(str::trim).filter(|slug| !slug.is_empty()).collect();
    let mut found: Vec<ProvinceId> = Vec::new();
    let mut known = true;
    for slug in &slugs {
        match cx.snapshot.catalogue.provinces.by_slug(slug) {
            Some(id) if !found.contains(&id) => found.push(id),
            Some(_) => {}
            None => known = false,
        }
    }
    if !known || found.len() > MOST {
        bad.push(BadParameter::new(cx.lang(), "provinces", text, w::EXPECT_PROVINCES));
    }
    found
}

/// A component that has figures.
fn component(cx: &PageContext<'_>, indicator: Option<IndicatorId>, slug: &str) -> Option<ComponentId> {
    let indicator = indicator?;
    let found = cx.snapshot.catalogue.indicator(indicator).component_by_slug(slug)?;
    (!cx.snapshot.years(indicator, found).is_empty()).then_some(found)
}
