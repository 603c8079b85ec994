//! The data files, either embedded in the program or read from a folder.

use std::{borrow::Cow, collections::BTreeMap, io, path::Path};

/// A set of files by their path relative to the data folder, such as `catalogue/regions.csv`.
#[derive(Clone, Debug, Default)]
pub struct Files(BTreeMap<String, Cow<'static, [u8]>>);

impl Files {
    /// Reads the files of a folder and its subfolders.
    ///
    /// # Errors
    /// If a folder or file cannot be read.
    pub fn from_folder(folder: &Path) -> io::Result<Self> {
        let mut files = Self::default();
        files.add_folder(folder, "")?;
        Ok(files)
    }

    fn add_folder(&mut self, folder: &Path, prefix: &str) -> io::Result<()> {
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                self.add_folder(&entry.path(), &format!("{name}/"))?;
            } else {
                self.insert(name, std::fs::read(entry.path())?);
            }
        }
        Ok(())
    }

    /// Adds or replaces a file.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Cow<'static, [u8]>>) {
        self.0.insert(path.into(), bytes.into());
    }

    /// Returns the bytes of a file; `None` if it does not exist.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(AsRef::as_ref)
    }

    /// Iterates over all files, in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(path, bytes)| (path.as_str(), bytes.as_ref()))
    }

    /// Returns all files by their paths; embedded files are copied.
    #[must_use]
    pub fn into_bytes(self) -> BTreeMap<String, Vec<u8>> {
        let owned = |(path, bytes): (_, Cow<'_, [u8]>)| (path, bytes.into_owned());
        self.0.into_iter().map(owned).collect()
    }

    /// Iterates over the paths of the files directly in a folder that have a file name ending, in order.
    pub(crate) fn below<'a>(&'a self, folder: &'a str, ending: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.keys().map(String::as_str).filter(move |path| {
            path.strip_prefix(folder).is_some_and(|rest| !rest.contains('/')) && path.ends_with(ending)
        })
    }
}

impl FromIterator<(String, Vec<u8>)> for Files {
    fn from_iter<T: IntoIterator<Item = (String, Vec<u8>)>>(files: T) -> Self {
        let owned = |(path, bytes)| (path, Cow::Owned(bytes));
        Self(files.into_iter().map(owned).collect())
    }
}
