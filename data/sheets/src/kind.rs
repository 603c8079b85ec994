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
    /// A workbook with a password.
    Protected,
    /// A container that cannot be opened, and what its reader says.
    Broken(String),
    /// Something else, in Vietnamese and English.
    Other(&'static str, &'static str),
}

/// Beginnings of files that are neither text nor workbooks.
const BEGINNINGS: &[(&[u8], &str, &str)] = &[
    (b"%PDF", "tài liệu PDF", "a PDF document"),
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

/// Tells what a file is. The name helps only to say what is wrong with it.
pub(crate) fn tell(bytes: &[u8], name: &str) -> Looks {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zipped(bytes);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return compound(bytes);
    }
    if let Some((_, vi, en)) = BEGINNINGS.iter().find(|(begin, ..)| bytes.starts_with(begin)) {
        return Looks::Other(vi, en);
    }
    let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if body.iter().all(|b| b.is_ascii_whitespace() || *b == 0) || matches!(body, b"\xFF\xFE" | b"\xFE\xFF") {
        return Looks::Empty;
    }
    marked_up(body, name).unwrap_or(Looks::Text)
}

/// Pages and XML. A page named `.xls` is what many reporting systems call an Excel export:
/// its cells may span rows and columns in any way, so Excel has to make a workbook of it.
fn marked_up(body: &[u8], name: &str) -> Option<Looks> {
    let head: Vec<u8> = body[..body.len().min(HEAD)]
        .iter()
        .filter(|b| **b != 0) // UTF-16
        .map(u8::to_ascii_lowercase)
        .collect();
    let head = String::from_utf8_lossy(&head);
    let head = head.trim_start_matches(|c: char| c.is_whitespace() || !c.is_ascii());
    if !head.starts_with('<') {
        return None;
    }
    let page = ["<html", "<table", "<!doctype html", "<head", "<body", "<meta"]
        .iter()
        .any(|tag| head.contains(tag));
    let named_excel = name.to_ascii_lowercase().ends_with(".xls");
    Some(match (page, named_excel) {
        (true, true) => Looks::Other(
            "trang HTML mang đuôi .xls: hãy mở bằng Excel và lưu thành .xlsx",
            "an HTML page named .xls: open it in Excel and save it as .xlsx",
        ),
        (true, false) => Looks::Other("trang HTML", "an HTML page"),
        (false, _) if head.contains("urn:schemas-microsoft-com:office:spreadsheet") => Looks::Other(
            "bảng tính XML của Excel 2003: hãy mở bằng Excel và lưu thành .xlsx",
            "an XML spreadsheet of Excel 2003: open it in Excel and save it as .xlsx",
        ),
        (false, _) if head.starts_with("<?xml") || head.starts_with("<svg") => Looks::Other("tệp XML", "an XML file"),
        (false, _) => return None,
    })
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
        Looks::Other(
            "sổ tính nhị phân .xlsb: hãy lưu thành .xlsx",
            "a binary workbook (.xlsb): save it as .xlsx",
        )
    } else if has("word/") {
        Looks::Other("tài liệu Word", "a Word document")
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
        Looks::Other("tài liệu Word", "a Word document")
    } else if has("/PowerPoint Document") {
        Looks::Other("bài trình chiếu PowerPoint", "a PowerPoint presentation")
    } else {
        Looks::Other("tệp OLE không có sổ tính", "an OLE file without a workbook")
    }
}
