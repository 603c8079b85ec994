//! Reads provinces, regions and spellings from five CSV files.

use std::collections::{HashMap, HashSet};

use domain::{Alias, Date, Listed, Province, ProvinceId, Provinces, Region, RegionId, Text};

use crate::{
    files::Files,
    problem::Problems,
    sheet::{Row, Sheet},
};

const PROVINCES: &str = "catalogue/provinces.csv";
const HEADER: [&str; 10] = [
    "id",
    "code",
    "basis",
    "kind",
    "name_vi",
    "name_en",
    "valid_from",
    "valid_to",
    "successor",
    "region",
];

pub(crate) fn read(files: &Files, problems: &mut Problems) -> Provinces {
    let regions = read_regions(files, problems);
    let region_ids = ids(regions.iter().map(|r| r.slug.as_str()), RegionId);
    let Some(sheet) = Sheet::read(files, PROVINCES, &HEADER, problems) else {
        return Provinces::default();
    };
    let slugs: Vec<&str> = sheet.rows().map(|row| row.get("id")).collect();
    let province_ids = ids(slugs.iter().copied(), ProvinceId);
    let mut list: Vec<Province> = Vec::with_capacity(sheet.len());
    for row in sheet.rows() {
        list.push(province(row, &province_ids, &region_ids, problems));
    }
    let mut known = HashSet::new();
    for (row, slug) in sheet.rows().zip(&slugs) {
        if !known.insert(slug) {
            problems.add(
                &row.location("id"),
                format!("`{slug}` a second time"),
                "a name used once",
                "give each unit a unique name",
            );
        }
    }
    read_memberships(files, &mut list, &province_ids, &region_ids, problems);
    read_earlier_names(files, &mut list, &province_ids, problems);
    let aliases = read_aliases(files, &province_ids, problems);
    Provinces::new(list, regions, aliases)
}

type Ids<T> = HashMap<String, T>;

fn ids<'a, T>(slugs: impl Iterator<Item = &'a str>, make: fn(u16) -> T) -> Ids<T> {
    slugs
        .enumerate()
        .filter_map(|(i, slug)| u16::try_from(i).ok().map(|i| (slug.to_owned(), make(i))))
        .collect()
}

fn province(
    row: Row<'_, '_>,
    provinces: &Ids<ProvinceId>,
    regions: &Ids<RegionId>,
    problems: &mut Problems,
) -> Province {
    let slug = row.get("id");
    if slug.is_empty() || slug != domain::slug(slug) {
        problems.add(
            &row.location("id"),
            format!("`{slug}`"),
            "lower-case letters, digits and hyphens",
            "write it like `nghe-an`",
        );
    }
    let code = row.get("code");
    if code.len() != 2 || !code.bytes().all(|b| b.is_ascii_digit()) {
        problems.add(
            &row.location("code"),
            format!("`{code}`"),
            "two digits",
            "write the statistics office's code, such as `01`",
        );
    }
    for field in ["name_vi", "name_en"] {
        if row.get(field).is_empty() {
            problems.add(&row.location(field), "nothing", "a name", "write the unit's name");
        }
    }
    let listed = match row.get("basis") {
        "63" | "former" => Listed::Before2025,
        "34" => Listed::Since2025,
        "both" => Listed::Both,
        other => {
            problems.add(
                &row.location("basis"),
                format!("`{other}`"),
                "63, 34, both or former",
                "choose one",
            );
            Listed::Both
        }
    };
    let region = look_up(row, "region", regions, "a region of regions.csv", problems).unwrap_or(RegionId(0));
    Province {
        slug: slug.to_owned(),
        code: code.to_owned(),
        listed,
        city: choice(row, "kind", &[("city", true), ("province", false)], problems),
        name: Text::new(domain::tidy(row.get("name_vi")), row.get("name_en")),
        earlier_names: Vec::new(),
        from: date(row, "valid_from", problems),
        to: date(row, "valid_to", problems),
        successor: look_up(row, "successor", provinces, "a unit of this file", problems),
        region,
        regions: vec![region],
    }
}

fn choice<T: Copy>(row: Row<'_, '_>, field: &'static str, options: &[(&str, T)], problems: &mut Problems) -> T {
    let found = row.get(field);
    if let Some((_, value)) = options.iter().find(|(word, _)| *word == found) {
        return *value;
    }
    let words: Vec<&str> = options.iter().map(|(word, _)| *word).collect();
    problems.add(
        &row.location(field),
        format!("`{found}`"),
        words.join(" or "),
        "choose one",
    );
    options[0].1
}

