//! Provinces, and communes whose names are made up of syllables.

use std::collections::HashMap;

use crate::Result;

const PROVINCES: &str = include_str!("../../../../data/catalogue/provinces.csv");
const MEMBERSHIPS: &str = include_str!("../../../../data/catalogue/province-regions.csv");
const REGIONS: &str = include_str!("../../../../data/catalogue/regions.csv");

/// The file of earlier names, of which there are none.
pub(super) const NAMES_HEADER: &str = "id,name_vi,name_en,valid_from,valid_to\n";

/// Syllables of commune names, with their spelling without diacritics.
const FIRST: [(&str, &str); 26] = [
    ("An", "An"),
    ("Bình", "Binh"),
    ("Cẩm", "Cam"),
    ("Châu", "Chau"),
    ("Đại", "Dai"),
    ("Đông", "Dong"),
    ("Đức", "Duc"),
    ("Hòa", "Hoa"),
    ("Hưng", "Hung"),
    ("Kim", "Kim"),
    ("Long", "Long"),
    ("Mỹ", "My"),
    ("Nam", "Nam"),
    ("Ngọc", "Ngoc"),
    ("Phú", "Phu"),
    ("Quảng", "Quang"),
    ("Sơn", "Son"),
    ("Tân", "Tan"),
    ("Tây", "Tay"),
    ("Thanh", "Thanh"),
    ("Thượng", "Thuong"),
    ("Trường", "Truong"),
    ("Văn", "Van"),
    ("Vĩnh", "Vinh"),
    ("Xuân", "Xuan"),
    ("Yên", "Yen"),
];
const SECOND: [(&str, &str); 23] = [
    ("Cường", "Cuong"),
    ("Điền", "Dien"),
    ("Dương", "Duong"),
    ("Giang", "Giang"),
    ("Hà", "Ha"),
    ("Hải", "Hai"),
    ("Khánh", "Khanh"),
    ("Khê", "Khe"),
    ("Lâm", "Lam"),
    ("Lập", "Lap"),
    ("Lộc", "Loc"),
    ("Lợi", "Loi"),
    ("Minh", "Minh"),
    ("Phong", "Phong"),
    ("Phước", "Phuoc"),
    ("Thắng", "Thang"),
    ("Thịnh", "Thinh"),
    ("Thọ", "Tho"),
    ("Thủy", "Thuy"),
    ("Tiến", "Tien"),
    ("Trạch", "Trach"),
    ("Trung", "Trung"),
    ("Xá", "Xa"),
];

/// Number of names of communes.
const NAMES: usize = FIRST.len() * SECOND.len();

/// A province or a commune.
#[derive(Clone)]
pub(super) struct Unit {
    /// From 0.
    pub(super) number: u32,
    pub(super) slug: String,
    pub(super) name: String,
    name_en: String,
    code: &'static str,
    kind: &'static str,
    region: &'static str,
    /// Slug of the province, its own if it is one.
    pub(super) province: String,
}

/// Iterates over the units that are provinces.
pub(super) fn provinces(units: &[Unit]) -> impl Iterator<Item = &Unit> {
    units.iter().filter(|unit| unit.slug == unit.province)
}

/// Returns the 34 provinces, then communes of each province in turn. Several provinces have communes of the same name,
/// as in reality, but a province has only one of each.
pub(super) fn units(count: u32) -> Result<Vec<Unit>> {
    let mut units = all_provinces()?;
    let provinces = units.clone();
    let communes = (0..NAMES).flat_map(|round| provinces.iter().enumerate().map(move |of| (round, of)));
    for (number, (round, (at, province))) in (0..count).skip(provinces.len()).zip(communes) {
        // A stride that has no divisor in common with the number of names reaches all of them.
        units.push(commune(number, province, (round * 37 + at * 61) % NAMES));
    }
    let count = usize::try_from(count)?;
    units.truncate(count);
    if units.len() < count {
        return Err(format!("at most {} units", units.len()).into());
    }
    Ok(units)
}

fn all_provinces() -> Result<Vec<Unit>> {
    let memberships = MEMBERSHIPS.lines().filter_map(|line| line.split_once(','));
    let regions: HashMap<&str, &str> = memberships.filter(|(_, region)| region.starts_with("34-")).collect();
    let mut provinces = Vec::new();
    for line in PROVINCES.lines() {
        let cells: Vec<&'static str> = line.split(',').collect();
        let [slug, code, "34" | "both", kind, name, name_en, ..] = cells[..] else {
            continue;
        };
        provinces.push(Unit {
            number: u32::try_from(provinces.len())?,
            slug: slug.to_owned(),
            name: name.to_owned(),
            name_en: name_en.to_owned(),
            code,
            kind,
            region: regions.get(slug).ok_or_else(|| format!("no region of {slug}"))?,
            province: slug.to_owned(),
        });
    }
    Ok(provinces)
}

fn commune(number: u32, province: &Unit, name: usize) -> Unit {
    let (first, first_en) = FIRST[name % FIRST.len()];
    let (second, second_en) = SECOND[name / FIRST.len()];
    let (kind, kind_slug, kind_en) = if name.is_multiple_of(5) {
        ("Phường", "phuong", "Ward")
    } else {
        ("Xã", "xa", "Commune")
    };
    Unit {
        number,
        slug: format!("{kind_slug}-{first_en}-{second_en}-{}", province.slug).to_lowercase(),
        name: format!("{kind} {first} {second}"),
        name_en: format!("{first_en} {second_en} {kind_en}"),
        kind: "province",
        ..province.clone()
    }
}

pub(super) fn provinces_file(units: &[Unit]) -> String {
    let mut text = "id,code,basis,kind,name_vi,name_en,valid_from,valid_to,successor,region\n".to_owned();
    for unit in units {
        let (slug, code, kind) = (&unit.slug, unit.code, unit.kind);
        let (name, name_en, region) = (&unit.name, &unit.name_en, unit.region);
        text += &format!("{slug},{code},34,{kind},{name},{name_en},,,,{region}\n");
    }
    text
}

/// Returns the regions of the list since 2025.
pub(super) fn regions_file() -> String {
    let header = REGIONS.lines().take(1);
    let regions = REGIONS.lines().filter(|line| line.contains(",six-34,"));
    header.chain(regions).map(|line| format!("{line}\n")).collect()
}

/// Returns a spelling for each commune that has the name of its province, as its own may be that of several.
pub(super) fn aliases_file(units: &[Unit]) -> String {
    let names: HashMap<&str, &str> = provinces(units)
        .map(|unit| (unit.slug.as_str(), unit.name.as_str()))
        .collect();
    let mut text = "alias,province,valid_from,valid_to\n".to_owned();
    for unit in units.iter().filter(|unit| unit.slug != unit.province) {
        if let Some(province) = names.get(unit.province.as_str()) {
            text += &format!("{} {province},{},,\n", unit.name, unit.slug);
        }
    }
    text
}
