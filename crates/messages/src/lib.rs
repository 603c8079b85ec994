//! The message catalogue: what the product says, in Vietnamese and English.
//!
//! The texts are Fluent files in `vi/` and `en/`, one per view or area; the build compiles them to constants with the
//! same names, `vi/compare.ftl` to [`compare`]. A message without arguments is a [`Msg`], one with arguments a
//! [`Template`], which [`fill!`] fills by name: a name that is missing or unknown does not compile. Plurals and
//! ordinal numbers are selections by CLDR's rules. No text is parsed at run time.

#![warn(missing_docs)]

mod message;

pub use message::{Argument, Definition, Key, Message, Msg, Piece, Template, find};

include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));

/// Fills a message of the catalogue.
///
/// ```
/// use domain::Lang;
/// use messages::{common, fill};
///
/// let text = fill!(common::EXPECT_SHORT, Lang::En, limit = "8");
/// assert_eq!(text, "8 characters at most");
/// ```
///
/// An argument that the message does not have, or one that is missing, does not compile:
///
/// ```compile_fail
/// let text = messages::fill!(messages::common::EXPECT_SHORT, domain::Lang::En, most = "8");
/// ```
#[macro_export]
macro_rules! fill {
    ($message:path, $lang:expr, $($name:ident = $value:expr),+ $(,)?) => {{
        const { $message.expect(&[$(stringify!($name)),+]) };
        $message.fill($lang, &$crate::arguments![$($name = $value),+])
    }};
}

/// Named arguments for a message that is chosen at run time: `words.fill(lang, &arguments![count = n])`.
#[macro_export]
macro_rules! arguments {
    ($($name:ident = $value:expr),+ $(,)?) => {
        [$((stringify!($name), $crate::Argument::from($value))),+]
    };
}
