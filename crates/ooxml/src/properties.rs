//! The core properties of a file: title, author, language, date.

use domain::{Date, Lang};

use crate::{words, xml::Xml};

/// Returns the part. The date is that of the edition, so that the same content gives the same bytes.
pub(crate) fn core(title: &str, published: Date, lang: Lang) -> Vec<u8> {
    let spaces = [
        (
            "xmlns:cp",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        ),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    let day = format!(
        "{:04}-{:02}-{:02}T00:00:00Z",
        published.year(),
        published.month(),
        published.day()
    );
    Xml::part("cp:coreProperties", &spaces, |x| {
        x.text("dc:title", &[], title);
        x.text("dc:creator", &[], words::AUTHOR);
        x.text("cp:lastModifiedBy", &[], words::AUTHOR);
        for name in ["dcterms:created", "dcterms:modified"] {
            x.text(name, &[("xsi:type", "dcterms:W3CDTF")], &day);
        }
        x.text("dc:language", &[], words::tag(lang));
    })
}