fn date(row: Row<'_, '_>, field: &'static str, problems: &mut Problems) -> Option<Date> {
    let found = row.get(field);
    if found.is_empty() {
        return None;
    }
    let date = found.parse().ok();
    if date.is_none() {
        problems.add(
            &row.location(field),
            format!("`{found}`"),
            "a day as YYYY-MM-DD",
            "write it like `2025-06-30`",
        );
    }
    date
}

/// Returns an id by its slug; `None` if the cell is empty or, with a problem, if the slug is unknown.
fn look_up<T: Copy>(
    row: Row<'_, '_>,
    field: &'static str,
    ids_by_slug: &Ids<T>,
    expected: &str,
    problems: &mut Problems,
) -> Option<T> {
    let found = row.get(field);
    if found.is_empty() {
        return None;
    }
    let id = ids_by_slug.get(found).copied();
    if id.is_none() {
        problems.add(
            &row.location(field),
            format!("`{found}`"),
            expected,
            "correct the name, or add it there",
        );
    }
    id
}

fn read_regions(files: &Files, problems: &mut Problems) -> Vec<Region> {
    let head = ["id", "scheme", "order", "name_vi", "name_en"];
    let Some(sheet) = Sheet::read(files, "catalogue/regions.csv", &head, problems) else {
        return Vec::new();
    };
    let mut regions: Vec<(u32, Region)> = Vec::with_capacity(sheet.len());
    for row in sheet.rows() {
        let order = row.get("order").parse().unwrap_or_else(|_| {
            problems.add(
                &row.location("order"),
                format!("`{}`", row.get("order")),
                "a whole number",
                "number the regions of a scheme from 1",
            );
            0
        });
        regions.push((
            order,
            Region {
                slug: row.get("id").to_owned(),
                scheme: row.get("scheme").to_owned(),
                name: Text::new(domain::tidy(row.get("name_vi")), row.get("name_en")),
            },
        ));
    }
    regions.sort_by(|a, b| (&a.1.scheme, a.0).cmp(&(&b.1.scheme, b.0)));
    regions.into_iter().map(|(_, region)| region).collect()
}

fn read_memberships(
    files: &Files,
    list: &mut [Province],
    provinces: &Ids<ProvinceId>,
    regions: &Ids<RegionId>,
    problems: &mut Problems,
) {
    let Some(sheet) = Sheet::read(
        files,
        "catalogue/province-regions.csv",
        &["province", "region"],
        problems,
    ) else {
        return;
    };
    for row in sheet.rows() {
        let province = look_up(row, "province", provinces, "a unit of provinces.csv", problems);
        let region = look_up(row, "region", regions, "a region of regions.csv", problems);
        if let Some((province, region)) = province.zip(region) {
            let all = &mut list[usize::from(province.0)].regions;
            if !all.contains(&region) {
                all.push(region);
            }
        }
    }
}

fn read_earlier_names(files: &Files, list: &mut [Province], provinces: &Ids<ProvinceId>, problems: &mut Problems) {
    let head = ["id", "name_vi", "name_en", "valid_from", "valid_to"];
    let Some(sheet) = Sheet::read(files, "catalogue/province-names.csv", &head, problems) else {
        return;
    };
    for row in sheet.rows() {
        let province = look_up(row, "id", provinces, "a unit of provinces.csv", problems);
        let to = date(row, "valid_to", problems);
        if to.is_none() {
            problems.add(
                &row.location("valid_to"),
                "nothing",
                "the last day of this name",
                "write it like `2024-12-31`",
            );
        }
        if let Some((province, to)) = province.zip(to) {
            let name = Text::new(domain::tidy(row.get("name_vi")), row.get("name_en"));
            list[usize::from(province.0)].earlier_names.push((name, to));
        }
    }
}

fn read_aliases(files: &Files, provinces: &Ids<ProvinceId>, problems: &mut Problems) -> Vec<Alias> {
    let head = ["alias", "province", "valid_from", "valid_to"];
    let Some(sheet) = Sheet::read(files, "catalogue/aliases.csv", &head, problems) else {
        return Vec::new();
    };
    let mut aliases = Vec::with_capacity(sheet.len());
    for row in sheet.rows() {
        let (from, to) = (date(row, "valid_from", problems), date(row, "valid_to", problems));
        if let Some(province) = look_up(row, "province", provinces, "a unit of provinces.csv", problems) {
            aliases.push(Alias {
                spelling: domain::tidy(row.get("alias")),
                province,
                from,
                to,
            });
        }
    }
    aliases
}
