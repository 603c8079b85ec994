//! The few words that the files say themselves, in both languages.

use domain::{AsOf, Lang};

/// Words of one language.
pub(super) struct Words {
    /// The sheet with the rows.
    pub(super) table: &'static str,
    /// The sheet with what a reader must know.
    pub(super) readme: &'static str,
    /// The sheet with the sources, and what stands before them.
    pub(super) sources: &'static str,
    pub(super) title: &'static str,
    pub(super) shows: &'static str,
    pub(super) citation: &'static str,
    pub(super) edition: &'static str,
    pub(super) published: &'static str,
    pub(super) link: &'static str,
    pub(super) publisher: &'static str,
}

const VI: Words = Words {
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

const EN: Words = Words {
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

/// The words of a language.
pub(super) const fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}

/// A day, month or year as people read it; what is none of them stays as it is.
pub(super) fn moment(iso: &str, lang: Lang) -> String {
    iso.parse::<AsOf>()
        .map_or_else(|_| iso.to_owned(), |moment| moment.format(lang))
}
