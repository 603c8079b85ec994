//! Messages, and how their arguments are filled in.

use std::sync::LazyLock;

use domain::{Lang, number};
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::{LanguageIdentifier, langid};

/// A text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Msg {
    vi: &'static str,
    en: &'static str,
}

impl Msg {
    /// A text in Vietnamese and English.
    #[must_use]
    pub const fn new(vi: &'static str, en: &'static str) -> Self {
        Self { vi, en }
    }

    /// The text in a language.
    #[must_use]
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en,
        }
    }
}

/// A text in both languages with named arguments.
#[derive(Clone, Copy, Debug)]
pub struct Template(&'static Definition);

/// A message that is found by its name.
#[derive(Clone, Copy, Debug)]
pub enum Message {
    /// Without arguments.
    Plain(Msg),
    /// With arguments.
    Filled(Template),
}

impl Message {
    /// The names of its arguments, sorted.
    #[must_use]
    pub const fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Plain(_) => &[],
            Self::Filled(template) => template.arguments(),
        }
    }

    /// The message in a language; `argument` returns the value of an argument by its name.
    #[must_use]
    pub fn fill<'a>(self, lang: Lang, argument: impl Fn(&str) -> Argument<'a>) -> String {
        match self {
            Self::Plain(text) => text.get(lang).to_owned(),
            Self::Filled(template) => {
                let names = template.arguments().iter();
                let given: Vec<_> = names.map(|name| (*name, argument(name))).collect();
                template.fill(lang, &given)
            }
        }
    }
}

/// Returns a message of a table by its name in the file. `None` if there is none.
#[must_use]
pub fn find(all: &[(&str, Message)], name: &str) -> Option<Message> {
    let at = all.binary_search_by(|(other, _)| (*other).cmp(name)).ok()?;
    Some(all[at].1)
}

/// What a [`Template`] is made of.
#[derive(Debug)]
pub struct Definition {
    /// The names of the arguments, sorted.
    pub arguments: &'static [&'static str],
    /// Vietnamese and English.
    pub texts: [&'static [Piece]; 2],
}

/// A piece of a text. Arguments are given by their place in [`Definition::arguments`].
#[derive(Debug)]
pub enum Piece {
    /// As it is.
    Text(&'static str),
    /// The value of an argument.
    Argument(usize),
    /// One of several texts, by an argument.
    Select {
        /// The argument that selects.
        argument: usize,
        /// Whether its ordinal category is meant (21st), not the cardinal one (21 places).
        ordinal: bool,
        /// The variants; the first that matches is taken.
        variants: &'static [(Key, &'static [Piece])],
        /// The text if no variant matches.
        default: &'static [Piece],
    },
}

/// What selects a variant.
#[derive(Debug, PartialEq, Eq)]
pub enum Key {
    /// A plural category of CLDR; `none` if the argument has no value.
    Word(&'static str),
    /// Exactly this number.
    Number(u64),
}

/// The value of an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Argument<'a> {
    /// Inserted as it is; braces in it mean nothing.
    Text(&'a str),
    /// A count: written with the digit groups of the language, and able to select a plural form.
    Count(u64),
    /// No value: nothing is inserted, and the variant `none` is selected.
    Absent,
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Argument<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&&'a str> for Argument<'a> {
    fn from(text: &&'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a, T: Into<Argument<'a>>> From<Option<T>> for Argument<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Absent, Into::into)
    }
}

impl From<usize> for Argument<'_> {
    fn from(count: usize) -> Self {
        Self::Count(u64::try_from(count).unwrap_or(u64::MAX))
    }
}

impl From<u64> for Argument<'_> {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Argument<'_> {
    fn from(count: u32) -> Self {
        Self::Count(u64::from(count))
    }
}

impl From<u16> for Argument<'_> {
    fn from(count: u16) -> Self {
        Self::Count(u64::from(count))
    }
}

impl Template {
    /// A message of the catalogue.
    #[must_use]
    pub const fn new(definition: &'static Definition) -> Self {
        Self(definition)
    }

