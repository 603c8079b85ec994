//! What a file is, told from its bytes.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

/// What a file looks like.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Looks {
    /// Nothing in it, or only spaces and a byte order mark.
    Empty,
    /// Text of some encoding.
    Text,
    /// Excel since 2007.
    Xlsx,
    /// Excel before 2007.
    Xls,
    /// OpenDocument.
    Ods,
    /// Excel's binary format since 2007.
    Xlsb,
    /// Excel 2003 XML.
    ExcelXml,
    /// An HTML page, whatever it is named.
    Html,
    /// Word since 2007.
    Docx,
    /// A document of pages.
    Pdf,
    /// A workbook with a password.
    Protected,
    /// A container that cannot be opened, and what its reader says.
    Broken(String),
    /// Something else, in Vietnamese and English.
    Other(&'static str, &'static str),
}

/// Beginnings of files that are neither text nor workbooks.
const BEGINNINGS: &[(&[u8], &str, &str)] = &[
    (b"{\\rtf", "tài liệu RTF", "an RTF document"),
    (b"\x89PNG", "ảnh PNG", "a PNG image"),
    (b"\xFF\xD8\xFF", "ảnh JPEG", "a JPEG image"),
    (b"GIF8", "ảnh GIF", "a GIF image"),
    (b"II*\0", "ảnh TIFF", "a TIFF image"),
    (b"MM\0*", "ảnh TIFF", "a TIFF image"),
    (b"RIFF", "tệp hình, âm thanh", "a media file"),
    (b"Rar!", "tệp nén RAR", "a RAR archive"),
    (b"7z\xBC\xAF", "tệp nén 7z", "a 7z archive"),
    (b"\x1F\x8B", "tệp nén GZIP", "a GZIP archive"),
    (b"PAR1", "tệp Parquet", "a Parquet file"),
    (b"SQLite format 3", "cơ sở dữ liệu SQLite", "an SQLite database"),
    (
        b"\x09\x04",
        "sổ tính Excel trước năm 1995",
        "an Excel sheet from before 1995",
    ),
    (
        b"\x09\x02",
        "sổ tính Excel trước năm 1995",
        "an Excel sheet from before 1995",
    ),
    (b"\x7FELF", "chương trình", "a program"),
    (b"MZ\x90", "chương trình", "a program"),
];

/// How far into a file its beginning is looked for.
const HEAD: usize = 4096;

/// Tells what a file is, from its bytes: names are often wrong.
pub(crate) fn tell(bytes: &[u8]) -> Looks {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zipped(bytes);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return compound(bytes);
    }
    if let Some((_, vi, en)) = BEGINNINGS.iter().find(|(begin, ..)| bytes.starts_with(begin)) {
        return Looks::Other(vi, en);
    }
    let mut body = bytes;
    while let Some(rest) = body.strip_prefix(b"\xEF\xBB\xBF") {
        body = rest;
    }
    if body.iter().all(|b| b.is_ascii_whitespace() || *b == 0) || matches!(body, b"\xFF\xFE" | b"\xFE\xFF") {
        return Looks::Empty;
    }
    // Some programs write a line or a mark before it.
    let start = &bytes[..bytes.len().min(1024)];
    if start.windows(5).any(|window| window == b"%PDF-") {
        return Looks::Pdf;
    }
    marked_up(body).unwrap_or(Looks::Text)
}

/// Pages and XML. A page named `.xls` is what many reporting systems call an Excel export.
fn marked_up(body: &[u8]) -> Option<Looks> {
    let head: Vec<u8> = body[..body.len().min(HEAD)]
        .iter()
        .filter(|b| **b != 0) // UTF-16
        .map(u8::to_ascii_lowercase)
        .collect();
    let head = String::from_utf8_lossy(&head);
    let head = head.trim_start_matches(|c: char| c.is_whitespace() || !c.is_ascii());
    if head.starts_with("mime-version:") && head.contains("multipart/related") {
        return Some(Looks::Other(
            "trang web lưu thành một tệp (MHTML): hãy mở bằng Excel và lưu thành .xlsx",
            "a web page saved as a single file (MHTML): open it in Excel and save it as .xlsx",
        ));
    }
    if !head.starts_with('<') {
        return None;
    }
    if head.contains("urn:schemas-microsoft-com:office:spreadsheet") && !head.contains("<html") {
        return Some(Looks::ExcelXml);
    }
    let page = [
        "<html",
        "<table",
        "<!doctype html",
        "<head",
        "<body",
        "<meta",
        "<div",
        "<style",
    ]
    .iter()
    .any(|tag| head.contains(tag));
    if page {
        return Some(Looks::Html);
    }
    let xml = head.starts_with("<?xml") || head.starts_with("<svg");
    xml.then_some(Looks::Other("tệp XML", "an XML file"))
}

fn zipped(bytes: &[u8]) -> Looks {
    let mut archive = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive,
        Err(error) => return Looks::Broken(error.to_string()),
    };
    if archive.is_empty() {
        return Looks::Other("tệp ZIP trống", "an empty ZIP archive");
    }
    let mut mimetype = String::new();
    if let Ok(file) = archive.by_name("mimetype") {
        // A mimetype that cannot be read is one that says nothing.
        let _ = file.take(128).read_to_string(&mut mimetype);
    }
    let has = |part: &str| {
        archive
            .file_names()
            .flatten()
            .any(|name| name.replace('\\', "/").to_ascii_lowercase().starts_with(part))
    };
    match mimetype.trim() {
        "application/vnd.oasis.opendocument.spreadsheet" => return Looks::Ods,
        other if other.starts_with("application/vnd.oasis.opendocument.") => {
            return Looks::Other(
                "tài liệu OpenDocument, không phải bảng tính",
                "an OpenDocument file that is no spreadsheet",
            );
        }
        _ => {}
    }
    if has("xl/workbook.bin") {
        Looks::Xlsb
    } else if has("word/") {
        Looks::Docx
    } else if has("ppt/") {
        Looks::Other("bài trình chiếu PowerPoint", "a PowerPoint presentation")
    } else if has("xl/") || has("[content_types].xml") {
        Looks::Xlsx
    } else if has("index/document.iwa") || has("index.zip") {
        Looks::Other("bảng tính Numbers của Apple", "a Numbers spreadsheet")
    } else if has("content.xml") {
        Looks::Ods
    } else {
        Looks::Other("tệp nén ZIP: hãy giải nén trước", "a ZIP archive: unpack it first")
    }
}

fn compound(bytes: &[u8]) -> Looks {
    let file = match cfb::CompoundFile::open(Cursor::new(bytes)) {
        Ok(file) => file,
        Err(error) => return Looks::Broken(error.to_string()),
    };
    let has = |name: &str| file.is_stream(name);
    if has("/EncryptedPackage") {
        Looks::Protected
    } else if has("/Workbook") || has("/Book") {
        Looks::Xls
    } else if has("/WordDocument") {
        Looks::Other(
            "tài liệu Word đời cũ (.doc): hãy lưu thành .docx",
            "an older Word document (.doc): save it as .docx",
        )
    } else if has("/PowerPoint Document") {
        Looks::Other("bài trình chiếu PowerPoint", "a PowerPoint presentation")
    } else {
        Looks::Other("tệp OLE không có sổ tính", "an OLE file without a workbook")
    }
}
