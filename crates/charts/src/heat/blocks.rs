//! Splits the rows of a heat map, with their group headings, into blocks side by side.

use domain::chart::{Heat, HeatGroup, HeatRow};

/// A line of a block.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Line<'a> {
    /// The heading of a group.
    Group(&'a HeatGroup),
    /// The row of a province.
    Row(&'a HeatRow),
}

/// Splits the lines into at most `max_blocks` blocks of about equal length. A group that continues in the next block
/// has its heading repeated there, and no block ends with a heading.
pub(crate) fn split(heat: &Heat, max_blocks: usize) -> Vec<Vec<Line<'_>>> {
    let lines = heat
        .groups
        .iter()
        .map(|group| group.rows.len() + heading_count(group))
        .sum::<usize>();
    // Repeated headings take up lines as well.
    let repeated = if heat.groups.iter().any(|group| heading_count(group) > 0) {
        max_blocks - 1
    } else {
        0
    };
    let mut length = (lines + repeated).div_ceil(max_blocks.max(1)).max(2);
    loop {
        let blocks = split_by_length(heat, length);
        if blocks.len() <= max_blocks.max(1) {
            return blocks;
        }
        length += 1;
    }
}

fn heading_count(group: &HeatGroup) -> usize {
    usize::from(!group.label.is_empty())
}

fn split_by_length(heat: &Heat, length: usize) -> Vec<Vec<Line<'_>>> {
    let mut blocks: Vec<Vec<Line<'_>>> = vec![Vec::new()];
    for group in &heat.groups {
        for (at, row) in group.rows.iter().enumerate() {
            let heading_lines = if at == 0 { heading_count(group) } else { 0 };
            let full = |block: &Vec<Line<'_>>| block.len() + heading_lines + 1 > length;
            let new = blocks.last().is_none_or(full);
            if new {
                blocks.push(Vec::new());
            }
            if let Some(block) = blocks.last_mut() {
                if heading_count(group) > 0 && (at == 0 || new) {
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
    fn every_row_appears_once_and_no_block_ends_with_a_heading() {
        for groups in [&[11, 14, 14, 5, 6, 13][..], &[1, 1, 1, 1], &[63], &[2]] {
            for labelled in [true, false] {
                let heat = heat(groups, labelled);
                for max_blocks in 1..=4 {
                    let blocks = split(&heat, max_blocks);
                    assert!(!blocks.is_empty() && blocks.len() <= max_blocks);
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
