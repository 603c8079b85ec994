//! The texts in files that do not come from the models.

use domain::Lang;

/// A text in Vietnamese and English.
pub(crate) type Word = (&'static str, &'static str);

pub(crate) const NAME: Word = ("Tên", "Name");
pub(crate) const PROVINCE: Word = ("Tỉnh, thành phố", "Province");
pub(crate) const RANK: Word = ("Hạng", "Rank");
pub(crate) const VALUE: Word = ("Giá trị", "Value");
pub(crate) const AS_READ: Word = ("Đọc là", "As read");
pub(crate) const YEAR: Word = ("Năm", "Year");
pub(crate) const FIGURES: Word = ("Số liệu", "Figures");
pub(crate) const ABOUT: Word = ("Nguồn và cách đọc", "Source and reading");
pub(crate) const SOURCES: Word = ("Nguồn", "Sources");
pub(crate) const CONTINUED: Word = ("tiếp", "continued");
pub(crate) const PART: Word = ("phần", "part");
pub(crate) const CHART: Word = ("Biểu đồ", "Chart");
pub(crate) const OPEN_PAGE: Word = ("Mở trang có biểu đồ này", "Open the page of this chart");
pub(crate) const EMPTY: Word = (
    "Không có số liệu để vẽ biểu đồ này.",
    "There are no figures to draw this chart.",
);
pub(crate) const BREAK_MARK: Word = (
    "Dấu | giữa hai năm: số liệu hai bên không so sánh được với nhau nên không nối",
    "The mark | between two years: figures on its two sides cannot be compared and are not joined",
);
pub(crate) const NOT_COMPARABLE: Word = (
    "Số liệu hai bên không so sánh được với nhau nên không nối.",
    "Figures on the two sides cannot be compared and are not joined.",
);
pub(crate) const INCOMPLETE: Word = ("Không đủ số liệu cả hai bên", "Without figures on both sides");
pub(crate) const SCALE: Word = ("Thang 0–", "Scale 0–");
pub(crate) const MAXIMUM: Word = ("tối đa", "of");
pub(crate) const OWN_SCALES: Word = (
    "Điểm như công bố; điểm tối đa của mỗi phần ghi sau tên",
    "Points as published; the maximum of each part stands after its name",
);
pub(crate) const SHARES: Word = (
    "Phần trăm của thang riêng mỗi dòng; số như công bố ở bảng số liệu",
    "Per cent of each row's own scale; figures as published are in the table",
);
pub(crate) const BASE: Word = ("Phần nền, không vẽ", "Base, not drawn");
pub(crate) const TOTAL: Word = ("Tổng", "Total");
pub(crate) const UP: Word = ("Tăng", "Up");
pub(crate) const DOWN: Word = ("Giảm (độ dài)", "Down (length)");
pub(crate) const REMAINDER: Word = (
    "Phần không thành phần nào giải thích (độ dài)",
    "What no component explains (length)",
);
pub(crate) const AXIS_BEGINS: Word = ("Trục bắt đầu từ", "The axis begins at");
pub(crate) const ABBREVIATION: Word = ("Chữ trên ô", "Letters");
pub(crate) const CLASS: Word = ("Mức trên bản đồ", "Class on the map");
pub(crate) const KEY: Word = ("Chú giải", "Key");
pub(crate) const PLACES: Word = (
    "Viền đứt: có tên, không có số liệu riêng",
    "Dashed: named, without figures of its own",
);
pub(crate) const AUTHOR: &str = "Thước Đo";

/// Returns the text in a language.
pub(crate) const fn translate(lang: Lang, word: Word) -> &'static str {
    match lang {
        Lang::Vi => word.0,
        Lang::En => word.1,
    }
}

/// Returns the language tag for the attributes of Office files.
pub(crate) const fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "vi-VN",
        Lang::En => "en-GB",
    }
}
