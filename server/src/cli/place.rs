//! Where the data is, and what to do when it cannot be had.

use std::{
    ffi::OsStr,
    fmt,
    path::{Path, PathBuf},
};

use clap::{Arg, Args, Command, builder::TypedValueParser, error::ErrorKind};
use store::{Location, Store, StoreError};

use super::Failure;

/// Where the data is.
#[derive(Debug, Args)]
pub(super) struct Place {
    /// Folder for everything that is stored; it is made when it is missing
    #[arg(long, env = "THUOCDO_DATA", value_name = "FOLDER", default_value = "thuocdo-data")]
    data: PathBuf,
    /// A PostgreSQL database in place of the folder: postgres://USER:PASSWORD@HOST/DATABASE. Better
    /// given as a variable: others on this machine can see what stands on a command line
    #[arg(
        long,
        env = "THUOCDO_DATABASE_URL",
        value_name = "URL",
        hide_env_values = true,
        value_parser = UrlParser
    )]
    database_url: Option<Url>,
}

/// An address with perhaps a password in it, which is not shown.
#[derive(Clone)]
struct Url(String);

impl fmt::Debug for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("postgres://…")
    }
}

/// Unlike those of clap, it does not repeat what was given: that may have a password in it.
#[derive(Clone)]
struct UrlParser;

impl TypedValueParser for UrlParser {
    type Value = Url;

    fn parse_ref(&self, command: &Command, _: Option<&Arg>, value: &OsStr) -> Result<Url, clap::Error> {
        let good = |url: &&str| {
            ["postgres://", "postgresql://"]
                .iter()
                .any(|scheme| url.starts_with(scheme))
        };
        let hint = "THUOCDO_DATABASE_URL or --database-url takes postgres://USER:PASSWORD@HOST/DATABASE\n";
        let wrong = || clap::Error::raw(ErrorKind::ValueValidation, hint).with_cmd(command);
        let url = value.to_str().filter(good).ok_or_else(wrong)?;
        Ok(Url(url.to_owned()))
    }
}

impl Place {
    /// Opens the store.
    pub(super) async fn open(&self) -> Result<Store, Failure> {
        let location = match &self.database_url {
            Some(Url(url)) => Location::Database(url.clone()),
            None => Location::Folder(self.data.clone()),
        };
        let opened = Store::open(&location).await;
        opened.map_err(|error| Failure::Said(self.words(&error)))
    }

    /// The folder, which is there for files that come in whichever database is used.
    pub(super) fn folder(&self) -> &Path {
        &self.data
    }

    /// Whether there is a store already, as far as that shows without opening it.
    pub(super) fn is_there(&self) -> bool {
        self.database_url.is_some() || self.data.join("thuocdo.sqlite").exists()
    }

    /// Host and database, without name and password; or the folder.
    pub(super) fn shown(&self) -> String {
        match &self.database_url {
            Some(Url(url)) => {
                let rest = url.split_once("://").map_or("", |(_, rest)| rest);
                let rest = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
                format!("PostgreSQL {}", rest.split('?').next().unwrap_or_default())
            }
            None => self.data.display().to_string(),
        }
    }

    /// What is wrong with the store and what to do, in both languages.
    pub(super) fn words(&self, error: &StoreError) -> String {
        let place = self.shown();
        let [vi, en] = if self.database_url.is_some() {
            of_database(error)
        } else {
            of_folder(error)
        };
        format!("{place}:\n  {vi}\n  {en}")
    }
}

fn of_folder(error: &StoreError) -> [String; 2] {
    let both = match error {
        StoreError::ReadOnly => [
            "Thư mục dữ liệu chỉ đọc được và chưa có dữ liệu. Hãy cấp quyền ghi, hoặc chọn thư mục khác bằng --data (THUOCDO_DATA).",
            "the data folder can only be read, and there is nothing in it yet. Allow writing, or choose another folder with --data (THUOCDO_DATA).",
        ],
        StoreError::Unreachable => [
            "Không mở được tệp thuocdo.sqlite trong thư mục dữ liệu. Hãy kiểm tra đường dẫn và quyền truy cập.",
            "thuocdo.sqlite in the data folder cannot be opened. Check the path and who may read it.",
        ],
        _ => return of_both(error),
    };
    both.map(str::to_owned)
}

