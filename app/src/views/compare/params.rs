//! What the address of a comparison asks for.

use domain::{Catalogue, ComponentId, IndicatorId, ProvinceId, ProvinceList};
use messages::{Msg, common as m, compare as w};

use crate::{
    context::PageContext,
    query::{BadParameter, BadParameters, Parameters, one_of},
    views::parameters as shared,
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
    /// ignored.
    ///
    /// # Errors
    /// Every parameter that cannot be used.
    pub(crate) fn read(
        cx: &PageContext,
        parameters: &Parameters,
        indicator: Option<IndicatorId>,
    ) -> Result<Self, BadParameters> {
        let lang = cx.lang();
        let mut bad = BadParameters::default();
        let provinces = bad.keep(provinces(cx, parameters.get("provinces").unwrap_or_default()));
        let indicator = indicator.or_else(|| bad.keep(shared::indicator(cx, parameters)));
        let find = |slug: &str| component(cx, indicator, slug);
        let component = bad.keep(parameters.named(lang, "component", w::EXPECT_COMPONENT_OF, find));
        let year = |name| parameters.named(lang, name, m::EXPECT_YEAR, |text| text.parse().ok());
        let [year, from] = ["year", "from"].map(|name| bad.keep(year(name)));
        let basis = bad.keep(shared::basis(cx, parameters));
        let peers = bad.keep(one_of(lang, parameters, "peers", &Peers::ALL));
        bad.or(Self {
            provinces,
            peers: peers.unwrap_or_default(),
            indicator,
            component: component.filter(|id| *id != ComponentId::TOTAL),
            year,
            from,
            basis,
        })
    }

    /// What the form sent, kept where it fits: a component, a year or a list of another indicator does
    /// not travel along.
    ///
    /// # Errors
    /// Every parameter that no choice of the form can have sent.
    pub(crate) fn from_form(cx: &PageContext, parameters: &Parameters) -> Result<Self, BadParameters> {
        let mut bad = BadParameters::default();
        let chosen: Vec<&str> = FIELDS.iter().filter_map(|name| parameters.get(name)).collect();
        // A comparison taken along by hand stays in front of what the fields add.
        let given: Vec<&str> = parameters.all("provinces").chain(chosen).collect();
        let provinces = bad.keep(provinces(cx, &given.join(",")));
        let indicator = bad.keep(shared::indicator(cx, parameters));
        let peers = bad.keep(one_of(cx.lang(), parameters, "peers", &Peers::ALL));
        let mut asked = bad.or(Self {
            provinces,
            indicator,
            peers: peers.unwrap_or_default(),
            ..Self::default()
        })?;
        asked.component = parameters
            .get("component")
            .and_then(|slug| component(cx, asked.indicator, slug))
            .filter(|id| *id != ComponentId::TOTAL);
        if let Some(indicator) = asked.indicator {
            let component = asked.component.unwrap_or(ComponentId::TOTAL);
            let years = cx.snapshot().years(indicator, component);
            let year = |name| parameters.get(name).and_then(|text| text.parse::<i32>().ok());
            asked.year = year("year").filter(|year| years.contains(year));
            asked.from = year("from").filter(|from| years.contains(from) && asked.year.is_none_or(|year| *from < year));
            let bases = asked.year.map(|year| cx.snapshot().bases(indicator, component, year));
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
    pub(crate) fn address(&self, cx: &PageContext) -> String {
        let state = self.page_state(&cx.snapshot().catalogue);
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
fn provinces(cx: &PageContext, text: &str) -> Result<Vec<ProvinceId>, BadParameter> {
    let refused = || BadParameter::new(cx.lang(), "provinces", text, w::EXPECT_PROVINCES);
    let mut found: Vec<ProvinceId> = Vec::new();
    for slug in text.split(',').map(str::trim).filter(|slug| !slug.is_empty()) {
        let id = cx.snapshot().province_named(slug).ok_or_else(refused)?;
        if !found.contains(&id) {
            found.push(id);
        }
    }
    if found.len() > MOST { Err(refused()) } else { Ok(found) }
}

/// A component that has figures.
fn component(cx: &PageContext, indicator: Option<IndicatorId>, slug: &str) -> Option<ComponentId> {
    let indicator = indicator?;
    let found = cx.snapshot().catalogue.indicator(indicator).component_by_slug(slug)?;
    (!cx.snapshot().years(indicator, found).is_empty()).then_some(found)
}
