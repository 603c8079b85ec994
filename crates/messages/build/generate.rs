//! Writes the constants: a [`Message`] without arguments becomes a `Msg`, one with arguments a `Template`.

use std::{collections::BTreeMap, fmt::Write as _};

use crate::read::{Key, Message, Piece};

/// A module of constants per file, in a module per folder.
pub(crate) fn modules(vi: &BTreeMap<String, Vec<Message>>, en: &BTreeMap<String, Vec<Message>>) -> String {
    let mut out = String::new();
    let mut open: Vec<&str> = Vec::new();
    for (path, messages) in vi {
        let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
        let folders: Vec<&str> = folders.split('/').filter(|folder| !folder.is_empty()).collect();
        while !folders.starts_with(&open) {
            open.pop();
            out.push_str("}\n");
        }
        for folder in &folders[open.len()..] {
            let _ = writeln!(out, "/// The messages of `{folder}/`.\npub mod {folder} {{");
            open.push(folder);
        }
        let _ = writeln!(out, "/// The messages of `{path}.ftl`.\npub mod {name} {{");
        out.push_str(
            "#[allow(unused_imports)]\nuse crate::message::{Definition, Key, Message, Msg, Piece, Template};\n",
        );
        for message in messages {
            let other = en
                .get(path)
                .and_then(|all| all.iter().find(|other| other.id == message.id));
            if let Some(other) = other {
                constant(&mut out, message, other);
            }
        }
        table(&mut out, messages);
        out.push_str("}\n");
    }
    out.push_str(&"}\n".repeat(open.len()));
    out
}

fn constant(out: &mut String, vi: &Message, en: &Message) {
    let name = name(&vi.id);
    let arguments = vi.arguments();
    let _ = writeln!(out, "/// {}", shown(&vi.pieces).replace('\n', " "));
    if arguments.is_empty() {
        let text = |message: &Message| shown(&message.pieces);
        let _ = writeln!(out, "pub const {name}: Msg = Msg::new({:?}, {:?});", text(vi), text(en));
        return;
    }
    let texts = [vi, en].map(|message| pieces(&message.pieces, &arguments));
    let _ = writeln!(
        out,
        "pub const {name}: Template = Template::new(&Definition {{ arguments: &{arguments:?}, texts: [{}, {}] }});",
        texts[0], texts[1]
    );
}

/// The messages by their name in the file, sorted, for names that come from data: only of files with attributes.
fn table(out: &mut String, messages: &[Message]) {
    if !messages.iter().any(|message| message.attribute) {
        return;
    }
    let mut sorted: Vec<&Message> = messages.iter().collect();
    sorted.sort_unstable_by(|a, b| a.id.cmp(&b.id));
    out.push_str("/// All messages, sorted by the name that they have in the file; see [`crate::find`].\npub const ALL: &[(&str, Message)] = &[");
    for message in sorted {
        let kind = if message.arguments().is_empty() {
            "Plain"
        } else {
            "Filled"
        };
        let _ = write!(out, "({:?}, Message::{kind}({})), ", message.id, name(&message.id));
    }
    out.push_str("];\n");
}

fn name(id: &str) -> String {
    id.to_uppercase().replace('-', "_")
}

/// A text as it is documented: arguments in braces.
fn shown(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Argument(name) => format!("{{{name}}}"),
            Piece::Select { default, .. } => shown(default),
        })
        .collect()
}

fn pieces(pieces: &[Piece], arguments: &[&str]) -> String {
    let index = |name: &str| {
        arguments
            .iter()
            .position(|argument| *argument == name)
            .unwrap_or_default()
    };
    let mut out = String::from("&[");
    for piece in pieces {
        let _ = match piece {
            Piece::Text(text) => write!(out, "Piece::Text({text:?}), "),
            Piece::Argument(name) => write!(out, "Piece::Argument({}), ", index(name)),
            Piece::Select {
                argument,
                ordinal,
                variants,
                default,
            } => {
                let mut keyed = String::from("&[");
                for (key, value) in variants {
                    let key = match key {
                        Key::Word(word) => format!("Key::Word({word:?})"),
                        Key::Number(number) => format!("Key::Number({number})"),
                    };
                    let _ = write!(keyed, "({key}, {}), ", self::pieces(value, arguments));
                }
                keyed.push(']');
                let default = self::pieces(default, arguments);
                let argument = index(argument);
                write!(
                    out,
                    "Piece::Select {{ argument: {argument}, ordinal: {ordinal}, variants: {keyed}, default: {default} }}, "
                )
            }
        };
    }
    out.push(']');
    out
}
