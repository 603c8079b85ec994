//! `/api/v1/provinces`: the units with their names, dates and regions.

use axum::{
    extract::{Path, State, rejection::PathRejection},
    http::{HeaderMap, Uri},
};
use domain::{Catalogue, Date, Listed, Province, ProvinceId, ProvinceList, Snapshot};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    Answer, ApiBody, Asked, Call, Here, Nothing, Pinned, Problem,
    about::{About, Named, Used, Words, about},
    figure::BasisCode,
    figures::basis,
    parts,
    problem::BoxedProblem,
    query::Query,
};

/// What kind of unit it is.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum UnitKind {
    /// A province.
    Province,
    /// A city run by the central government.
    City,
}

/// A name that a unit bore until a day.
#[derive(Debug, Serialize, ToSchema)]
struct EarlierName<'a> {
    name: Words<'a>,
    /// The last day of the name.
    #[schema(format = Date)]
    until: String,
}

/// A region that a unit counts to.
#[derive(Debug, Serialize, ToSchema)]
struct RegionShape<'a> {
    /// Its name in addresses.
    id: &'a str,
    /// The division of the country that it is part of.
    scheme: &'a str,
    name: Words<'a>,
    /// True for the region under which pages list the unit.
    main: bool,
}

/// A province, or a city run by the central government.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Province)]
struct ProvinceShape<'a> {
    /// Its name in addresses: unique and stable.
    #[schema(example = "ha-noi")]
    id: &'a str,
    /// Address of this unit in this API.
    address: String,
    /// Code of the statistics office. New codes reuse old ones: never join on it.
    code: &'a str,
    kind: UnitKind,
    /// Its present or last name.
    name: Words<'a>,
    earlier_names: Vec<EarlierName<'a>>,
    /// Lists that it stands in: among the 63 provinces, the 34, or both.
    bases: Vec<BasisCode>,
    /// First day of the unit, where it is known to matter.
    #[schema(format = Date)]
    valid_from: Option<String>,
    /// Last day of the unit; nothing while it exists.
    #[schema(format = Date)]
    valid_to: Option<String>,
    regions: Vec<RegionShape<'a>>,
    /// Units that became part of it.
    predecessors: Vec<Named<'a>>,
    /// The unit that it became part of.
    successor: Option<Named<'a>>,
}

/// Parameters of `/api/v1/provinces`.
#[derive(Debug, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ProvincesAsked {
    /// Only units that stand among the 63 provinces (with Hà Tây, which ended in 2008), or among the 34.
    #[param(value_type = BasisCode, required = false, inline)]
    basis: Option<ProvinceList>,
}

impl Asked for ProvincesAsked {
    fn read(query: &Query, _: &Snapshot) -> Result<Self, BoxedProblem> {
        Ok(Self { basis: basis(query)? })
    }
}

/// All units.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AllProvinces<'a> {
    #[serde(flatten)]
    about: About<'a>,
    provinces: Vec<ProvinceShape<'a>>,
}

/// One unit.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OneProvince<'a> {
    #[serde(flatten)]
    about: About<'a>,
    province: ProvinceShape<'a>,
}

/// All provinces
///
/// Provinces and centrally run cities of all times, by the Vietnamese alphabet: the 63, Hà Tây, the 34.
#[utoipa::path(get, path = "/api/v1/provinces", operation_id = "provinces", tag = "provinces", params(Pinned, ProvincesAsked),
    responses((status = 200, description = "All provinces", body = AllProvinces)))]
pub(super) async fn list(State(api): Here, uri: Uri, headers: HeaderMap) -> Answer {
    let call = Call {
        uri: &uri,
        headers: &headers,
    };
    api.answer::<ProvincesAsked>(call, |snapshot, _, asked| {
        let catalogue = &snapshot.catalogue;
        let all = catalogue.provinces.alphabetical();
        let wanted = all.filter(|(_, p)| asked.basis.is_none_or(|basis| bases(p.listed).contains(&basis)));
        ApiBody::json(&AllProvinces {
            about: about(snapshot, [], &Used::default()),
            provinces: wanted.map(|(id, p)| shape(catalogue, id, p)).collect(),
        })
    })
    .await
}

/// One province
///
/// A unit with its names, dates, regions, predecessors and successor.
#[utoipa::path(get, path = "/api/v1/provinces/{province}", operation_id = "province", tag = "provinces",
    params(("province" = String, Path, description = "The province", example = "ha-noi"), Pinned),
    responses((status = 200, description = "One province", body = OneProvince)))]
pub(super) async fn one(
    State(api): Here,
    path: Result<Path<String>, PathRejection>,
    uri: Uri,
    headers: HeaderMap,
) -> Answer {
    let slug = parts(path)?;
    let call = Call {
        uri: &uri,
        headers: &headers,
    };
    api.answer::<Nothing>(call, |snapshot, _, _| {
        let catalogue = &snapshot.catalogue;
        let Some(id) = catalogue.provinces.by_slug(&slug) else {
            let all = catalogue.provinces.alphabetical();
            return Problem::not_found("There is no such province")
                .parameter("province")
                .found(&slug)
                .known(all.map(|(_, p)| p.slug.as_str()))
                .refuse();
        };
        ApiBody::json(&OneProvince {
            about: about(snapshot, [], &Used::default()),
            province: shape(catalogue, id, catalogue.provinces.get(id)),
        })
    })
    .await
}

const fn bases(listed: Listed) -> &'static [ProvinceList] {
    match listed {
        Listed::Before2025 => &[ProvinceList::Before2025],
        Listed::Since2025 => &[ProvinceList::Since2025],
        Listed::Both => &[ProvinceList::Before2025, ProvinceList::Since2025],
    }
}

fn named(province: &Province) -> Named<'_> {
    Named {
        id: &province.slug,
        name: (&province.name).into(),
    }
}

fn shape<'a>(catalogue: &'a Catalogue, id: ProvinceId, province: &'a Province) -> ProvinceShape<'a> {
    let provinces = &catalogue.provinces;
    let region = |id: &domain::RegionId| {
        let region = provinces.region(*id);
        RegionShape {
            id: &region.slug,
            scheme: &region.scheme,
            name: (&region.name).into(),
            main: *id == province.region,
        }
    };
    ProvinceShape {
        id: &province.slug,
        address: format!("/api/v1/provinces/{}", province.slug),
        code: &province.code,
        kind: if province.city {
            UnitKind::City
        } else {
            UnitKind::Province
        },
        name: (&province.name).into(),
        earlier_names: province
            .earlier_names
            .iter()
            .map(|(name, until)| EarlierName {
                name: name.into(),
                until: until.iso(),
            })
            .collect(),
        bases: bases(province.listed).iter().map(|basis| (*basis).into()).collect(),
        valid_from: province.from.map(Date::iso),
        valid_to: province.to.map(Date::iso),
        regions: province.regions.iter().map(region).collect(),
        predecessors: provinces.predecessors(id).map(|(_, p)| named(p)).collect(),
        successor: province.successor.map(|id| named(provinces.get(id))),
    }
}