    /// The names of its arguments, sorted.
    #[must_use]
    pub const fn arguments(self) -> &'static [&'static str] {
        self.0.arguments
    }

    /// Fails to compile if the names of the arguments are not those of the message; called by [`crate::fill!`].
    ///
    /// # Panics
    ///
    /// If a name is missing, unknown or given twice.
    pub const fn expect(self, given: &[&str]) {
        assert!(
            given.len() == self.0.arguments.len(),
            "the message has another number of arguments"
        );
        let mut i = 0;
        while i < given.len() {
            let mut k = 0;
            let mut found = false;
            while k < self.0.arguments.len() {
                found = found || same(given[i], self.0.arguments[k]);
                k += 1;
            }
            assert!(found, "the message has no argument of this name");
            i += 1;
        }
    }

    /// The message in a language with its arguments. An argument that is missing stays empty.
    #[must_use]
    pub fn fill(self, lang: Lang, given: &[(&str, Argument<'_>)]) -> String {
        let mut text = String::with_capacity(96);
        let pieces = match lang {
            Lang::Vi => self.0.texts[0],
            Lang::En => self.0.texts[1],
        };
        self.write(lang, pieces, given, &mut text);
        text
    }

    fn write(self, lang: Lang, pieces: &[Piece], given: &[(&str, Argument<'_>)], text: &mut String) {
        for piece in pieces {
            match piece {
                Piece::Text(piece) => text.push_str(piece),
                Piece::Argument(argument) => match self.value(*argument, given) {
                    Argument::Text(value) => text.push_str(value),
                    Argument::Count(count) => {
                        text.push_str(&number::count(lang, usize::try_from(count).unwrap_or(usize::MAX)));
                    }
                    Argument::Absent => {}
                },
                Piece::Select {
                    argument,
                    ordinal,
                    variants,
                    default,
                } => {
                    let value = self.value(*argument, given);
                    // A number as text would always have the plural form.
                    let plural = variants.iter().any(|(key, _)| *key != Key::Word("none"));
                    debug_assert!(
                        !plural || !matches!(value, Argument::Text(text) if text.parse::<f64>().is_ok()),
                        "{} selects a plural form: give it as a number",
                        self.0.arguments[*argument]
                    );
                    let variant = variants.iter().find(|(key, _)| selects(key, lang, value, *ordinal));
                    self.write(lang, variant.map_or(*default, |(_, pieces)| *pieces), given, text);
                }
            }
        }
    }

    fn value<'a>(self, argument: usize, given: &[(&str, Argument<'a>)]) -> Argument<'a> {
        let name = self.0.arguments[argument];
        let value = given.iter().find(|(given, _)| *given == name);
        debug_assert!(value.is_some(), "no argument {name} of {:?}", self.0);
        value.map_or(Argument::Absent, |(_, value)| *value)
    }
}

fn selects(key: &Key, lang: Lang, value: Argument<'_>, ordinal: bool) -> bool {
    match (key, value) {
        (Key::Word(word), Argument::Absent) => *word == "none",
        (Key::Word(word), Argument::Count(count)) => *word == category(lang, count, ordinal),
        (Key::Number(number), Argument::Count(count)) => *number == count,
        _ => false,
    }
}

/// The plural category of a number, as CLDR names it.
fn category(lang: Lang, number: u64, ordinal: bool) -> &'static str {
    static RULES: LazyLock<[[Option<PluralRules>; 2]; 2]> = LazyLock::new(|| {
        let of = |language: &LanguageIdentifier| {
            [PluralRuleType::CARDINAL, PluralRuleType::ORDINAL]
                .map(|kind| PluralRules::create(language.clone(), kind).ok())
        };
        [of(&langid!("vi")), of(&langid!("en"))]
    });
    let language = match lang {
        Lang::Vi => 0,
        Lang::En => 1,
    };
    let rules = RULES[language][usize::from(ordinal)].as_ref();
    match rules.and_then(|rules| rules.select(number).ok()) {
        Some(PluralCategory::ZERO) => "zero",
        Some(PluralCategory::ONE) => "one",
        Some(PluralCategory::TWO) => "two",
        Some(PluralCategory::FEW) => "few",
        Some(PluralCategory::MANY) => "many",
        Some(PluralCategory::OTHER) | None => "other",
    }
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut i = 0;
    while i < a.len() {
        if a[i] != b[i] {
            return false;
        }
        i += 1;
    }
    true
}
