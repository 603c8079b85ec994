//! Values of arguments.

use domain::Lang;

pub(in crate::cli) fn lang(text: &str) -> Result<Lang, String> {
    Lang::from_code(text).ok_or_else(|| "vi or en".to_owned())
}

pub(in crate::cli) fn pair(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("something of the form NAME=VALUE")?;
    Ok((name.to_owned(), value.to_owned()))
}