fn of_database(error: &StoreError) -> [String; 2] {
    let both = match error {
        StoreError::Unreachable => [
            "Không kết nối được cơ sở dữ liệu. Hãy kiểm tra máy chủ PostgreSQL có đang chạy không, và địa chỉ, tên, mật khẩu trong THUOCDO_DATABASE_URL.",
            "the database cannot be reached. Check that PostgreSQL runs, and address, name and password in THUOCDO_DATABASE_URL.",
        ],
        StoreError::ReadOnly => [
            "Cơ sở dữ liệu chỉ đọc được và chưa có dữ liệu. Hãy dùng máy chủ chính, hoặc cấp quyền ghi.",
            "the database can only be read, and there is nothing in it yet. Use the primary server, or allow writing.",
        ],
        _ => return of_both(error),
    };
    both.map(str::to_owned)
}

fn of_both(error: &StoreError) -> [String; 2] {
    let both = match error {
        StoreError::Full => [
            "Đĩa đã đầy. Hãy giải phóng dung lượng rồi chạy lại.",
            "the disk is full. Make room and start again.",
        ],
        StoreError::Busy => [
            "Cơ sở dữ liệu đang bận. Hãy thử lại sau ít phút.",
            "the database is busy. Try again in a few minutes.",
        ],
        StoreError::NewerSchema => [
            "Dữ liệu do phiên bản mới hơn của chương trình tạo ra. Hãy dùng phiên bản mới hơn.",
            "a newer version of the program has changed the data. Use that one or a newer one.",
        ],
        StoreError::NotEmpty => [
            "Nơi lưu không trống: chỉ khôi phục bản sao lưu vào nơi lưu trống. Hãy chọn thư mục hoặc cơ sở dữ liệu mới.",
            "the store is not empty, and a backup is only restored into an empty one. Choose a new folder or database.",
        ],
        StoreError::Exists => [
            "Tệp đã có: bản sao lưu không bao giờ ghi đè tệp khác. Hãy chọn tên khác.",
            "the file exists: a backup is never written over another file. Choose another name.",
        ],
        StoreError::NotFound => ["Không tìm thấy.", "not found."],
        StoreError::Corrupt { what } => {
            return [
                format!(
                    "Dữ liệu bị hỏng ({what}). Hãy khôi phục bản sao lưu vào thư mục mới: thuocdo restore TỆP --data THƯ-MỤC-MỚI."
                ),
                format!(
                    "the data is damaged ({what}). Restore a backup into a new folder: thuocdo restore FILE --data NEW-FOLDER."
                ),
            ];
        }
        error => {
            let cause = std::error::Error::source(error).map_or_else(|| error.to_string(), ToString::to_string);
            return [
                format!("Nơi lưu dữ liệu gặp lỗi: {cause}"),
                format!("the store failed: {cause}"),
            ];
        }
    };
    both.map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_is_shown_without_name_and_password() {
        let place = |url: &str| Place {
            data: "x".into(),
            database_url: Some(Url(url.to_owned())),
        };
        for url in [
            "postgres://desk:geheim@db.example:5433/thuocdo",
            "postgres://desk:ge@heim@db.example:5433/thuocdo?password=geheim",
        ] {
            assert_eq!(place(url).shown(), "PostgreSQL db.example:5433/thuocdo");
        }
        let words = place("postgres://a:geheim@h/d").words(&StoreError::Unreachable);
        assert!(!words.contains("geheim") && words.contains("PostgreSQL h/d"), "{words}");
    }
}
