//! Reads the subset of Fluent that the catalogue uses: texts, arguments, string literals and selection by an argument.

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey},
    parser,
};
use unicode_normalization::is_nfc;

/// A message, or an attribute of one as `message-attribute`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Message {
    pub(crate) id: String,
    pub(crate) attribute: bool,
    pub(crate) pieces: Vec<Piece>,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    Text(String),
    Argument(String),
    Select {
        argument: String,
        ordinal: bool,
        variants: Vec<(Key, Vec<Self>)>,
        default: Vec<Self>,
    },
}

/// What selects a variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    /// A plural category of CLDR, or `none` if there is no value.
    Word(String),
    /// Exactly this number.
    Number(u64),
}

/// The plural categories of CLDR, and the key of an absent value.
const WORDS: [&str; 7] = ["zero", "one", "two", "few", "many", "other", "none"];

/// The messages of one file, in its order; `file` is named in errors.
pub(crate) fn messages(file: &str, text: &str) -> Result<Vec<Message>, Vec<String>> {
    let resource = parser::parse(text).map_err(|(_, errors)| {
        let line = |at: usize| text[..at.min(text.len())].matches('\n').count() + 1;
        errors
            .iter()
            .map(|error| format!("{file}:{}: {error}", line(error.pos.start)))
            .collect::<Vec<_>>()
    })?;
    let mut all = Vec::new();
    let mut errors = Vec::new();
    let mut take = |id: String, attribute: bool, pattern: &Pattern<&str>| match pieces(pattern) {
        Ok(pieces) if pieces.is_empty() => errors.push(format!("{file}: {id}: the text is empty")),
        Ok(pieces) => all.push(Message { id, attribute, pieces }),
        Err(error) => errors.push(format!("{file}: {id}: {error}")),
    };
    let mut terms = Vec::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                if let Some(value) = &message.value {
                    take(message.id.name.to_owned(), false, value);
                }
                for attribute in &message.attributes {
                    take(
                        format!("{}-{}", message.id.name, attribute.id.name),
                        true,
                        &attribute.value,
                    );
                }
            }
            Entry::Term(term) => terms.push(format!(
                "{file}: -{}: terms are not compiled: write the text out",
                term.id.name
            )),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
        }
    }
    errors.extend(terms);
    if !is_nfc(text) {
        errors.push(format!("{file}: the text is not in Unicode form NFC"));
    }
    if errors.is_empty() { Ok(all) } else { Err(errors) }
}

fn pieces(pattern: &Pattern<&str>) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    for element in &pattern.elements {
        let piece = match element {
            PatternElement::TextElement { value } => Piece::Text((*value).to_owned()),
            PatternElement::Placeable { expression } => placeable(expression)?,
        };
        match (pieces.last_mut(), piece) {
            (_, Piece::Text(text)) if text.is_empty() => {}
            (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
            (_, piece) => pieces.push(piece),
        }
    }
    Ok(pieces)
}

fn placeable(expression: &Expression<&str>) -> Result<Piece, String> {
    match expression {
        Expression::Inline(InlineExpression::StringLiteral { value }) => Ok(Piece::Text(
            fluent_syntax::unicode::unescape_unicode_to_string(value).into_owned(),
        )),
        Expression::Inline(InlineExpression::VariableReference { id }) => Ok(Piece::Argument(id.name.to_owned())),
        Expression::Select { selector, variants } => {
            let (argument, ordinal) = selected(selector)?;
            let mut keyed = Vec::new();
            let mut default = Vec::new();
            for variant in variants {
                let value = pieces(&variant.value)?;
                if variant.default {
                    default = value;
                } else {
                    keyed.push((key(&variant.key)?, value));
                }
            }
            Ok(Piece::Select {
                argument,
                ordinal,
                variants: keyed,
                default,
            })
        }
        Expression::Inline(_) => Err("only arguments, texts in quotes and selections may be in braces".to_owned()),
    }
}

/// The argument that selects: `$count`, or `NUMBER($rank, type: "ordinal")`.
fn selected(selector: &InlineExpression<&str>) -> Result<(String, bool), String> {
    let wrong = || Err("a selection is made by an argument or by NUMBER($argument, type: \"ordinal\")".to_owned());
    match selector {
        InlineExpression::VariableReference { id } => Ok((id.name.to_owned(), false)),
        InlineExpression::FunctionReference { id, arguments } if id.name == "NUMBER" => {
            let ordinal = matches!(arguments.named.as_slice(), [named] if named.name.name == "type"
                && matches!(named.value, InlineExpression::StringLiteral { value: "ordinal" }));
            match arguments.positional.as_slice() {
                [InlineExpression::VariableReference { id }] if ordinal => Ok((id.name.to_owned(), true)),
                _ => wrong(),
            }
        }
        _ => wrong(),
    }
}

fn key(key: &VariantKey<&str>) -> Result<Key, String> {
    match key {
        VariantKey::Identifier { name } if WORDS.contains(name) => Ok(Key::Word((*name).to_owned())),
        VariantKey::Identifier { name } => Err(format!("[{name}] is not a plural category")),
        VariantKey::NumberLiteral { value } => value
            .parse()
            .map(Key::Number)
            .map_err(|_| format!("[{value}] is not a whole number")),
    }
}

impl Message {
    /// The names of the arguments, sorted.
    pub(crate) fn arguments(&self) -> Vec<&str> {
        let mut names = Vec::new();
        collect(&self.pieces, &mut names);
        names.sort_unstable();
        names.dedup();
        names
    }
}

fn collect<'a>(pieces: &'a [Piece], names: &mut Vec<&'a str>) {
    for piece in pieces {
        match piece {
            Piece::Text(_) => {}
            Piece::Argument(name) => names.push(name),
            Piece::Select {
                argument,
                variants,
                default,
                ..
            } => {
                names.push(argument);
                for (_, pieces) in variants {
                    collect(pieces, names);
                }
                collect(default, names);
            }
        }
    }
}
