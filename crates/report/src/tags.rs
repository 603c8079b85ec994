//! The tree that a screen reader reads: sections, headings, lists, tables.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, ListNumbering, TableHeaderScope, Tag, TagGroup, TagTree};

use crate::piece::{Kind, Piece};

/// What was drawn of a piece: for each part its content, and the link over it.
#[derive(Debug, Default)]
pub(crate) struct Drawn {
    pub(crate) parts: Vec<(Vec<Identifier>, Vec<Identifier>)>,
}

/// A group that is being filled.
enum Open {
    List(usize, TagGroup),
    Table(usize, TableParts),
}

struct TableParts {
    caption: Option<TagGroup>,
    head: TagGroup,
    body: TagGroup,
}

/// Builds the tree from the pieces in their order.
pub(crate) fn tree(lang: &str, pieces: &[Piece], drawn: Vec<Drawn>) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some(lang.to_owned()));
    let mut open: Option<Open> = None;
    for (piece, drawn) in pieces.iter().zip(drawn) {
        let stays = match (&open, piece.kind) {
            (Some(Open::List(own, _)), Kind::Item(list) | Kind::NumberedItem(list)) => *own == list,
            (Some(Open::Table(own, _)), kind) => kind.table() == Some(*own),
            _ => false,
        };
        if !stays {
            close(&mut tree, open.take());
        }
        match piece.kind {
            Kind::Title => tree.push(heading(1, piece, drawn)),
            Kind::Heading(_) => tree.push(heading(2, piece, drawn)),
            Kind::Figure => tree.push(figure(piece, drawn)),
            Kind::Text => tree.push(filled(TagGroup::new(Tag::P), drawn)),
            Kind::Item(list) | Kind::NumberedItem(list) => {
                let numbering = match piece.kind {
                    Kind::Item(_) => ListNumbering::Disc,
                    _ => ListNumbering::Decimal,
                };
                let new = || Open::List(list, TagGroup::new(Tag::L(numbering)));
                if let Open::List(_, group) = open.get_or_insert_with(new) {
                    group.push(item(drawn));
                }
            }
            Kind::Caption(table) | Kind::Head(table) | Kind::Row(table) => {
                let new = || Open::Table(table, TableParts::new());
                if let Open::Table(_, parts) = open.get_or_insert_with(new) {
                    parts.add(piece.kind, drawn);
                }
            }
        }
    }
    close(&mut tree, open);
    tree
}

fn close(tree: &mut TagTree, open: Option<Open>) {
    match open {
        Some(Open::List(_, group)) => tree.push(group),
        Some(Open::Table(_, parts)) => tree.push(parts.group()),
        None => {}
    }
}

fn heading(level: u16, piece: &Piece, drawn: Drawn) -> TagGroup {
    let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
    let words = piece.parts.iter().flat_map(|part| &part.words);
    let text: String = words.map(|words| words.text.as_str()).collect();
    filled(TagGroup::new(Tag::Hn(level, Some(text))), drawn)
}

fn figure(piece: &Piece, drawn: Drawn) -> TagGroup {
    let description = piece.picture.as_ref().map(|picture| picture.description.clone());
    filled(TagGroup::new(Tag::Figure(description)), drawn)
}

/// A group with all parts of a piece.
fn filled(mut group: TagGroup, drawn: Drawn) -> TagGroup {
    for part in drawn.parts {
        fill(&mut group, part);
    }
    group
}

fn fill(group: &mut TagGroup, (content, links): (Vec<Identifier>, Vec<Identifier>)) {
    if links.is_empty() {
        for id in content {
            group.push(id);
        }
        return;
    }
    let mut link = TagGroup::new(Tag::Link);
    for id in content.into_iter().chain(links) {
        link.push(id);
    }
    group.push(link);
}

fn item(drawn: Drawn) -> TagGroup {
    let mut item = TagGroup::new(Tag::LI);
    for (at, part) in drawn.parts.into_iter().enumerate() {
        let mut group = if at == 0 {
            TagGroup::new(Tag::Lbl)
        } else {
            TagGroup::new(Tag::LBody)
        };
        fill(&mut group, part);
        item.push(group);
    }
    item
}

impl TableParts {
    fn new() -> Self {
        Self {
            caption: None,
            head: TagGroup::new(Tag::THead),
            body: TagGroup::new(Tag::TBody),
        }
    }

    fn add(&mut self, kind: Kind, drawn: Drawn) {
        if matches!(kind, Kind::Caption(_)) {
            self.caption = Some(filled(TagGroup::new(Tag::Caption), drawn));
            return;
        }
        let head = matches!(kind, Kind::Head(_));
        let mut row = TagGroup::new(Tag::TR);
        for (at, part) in drawn.parts.into_iter().enumerate() {
            let mut cell = match (head, at) {
                (true, _) => TagGroup::new(Tag::TH(TableHeaderScope::Column)),
                (false, 0) => TagGroup::new(Tag::TH(TableHeaderScope::Row)),
                (false, _) => TagGroup::new(Tag::TD),
            };
            fill(&mut cell, part);
            row.push(cell);
        }
        if head { &mut self.head } else { &mut self.body }.push(row);
    }

    fn group(self) -> TagGroup {
        let mut table = TagGroup::new(Tag::Table);
        if let Some(caption) = self.caption {
            table.push(caption);
        }
        table.push(self.head);
        table.push(self.body);
        table
    }
}
