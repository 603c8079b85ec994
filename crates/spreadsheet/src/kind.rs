//! Detects the type of a file from its content.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

/// The detected type of a file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Detected {
    /// Empty, or only whitespace and a byte order mark.
    Empty,
    /// Text in any encoding.
    Text,
    /// An Excel workbook since 2007 (.xlsx).
    Xlsx,
    /// An Excel workbook before 2007 (.xls).
    Xls,
    /// An OpenDocument spreadsheet.
    Ods,
    /// Excel's binary format since 2007 (.xlsb).
    Xlsb,
    /// Excel 2003 XML.
    ExcelXml,
    /// An HTML page, whatever its name.
    Html,
    /// A Word document since 2007 (.docx).
    Docx,
    /// A PDF document.
    Pdf,
    /// A password-protected workbook.
    Protected,
    /// A container that cannot be opened, with its reader's error message.
    Broken(String),
    /// Any other type, named in Vietnamese and English.
    Other(&'static str, &'static str),
}

/// Magic numbers of files that are neither text nor workbooks.
const SIGNATURES: &[(&[u8], &str, &str)] = &[
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

/// Bytes at the beginning of a file that are searched for markup.
const HEAD: usize = 4096;

/// Detects the type of a file from its content: file names are often wrong.
pub(crate) fn detect(bytes: &[u8]) -> Detected {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zipped(bytes);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return compound(bytes);
    }
    if let Some((_, vi, en)) = SIGNATURES.iter().find(|(begin, ..)| bytes.starts_with(begin)) {
        return Detected::Other(vi, en);
    }
    let mut body = bytes;
    while let Some(rest) = body.strip_prefix(b"\xEF\xBB\xBF") {
        body = rest;
    }
    if body.iter().all(|b| b.is_ascii_whitespace() || *b == 0) || matches!(body, b"\xFF\xFE" | b"\xFE\xFF") {
        return Detected::Empty;
    }
    // Some programs write a line or a byte order mark before the signature.
    let start = &bytes[..bytes.len().min(1024)];
    if start.windows(5).any(|window| window == b"%PDF-") {
        return Detected::Pdf;
    }
    marked_up(body).unwrap_or(Detected::Text)
}

/// Detects HTML and XML; `None` for other text. Many reporting systems export an HTML page named `.xls` as "Excel".
fn marked_up(body: &[u8]) -> Option<Detected> {
    let head: Vec<u8> = body[..body.len().min(HEAD)]
        .iter()
        .filter(|b| **b != 0) // UTF-16
        .map(u8::to_ascii_lowercase)
        .collect();
    let head = String::from_utf8_lossy(&head);
    let head = head.trim_start_matches(|c: char| c.is_whitespace() || !c.is_ascii());
    if head.starts_with("mime-version:") && head.contains("multipart/related") {
        return Some(Detected::Other(
            "trang web lưu thành một tệp (MHTML): hãy mở bằng Excel và lưu thành .xlsx",
            "a web page saved as a single file (MHTML): open it in Excel and save it as .xlsx",
        ));
    }
    if !head.starts_with('<') {
        return None;
    }
    if head.contains("urn:schemas-microsoft-com:office:spreadsheet") && !head.contains("<html") {
        return Some(Detected::ExcelXml);
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
        return Some(Detected::Html);
    }
    let xml = head.starts_with("<?xml") || head.starts_with("<svg");
    xml.then_some(Detected::Other("tệp XML", "an XML file"))
}

fn zipped(bytes: &[u8]) -> Detected {
    let mut archive = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive,
        Err(error) => return Detected::Broken(error.to_string()),
    };
    if archive.is_empty() {
        return Detected::Other("tệp ZIP trống", "an empty ZIP archive");
    }
    let mut mimetype = String::new();
    if let Ok(file) = archive.by_name("mimetype") {
        // An unreadable mimetype is treated as a missing one.
        let _ = file.take(128).read_to_string(&mut mimetype);
    }
    let has = |part: &str| {
        archive
            .file_names()
            .flatten()
            .any(|name| name.replace('\\', "/").to_ascii_lowercase().starts_with(part))
    };
    match mimetype.trim() {
        "application/vnd.oasis.opendocument.spreadsheet" => return Detected::Ods,
        other if other.starts_with("application/vnd.oasis.opendocument.") => {
            return Detected::Other(
                "tài liệu OpenDocument, không phải bảng tính",
                "an OpenDocument file that is not a spreadsheet",
            );
        }
        _ => {}
    }
    if has("xl/workbook.bin") {
        Detected::Xlsb
    } else if has("word/") {
        Detected::Docx
    } else if has("ppt/") {
        Detected::Other("bài trình chiếu PowerPoint", "a PowerPoint presentation")
    } else if has("xl/") || has("[content_types].xml") {
        Detected::Xlsx
    } else if has("index/document.iwa") || has("index.zip") {
        Detected::Other("bảng tính Numbers của Apple", "a Numbers spreadsheet")
    } else if has("content.xml") {
        Detected::Ods
    } else {
        Detected::Other("tệp nén ZIP: hãy giải nén trước", "a ZIP archive: unpack it first")
    }
}

fn compound(bytes: &[u8]) -> Detected {
    let file = match cfb::CompoundFile::open(Cursor::new(bytes)) {
        Ok(file) => file,
        Err(error) => return Detected::Broken(error.to_string()),
    };
    let has = |name: &str| file.is_stream(name);
    if has("/EncryptedPackage") {
        Detected::Protected
    } else if has("/Workbook") || has("/Book") {
        Detected::Xls
    } else if has("/WordDocument") {
        Detected::Other(
            "tài liệu Word đời cũ (.doc): hãy lưu thành .docx",
            "an older Word document (.doc): save it as .docx",
        )
    } else if has("/PowerPoint Document") {
        Detected::Other("bài trình chiếu PowerPoint", "a PowerPoint presentation")
    } else {
        Detected::Other("tệp OLE không có sổ tính", "an OLE file without a workbook")
    }
}
