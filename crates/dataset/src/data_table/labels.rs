//! Labels that the files contain, in both languages.

use domain::{AsOf, Lang};

/// The labels in one language.
pub(super) struct Labels {
    /// Name of the sheet with the rows.
    pub(super) table: &'static str,
    /// Name of the sheet with the explanations.
    pub(super) readme: &'static str,
    /// Name of the sheet with the sources, and the label before them.
    pub(super) sources: &'static str,
    pub(super) title: &'static str,
    pub(super) shows: &'static str,
    pub(super) citation: &'static str,
    pub(super) edition: &'static str,
    pub(super) published: &'static str,
    pub(super) link: &'static str,
    pub(super) publisher: &'static str,
}

const VI: Labels = Labels {
    table: "Bảng",
    readme: "Đọc tôi",
    sources: "Nguồn",
    title: "Tiêu đề",
    shows: "Nội dung",
    citation: "Trích dẫn",
    edition: "Ấn bản",
    published: "Ngày công bố",
    link: "Đường dẫn",
    publisher: "Nơi công bố",
};

const EN: Labels = Labels {
    table: "Table",
    readme: "Readme",
    sources: "Sources",
    title: "Title",
    shows: "What it shows",
    citation: "Citation",
    edition: "Edition",
    published: "Published",
    link: "Link",
    publisher: "Publisher",
};

/// Returns the labels of a language.
pub(super) const fn labels(lang: Lang) -> &'static Labels {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}

/// Formats a day, month or year for readers; any other text is returned unchanged.
pub(super) fn format_date(iso: &str, lang: Lang) -> String {
    iso.parse::<AsOf>()
        .map_or_else(|_| iso.to_owned(), |as_of| as_of.format(lang))
}
