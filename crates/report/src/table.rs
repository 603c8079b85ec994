//! Tables: widths of columns, rows as pieces.

use domain::briefing::{Align, BriefTable};

use crate::{
    faces::Faces,
    flow::Sizes,
    lines::{Type, longest_word},
    pages::WIDTH,
    piece::{Kind, Part, Piece, Place, Tone, regular, semibold, set},
};

/// Space between two columns.
const GAP: f32 = 8.0;
/// Space above and below the text of a row.
const PAD: f32 = 1.6;

/// A table as pieces: caption, head, rows.
pub(crate) fn pieces(
    faces: &Faces,
    table: &BriefTable,
    sizes: &Sizes,
    (number, section): (usize, usize),
) -> Vec<Piece> {
    let widths = widths(faces, table, sizes.table);
    let mut pieces = Vec::new();
    let place = Place {
        x: 0.0,
        width: WIDTH,
        set: regular(sizes.small),
        tone: Tone::Soft,
        right: false,
    };
    if !table.caption.is_empty() {
        let (part, height) = set(faces, &table.caption, place, 0.0);
        pieces.push(Piece {
            kind: Kind::Caption(number),
            above: sizes.table * 0.2,
            height,
            glued: true,
            parts: vec![part],
            picture: None,
            ruled: None,
            section,
        });
    }
    let headings: Vec<(String, Type)> = table
        .columns
        .iter()
        .map(|column| (column.heading.clone(), semibold(sizes.small)))
        .collect();
    let mut head = row(faces, table, &widths, &headings, Tone::Soft);
    head.kind = Kind::Head(number);
    head.glued = true;
    head.ruled = Some(0.8);
    pieces.push(head);
    for (at, cells) in table.rows.iter().enumerate() {
        let texts: Vec<(String, Type)> = cells
            .iter()
            .enumerate()
            .map(|(i, cell)| {
                let kind = if i == 0 {
                    semibold(sizes.table)
                } else {
                    regular(sizes.table)
                };
                (cell.with_numbers(), kind)
            })
            .collect();
        let mut piece = row(faces, table, &widths, &texts, Tone::Ink);
        piece.kind = Kind::Row(number);
        // Two rows at least stay with the head, and two at the end with one another.
        let count = table.rows.len();
        piece.glued = count > 1 && (at == 0 || at + 2 == count);
        piece.ruled = Some(0.3);
        pieces.push(piece);
    }
    for piece in &mut pieces {
        piece.section = section;
    }
    pieces
}

fn row(faces: &Faces, table: &BriefTable, widths: &[f32], texts: &[(String, Type)], tone: Tone) -> Piece {
    let mut x = 0.0;
    let mut tallest = 0.0_f32;
    let mut parts: Vec<Part> = Vec::new();
    for ((column, width), (text, kind)) in table.columns.iter().zip(widths).zip(texts) {
        let place = Place {
            x,
            width: *width,
            set: *kind,
            tone,
            right: column.align == Align::End,
        };
        let (part, height) = set(faces, text, place, PAD);
        tallest = tallest.max(height);
        parts.push(part);
        x += width + GAP;
    }
    Piece {
        kind: Kind::Row(0),
        above: 0.0,
        height: tallest + 2.0 * PAD,
        glued: false,
        parts,
        picture: None,
        ruled: None,
        section: 0,
    }
}

/// Widths of the columns: as wide as their texts where there is room; narrow columns keep theirs,
/// wide ones share the rest by what they hold, and none gets narrower than its longest word.
fn widths(faces: &Faces, table: &BriefTable, size: f32) -> Vec<f32> {
    let count = table.columns.len();
    let mut wanted = vec![0.0_f32; count];
    let mut least = vec![0.0_f32; count];
    let rows = table.rows.iter().map(|row| {
        let cells = row.iter().enumerate();
        let texts = cells.map(|(i, cell)| (cell.with_numbers(), if i == 0 { semibold(size) } else { regular(size) }));
        texts.collect::<Vec<_>>()
    });
    let head = table
        .columns
        .iter()
        .map(|column| (column.heading.clone(), semibold(size)));
    for row in std::iter::once(head.collect()).chain(rows) {
        for (i, (text, kind)) in row.into_iter().enumerate().take(count) {
            let text = faces.clean(&text);
            wanted[i] = wanted[i].max(faces.width(&text, kind.weight, kind.size));
            least[i] = least[i].max(longest_word(faces, &text, kind));
        }
    }
    let gaps = GAP * f32::from(u16::try_from(count.saturating_sub(1)).unwrap_or(u16::MAX));
    shared(&wanted, &least, WIDTH - gaps)
}

fn shared(wanted: &[f32], least: &[f32], room: f32) -> Vec<f32> {
    let total: f32 = wanted.iter().sum();
    if total <= room {
        return wanted.iter().map(|width| width * room / total.max(1.0)).collect();
    }
    let narrowest: f32 = least.iter().sum();
    if narrowest >= room {
        return least.iter().map(|width| width / narrowest * room).collect();
    }
    let open: Vec<f32> = wanted.iter().zip(least).map(|(w, l)| (w - l).max(0.0).sqrt()).collect();
    let open_total: f32 = open.iter().sum();
    let mut widths: Vec<f32> = least
        .iter()
        .zip(&open)
        .map(|(least, open)| least + (room - narrowest) * open / open_total)
        .collect();
    // What a column does not need goes to those that need more.
    for _ in 0..widths.len() {
        let over: f32 = widths.iter().zip(wanted).map(|(w, want)| (w - want).max(0.0)).sum();
        let short: f32 = widths.iter().zip(wanted).map(|(w, want)| (want - w).max(0.0)).sum();
        if over < 0.01 || short < 0.01 {
            break;
        }
        for (width, want) in widths.iter_mut().zip(wanted) {
            if *width >= *want {
                *width = *want;
            } else {
                *width += over * (want - *width) / short;
            }
        }
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::shared;

    #[test]
    fn columns_share_the_room() {
        for (wanted, least, room) in [
            (vec![10.0, 20.0], vec![5.0, 5.0], 100.0),
            (vec![10.0, 400.0, 300.0], vec![10.0, 40.0, 30.0], 300.0),
            (vec![500.0, 500.0], vec![400.0, 100.0], 250.0),
            (vec![30.0, 900.0, 31.0], vec![30.0, 50.0, 31.0], 200.0),
        ] {
            let widths = shared(&wanted, &least, room);
            let sum: f32 = widths.iter().sum();
            assert!((sum - room).abs() < 0.5, "{widths:?} fill {room}");
            let fits = least.iter().sum::<f32>() <= room;
            for (width, least) in widths.iter().zip(&least) {
                assert!(!fits || width + 0.01 >= *least, "{widths:?} {least}");
            }
        }
        let widths = shared(&[30.0, 900.0, 31.0], &[30.0, 50.0, 31.0], 200.0);
        assert!(
            (widths[0] - 30.0).abs() < 0.1 && (widths[2] - 31.0).abs() < 0.1,
            "narrow columns keep theirs"
        );
    }
}
