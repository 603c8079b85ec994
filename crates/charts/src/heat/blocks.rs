//! The rows of a heat map with their headings, in blocks side by side.

use domain::chart::{Heat, HeatGroup, HeatRow};

/// A line of a block.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Line<'a> {
    /// The heading of a group.
    Group(&'a HeatGroup),
    /// A province.
    Row(&'a HeatRow),
}

/// The lines in at most `most` blocks of about equal length. A group that goes on in the next block has its heading
/// there again, and no block ends with a heading.
pub(crate) fn split(heat: &Heat, most: usize) -> Vec<Vec<Line<'_>>> {
    let lines = heat
        .groups
        .iter()
        .map(|group| group.rows.len() + headings(group))
        .sum::<usize>();
    // Headings that are repeated need room as well.
    let repeated = if heat.groups.iter().any(|group| headings(group) > 0) {
        most - 1
    } else {
        0
    };
    let mut length = (lines + repeated).div_ceil(most.max(1)).max(2);
    loop {
        let blocks = of_length(heat, length);
        if blocks.len() <= most.max(1) {
            return blocks;
        }
        length += 1;
    }
}

fn headings(group: &HeatGroup) -> usize {
    usize::from(!group.label.is_empty())
}

fn of_length(heat: &Heat, length: usize) -> Vec<Vec<Line<'_>>> {
    let mut blocks: Vec<Vec<Line<'_>>> = vec![Vec::new()];
    for group in &heat.groups {
        for (at, row) in group.rows.iter().enumerate() {
            let heads = if at == 0 { headings(group) } else { 0 };
            let full = |block: &Vec<Line<'_>>| block.len() + heads + 1 > length;
            let new = blocks.last().is_none_or(full);
            if new {
                blocks.push(Vec::new());
            }
            if let Some(block) = blocks.last_mut() {
                if headings(group) > 0 && (at == 0 || new) {
                    block.push(Line::Group(group));
                }
                block.push(Line::Row(row));
            }
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heat(groups: &[usize], labelled: bool) -> Heat {
        let group = |rows: &usize| HeatGroup {
            label: if labelled { "Vùng".into() } else { String::new() },
            rows: vec![HeatRow::default(); *rows],
        };
        Heat {
            groups: groups.iter().map(group).collect(),
            ..Heat::default()
        }
    }

    #[test]
    fn every_row_stands_once_and_no_block_ends_with_a_heading() {
        for groups in [&[11, 14, 14, 5, 6, 13][..], &[1, 1, 1, 1], &[63], &[2]] {
            for labelled in [true, false] {
                let heat = heat(groups, labelled);
                for most in 1..=4 {
                    let blocks = split(&heat, most);
                    assert!(!blocks.is_empty() && blocks.len() <= most);
                    let rows = blocks.iter().flatten().filter(|line| matches!(line, Line::Row(_)));
                    assert_eq!(rows.count(), groups.iter().sum::<usize>());
                    for block in &blocks {
                        assert!(matches!(block.last(), Some(Line::Row(_))));
                        assert_eq!(matches!(block.first(), Some(Line::Group(_))), labelled);
                    }
                }
            }
        }
    }
}
