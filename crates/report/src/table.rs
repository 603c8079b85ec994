//! Tables: column widths, and rows as pieces.

use domain::briefing::{Align, BriefTable};

use crate::{
    faces::Faces,
    flow::Sizes,
    lines::{TextStyle, longest_word},
    pages::WIDTH,
    piece::{Kind, Part, Piece, TextBox, Tone, regular, semibold, typeset},
};

/// Space between two columns, in points.
const GAP: f32 = 8.0;
/// Space above and below the text of a row, in points.
const PAD: f32 = 1.6;

/// Returns a table as pieces: caption, head, rows.
pub(crate) fn pieces(
    faces: &Faces,
    table: &BriefTable,
    sizes: &Sizes,
    (number, section): (usize, usize),
) -> Vec<Piece> {
    let widths = widths(faces, table, sizes.table);
    let mut pieces = Vec::new();
    let text_box = TextBox {
        x: 0.0,
        width: WIDTH,
        style: regular(sizes.small),
        tone: Tone::Soft,
        align_right: false,
    };
    if !table.caption.is_empty() {
        let (part, height) = typeset(faces, &table.caption, text_box, 0.0);
        pieces.push(Piece {
            kind: Kind::Caption(number),
            space_above: sizes.table * 0.2,
            height,
            keep_with_next: true,
            parts: vec![part],
            picture: None,
            rule_below: None,
            section,
        });
    }
    let headings: Vec<(String, TextStyle)> = table
        .columns
        .iter()
        .map(|column| (column.heading.clone(), semibold(sizes.small)))
        .collect();
    let mut head = row(faces, table, &widths, &headings, Tone::Soft);
    head.kind = Kind::Head(number);
    head.keep_with_next = true;
    head.rule_below = Some(0.8);
    pieces.push(head);
    for (at, cells) in table.rows.iter().enumerate() {
        let texts: Vec<(String, TextStyle)> = cells
            .iter()
            .enumerate()
            .map(|(i, cell)| {
                let style = if i == 0 {
                    semibold(sizes.table)
                } else {
                    regular(sizes.table)
                };
                (cell.with_numbers(), style)
            })
            .collect();
        let mut piece = row(faces, table, &widths, &texts, Tone::Ink);
        piece.kind = Kind::Row(number);
        // At least two rows stay with the head, and the last two rows stay together.
        let count = table.rows.len();
        piece.keep_with_next = count > 1 && (at == 0 || at + 2 == count);
        piece.rule_below = Some(0.3);
        pieces.push(piece);
    }
    for piece in &mut pieces {
        piece.section = section;
    }
    pieces
}

fn row(faces: &Faces, table: &BriefTable, widths: &[f32], texts: &[(String, TextStyle)], tone: Tone) -> Piece {
    let mut x = 0.0;
    let mut tallest = 0.0_f32;
    let mut parts: Vec<Part> = Vec::new();
    for ((column, width), (text, style)) in table.columns.iter().zip(widths).zip(texts) {
        let text_box = TextBox {
            x,
            width: *width,
            style: *style,
            tone,
            align_right: column.align == Align::End,
        };
        let (part, height) = typeset(faces, text, text_box, PAD);
        tallest = tallest.max(height);
        parts.push(part);
        x += width + GAP;
    }
    Piece {
        kind: Kind::Row(0),
        space_above: 0.0,
        height: tallest + 2.0 * PAD,
        keep_with_next: false,
        parts,
        picture: None,
        rule_below: None,
        section: 0,
    }
}

/// Computes the column widths. Columns get their natural width if all fit; otherwise narrow columns keep it, wide ones
/// share the rest in proportion to their content, and none gets narrower than its longest word.
fn widths(faces: &Faces, table: &BriefTable, size: f32) -> Vec<f32> {
    let count = table.columns.len();
    let mut natural = vec![0.0_f32; count];
    let mut min_widths = vec![0.0_f32; count];
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
        for (i, (text, style)) in row.into_iter().enumerate().take(count) {
            let text = faces.clean(&text);
            natural[i] = natural[i].max(faces.width(&text, style.weight, style.size));
            min_widths[i] = min_widths[i].max(longest_word(faces, &text, style));
        }
    }
    let gaps = GAP * f32::from(u16::try_from(count.saturating_sub(1)).unwrap_or(u16::MAX));
    distribute(&natural, &min_widths, WIDTH - gaps)
}

fn distribute(natural: &[f32], min_widths: &[f32], available: f32) -> Vec<f32> {
    let total: f32 = natural.iter().sum();
    if total <= available {
        return natural.iter().map(|width| width * available / total.max(1.0)).collect();
    }
    let min_total: f32 = min_widths.iter().sum();
    if min_total >= available {
        return min_widths.iter().map(|width| width / min_total * available).collect();
    }
    let stretch: Vec<f32> = natural
        .iter()
        .zip(min_widths)
        .map(|(w, l)| (w - l).max(0.0).sqrt())
        .collect();
    let stretch_total: f32 = stretch.iter().sum();
    let mut widths: Vec<f32> = min_widths
        .iter()
        .zip(&stretch)
        .map(|(min_width, stretch)| min_width + (available - min_total) * stretch / stretch_total)
        .collect();
    // Redistribute what a column does not need to those that need more.
    for _ in 0..widths.len() {
        let excess: f32 = widths
            .iter()
            .zip(natural)
            .map(|(w, natural_width)| (w - natural_width).max(0.0))
            .sum();
        let shortfall: f32 = widths
            .iter()
            .zip(natural)
            .map(|(w, natural_width)| (natural_width - w).max(0.0))
            .sum();
        if excess < 0.01 || shortfall < 0.01 {
            break;
        }
        for (width, natural_width) in widths.iter_mut().zip(natural) {
            if *width >= *natural_width {
                *width = *natural_width;
            } else {
                *width += excess * (natural_width - *width) / shortfall;
            }
        }
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::distribute;

    #[test]
    fn columns_share_the_available_width() {
        for (natural, min_widths, available) in [
            (vec![10.0, 20.0], vec![5.0, 5.0], 100.0),
            (vec![10.0, 400.0, 300.0], vec![10.0, 40.0, 30.0], 300.0),
            (vec![500.0, 500.0], vec![400.0, 100.0], 250.0),
            (vec![30.0, 900.0, 31.0], vec![30.0, 50.0, 31.0], 200.0),
        ] {
            let widths = distribute(&natural, &min_widths, available);
            let sum: f32 = widths.iter().sum();
            assert!((sum - available).abs() < 0.5, "{widths:?} fill {available}");
            let fits = min_widths.iter().sum::<f32>() <= available;
            for (width, min_width) in widths.iter().zip(&min_widths) {
                assert!(!fits || width + 0.01 >= *min_width, "{widths:?} {min_width}");
            }
        }
        let widths = distribute(&[30.0, 900.0, 31.0], &[30.0, 50.0, 31.0], 200.0);
        assert!(
            (widths[0] - 30.0).abs() < 0.1 && (widths[2] - 31.0).abs() < 0.1,
            "narrow columns keep theirs"
        );
    }
}
