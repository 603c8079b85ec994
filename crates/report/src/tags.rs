//! The tag tree for assistive technology: sections, headings, lists, tables.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, ListNumbering, TableHeaderScope, Tag, TagGroup, TagTree};

use crate::piece::{Kind, Piece};

/// Tagged content of a piece: for each part its content identifiers and those of its link annotations.
#[derive(Debug, Default)]
pub(crate) struct TaggedPiece {
    pub(crate) parts: Vec<(Vec<Identifier>, Vec<Identifier>)>,
}

/// A list or table that further pieces are still added to.
enum Open {
    List(usize, TagGroup),
    Table(usize, TableParts),
}

struct TableParts {
    caption: Option<TagGroup>,
    head: TagGroup,
    body: TagGroup,
}

/// Builds the tag tree from the pieces in order.
pub(crate) fn tree(lang: &str, pieces: &[Piece], tagged: Vec<TaggedPiece>) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some(lang.to_owned()));
    let mut open: Option<Open> = None;
    for (piece, tagged) in pieces.iter().zip(tagged) {
        let continues = match (&open, piece.kind) {
            (Some(Open::List(number, _)), Kind::Item(list) | Kind::NumberedItem(list)) => *number == list,
            (Some(Open::Table(number, _)), kind) => kind.table() == Some(*number),
            _ => false,
        };
        if !continues {
            close(&mut tree, open.take());
        }
        match piece.kind {
            Kind::Title => tree.push(heading(1, piece, tagged)),
            Kind::Heading(_) => tree.push(heading(2, piece, tagged)),
            Kind::Figure => tree.push(figure(piece, tagged)),
            Kind::Text => tree.push(with_parts(TagGroup::new(Tag::P), tagged)),
            Kind::Item(list) | Kind::NumberedItem(list) => {
                let numbering = match piece.kind {
                    Kind::Item(_) => ListNumbering::Disc,
                    _ => ListNumbering::Decimal,
                };
                let new = || Open::List(list, TagGroup::new(Tag::L(numbering)));
                if let Open::List(_, group) = open.get_or_insert_with(new) {
                    group.push(item(tagged));
                }
            }
            Kind::Caption(table) | Kind::Head(table) | Kind::Row(table) => {
                let new = || Open::Table(table, TableParts::new());
                if let Open::Table(_, parts) = open.get_or_insert_with(new) {
                    parts.add(piece.kind, tagged);
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

fn heading(level: u16, piece: &Piece, tagged: TaggedPiece) -> TagGroup {
    let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
    let words = piece.parts.iter().flat_map(|part| &part.words);
    let text: String = words.map(|words| words.text.as_str()).collect();
    with_parts(TagGroup::new(Tag::Hn(level, Some(text))), tagged)
}

fn figure(piece: &Piece, tagged: TaggedPiece) -> TagGroup {
    let description = piece.picture.as_ref().map(|picture| picture.description.clone());
    with_parts(TagGroup::new(Tag::Figure(description)), tagged)
}

/// Adds all parts of a piece to a group.
fn with_parts(mut group: TagGroup, tagged: TaggedPiece) -> TagGroup {
    for part in tagged.parts {
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

fn item(tagged: TaggedPiece) -> TagGroup {
    let mut item = TagGroup::new(Tag::LI);
    for (at, part) in tagged.parts.into_iter().enumerate() {
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

    fn add(&mut self, kind: Kind, tagged: TaggedPiece) {
        if matches!(kind, Kind::Caption(_)) {
            self.caption = Some(with_parts(TagGroup::new(Tag::Caption), tagged));
            return;
        }
        let head = matches!(kind, Kind::Head(_));
        let mut row = TagGroup::new(Tag::TR);
        for (at, part) in tagged.parts.into_iter().enumerate() {
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
