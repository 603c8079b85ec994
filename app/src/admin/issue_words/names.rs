//! What fields, roles of columns, encodings and separators are called, and the headings of issues.

use domain::{
    Lang,
    upload::{Encoding, Field, IssueKind, Role},
};

use super::of;

/// Heading over all issues of a kind.
#[must_use]
pub fn title(lang: Lang, kind: IssueKind) -> &'static str {
    of(kind).map_or(kind.code(), |words| pick(lang, words.title))
}

/// A field of a figure.
#[must_use]
pub const fn field_name(lang: Lang, field: Field) -> &'static str {
    let both = match field {
        Field::Value => ["Giá trị", "Value"],
        Field::Rank => ["Hạng", "Rank"],
        Field::RankOf => ["Số đơn vị được xếp hạng", "Number ranked"],
        Field::Of => ["Trên tổng số hoặc điểm tối đa", "Out of (total or maximum)"],
        Field::Tier => ["Xếp loại hoặc nhóm", "Band or group"],
        Field::Approx => ["Mức độ chính xác (khoảng, hơn, gần)", "Precision (about, over, nearly)"],
        Field::Low => ["Cận dưới", "Lower end of the interval"],
        Field::High => ["Cận trên", "Upper end of the interval"],
        Field::StandardError => ["Sai số chuẩn", "Standard error"],
        Field::Missing => ["Lý do không có số", "Reason for no figure"],
        Field::NoteVi => ["Ghi chú tiếng Việt", "Remark in Vietnamese"],
        Field::NoteEn => ["Ghi chú tiếng Anh", "Remark in English"],
        Field::Source => ["Nguồn", "Source"],
        Field::Origin => ["Dòng trong tệp gốc", "Row in the original file"],
    };
    pick(lang, both)
}

/// What a column is read as. `component_name` is the name of the component that the role
/// names, where the catalogue has one.
#[must_use]
pub fn role_name(lang: Lang, role: &Role, component_name: Option<&str>) -> String {
    let both = match role {
        Role::Ignore => ["Không đọc", "Not read"],
        Role::Number => ["Số thứ tự", "Running number"],
        Role::Province => ["Tên tỉnh, thành", "Name of the province"],
        Role::Code => ["Mã thống kê của tỉnh, thành", "Statistics code of the province"],
        Role::Indicator => ["Tên chỉ số", "Name of the indicator"],
        Role::Component => ["Tên thành phần", "Name of the component"],
        Role::Year => ["Năm", "Year"],
        Role::AsOf => ["Thời điểm", "As of"],
        Role::Figure { field, component, year } => {
            let mut name = field_name(lang, *field).to_owned();
            let component = component_name.unwrap_or(component);
            if !component.is_empty() {
                name = format!("{name}: {component}");
            }
            if let Some(year) = year {
                name = format!("{name} ({year})");
            }
            return name;
        }
    };
    pick(lang, both).to_owned()
}

/// An encoding, with the fonts by which people know it.
#[must_use]
pub const fn encoding_name(lang: Lang, encoding: Encoding) -> &'static str {
    let both = match encoding {
        Encoding::Utf8 => ["UTF-8", "UTF-8"],
        Encoding::Utf16Le => ["UTF-16 (LE)", "UTF-16 (LE)"],
        Encoding::Utf16Be => ["UTF-16 (BE)", "UTF-16 (BE)"],
        Encoding::Windows1258 => ["Windows-1258 (tiếng Việt)", "Windows-1258 (Vietnamese)"],
        Encoding::Tcvn3 => ["TCVN3 (phông .VnTime)", "TCVN3 (fonts such as .VnTime)"],
        Encoding::Vni => ["VNI (phông VNI-Times)", "VNI (fonts such as VNI-Times)"],
    };
    pick(lang, both)
}

/// What stands between the cells of a text file.
#[must_use]
pub const fn separator_name(lang: Lang, separator: char) -> &'static str {
    let both = match separator {
        ',' => ["dấu phẩy", "comma"],
        ';' => ["dấu chấm phẩy", "semicolon"],
        '\t' => ["ký tự tab", "tab"],
        '|' => ["dấu gạch đứng", "vertical bar"],
        _ => ["dấu khác", "another mark"],
    };
    pick(lang, both)
}

/// One of two texts.
pub(in crate::admin) const fn pick(lang: Lang, [vi, en]: [&'static str; 2]) -> &'static str {
    match lang {
        Lang::Vi => vi,
        Lang::En => en,
    }
}
