//! What the address of an exported file can end in.

use app::export::ExportParts;
use dataset::{CsvDialect, ExportFormat};

/// What an address can end in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Svg,
    Png,
    Pdf,
    Pptx,
    /// A workbook: with a native chart for charts, a typed table for tables.
    Xlsx,
    Table(ExportFormat),
    /// CSV for spreadsheets with Vietnamese settings.
    VietnameseCsv,
    /// What a CSV file in this dialect holds, for programs (CSVW).
    CsvMetadata(CsvDialect),
    Html,
    Bibtex,
    Csl,
}

impl Format {
    /// Longer endings first.
    const ALL: [(&'static str, Self); 14] = [
        (".vi.csv-metadata.json", Self::CsvMetadata(CsvDialect::Vietnamese)),
        (".csv-metadata.json", Self::CsvMetadata(CsvDialect::Programs)),
        (".vi.csv", Self::VietnameseCsv),
        (".csl.json", Self::Csl),
        (".svg", Self::Svg),
        (".png", Self::Png),
        (".pdf", Self::Pdf),
        (".pptx", Self::Pptx),
        (".xlsx", Self::Xlsx),
        (".csv", Self::Table(ExportFormat::Csv)),
        (".json", Self::Table(ExportFormat::Json)),
        (".parquet", Self::Table(ExportFormat::Parquet)),
        (".html", Self::Html),
        (".bib", Self::Bibtex),
    ];

    /// A path without its ending, and the format that the ending names.
    pub(crate) fn split(path: &str) -> Option<(&str, Self)> {
        Self::ALL
            .iter()
            .find_map(|(ending, format)| Some((path.strip_suffix(ending)?, *format)))
    }

    pub(super) const fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
            Self::Pptx => "pptx",
            Self::Xlsx => "xlsx",
            Self::Table(format) => format.extension(),
            Self::VietnameseCsv => "vi.csv",
            Self::CsvMetadata(CsvDialect::Programs) => "csv-metadata.json",
            Self::CsvMetadata(CsvDialect::Vietnamese) => "vi.csv-metadata.json",
            Self::Html => "html",
            Self::Bibtex => "bib",
            Self::Csl => "csl.json",
        }
    }

    pub(super) const fn media_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
            Self::Pdf => "application/pdf",
            Self::Pptx => ooxml::PPTX,
            Self::Xlsx => ooxml::XLSX,
            Self::Table(format) => format.media_type(),
            Self::VietnameseCsv => ExportFormat::Csv.media_type(),
            Self::CsvMetadata(_) => "application/csvm+json",
            Self::Html => "text/html; charset=utf-8",
            Self::Bibtex => "application/x-bibtex; charset=utf-8",
            Self::Csl => "application/vnd.citationstyles.csl+json",
        }
    }

    /// Whether a browser saves it in any case.
    pub(super) const fn saved(self) -> bool {
        matches!(
            self,
            Self::Pptx | Self::Xlsx | Self::VietnameseCsv | Self::Bibtex | Self::Csl
        ) || matches!(
            self,
            Self::Table(ExportFormat::Csv | ExportFormat::Xlsx | ExportFormat::Parquet)
        )
    }

    /// Whether compressing it again is of no use.
    pub(super) const fn packed(self) -> bool {
        matches!(
            self,
            Self::Png | Self::Pdf | Self::Pptx | Self::Xlsx | Self::Table(ExportFormat::Parquet)
        )
    }

    /// The metadata of a CSV file.
    pub(super) const fn described_by(self) -> Option<Self> {
        match self {
            Self::Table(ExportFormat::Csv) => Some(Self::CsvMetadata(CsvDialect::Programs)),
            Self::VietnameseCsv => Some(Self::CsvMetadata(CsvDialect::Vietnamese)),
            _ => None,
        }
    }

    /// Whether people read it, in a spreadsheet or on a page.
    pub(super) const fn for_people(self) -> bool {
        matches!(self, Self::Xlsx | Self::VietnameseCsv | Self::Html)
            || matches!(
                self,
                Self::Table(ExportFormat::Xlsx) | Self::CsvMetadata(CsvDialect::Vietnamese)
            )
    }

    /// What is needed of the view.
    pub(super) const fn wants(self) -> ExportParts {
        match self {
            Self::Svg | Self::Png | Self::Pdf | Self::Pptx | Self::Bibtex | Self::Csl => ExportParts::Picture,
            Self::Table(_) | Self::VietnameseCsv | Self::CsvMetadata(_) | Self::Html => ExportParts::Table,
            Self::Xlsx => ExportParts::Both,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_names_a_format() {
        for (ending, format) in Format::ALL {
            let path = format!("rankings/pci/2016/bars{ending}");
            assert_eq!(Format::split(&path), Some(("rankings/pci/2016/bars", format)));
            assert!(ending.ends_with(format.ending()));
        }
        assert_eq!(Format::split("rankings/pci/2016/bars"), None);
        assert_eq!(Format::split("rankings/pci/2016/bars.exe"), None);
    }
}
