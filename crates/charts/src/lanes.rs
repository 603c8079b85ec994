//! Labels above and below a horizontal scale: in as few lines as possible, each as close to its mark as the others
//! allow.

use crate::labels::{LabelBox, spread};

/// Space between two labels in a line, in CSS px.
const LABEL_GAP: f64 = 14.0;

/// Position of a label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Placed {
    /// Line of the label; 0 is next to the scale.
    pub(crate) lane: usize,
    /// Horizontal centre of the label.
    pub(crate) centre: f64,
}

/// Places labels given as (preferred centre, width) between `low` and `high`; returns their positions in the same
/// order. Labels must not be wider than that range.
pub(crate) fn place(labels: &[(f64, f64)], low: f64, high: f64) -> Vec<Placed> {
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order.sort_by(|a, b| labels[*a].0.total_cmp(&labels[*b].0));
    let width = high - low;
    // Adjacent labels go to different lines, which leaves the most space in each line.
    let in_lane = |lane: usize, lanes: usize| order.iter().copied().skip(lane).step_by(lanes);
    let fits = |lane: usize, lanes: usize| {
        let needed: f64 = in_lane(lane, lanes).map(|at| labels[at].1 + LABEL_GAP).sum();
        needed <= width + LABEL_GAP
    };
    let lanes = (1..=labels.len()).find(|lanes| (0..*lanes).all(|lane| fits(lane, *lanes)));
    let lanes = lanes.unwrap_or(labels.len()).max(1);
    let mut placed = vec![Placed { lane: 0, centre: 0.0 }; labels.len()];
    for lane in 0..lanes {
        let members: Vec<usize> = in_lane(lane, lanes).collect();
        let boxes: Vec<LabelBox> = members
            .iter()
            .map(|at| LabelBox {
                preferred: labels[*at].0,
                height: labels[*at].1 + LABEL_GAP,
            })
            .collect();
        let centres = spread(&boxes, low - LABEL_GAP / 2.0, high + LABEL_GAP / 2.0);
        for (at, centre) in members.into_iter().zip(centres) {
            placed[at] = Placed { lane, centre };
        }
    }
    placed
}

/// Returns the number of lines.
pub(crate) fn count(placed: &[Placed]) -> usize {
    placed.iter().map(|label| label.lane + 1).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_with_space_are_in_one_line_at_their_marks() {
        let placed = place(&[(80.0, 20.0), (20.0, 20.0)], 0.0, 100.0);
        assert_eq!(count(&placed), 1);
        assert_eq!([placed[0].centre, placed[1].centre], [80.0, 20.0]);
    }

    #[test]
    fn a_crowd_takes_more_lines_and_no_label_leaves_the_scale() {
        let labels = [(10.0, 60.0), (12.0, 50.0), (14.0, 60.0), (99.0, 40.0), (100.0, 30.0)];
        let placed = place(&labels, 0.0, 120.0);
        assert!(count(&placed) > 1);
        for (label, position) in labels.iter().zip(&placed) {
            assert!(position.centre - label.1 / 2.0 >= -1e-9 && position.centre + label.1 / 2.0 <= 120.0 + 1e-9);
            for (other, other_position) in labels
                .iter()
                .zip(&placed)
                .filter(|(_, other_position)| other_position.lane == position.lane)
            {
                let distance = (position.centre - other_position.centre).abs();
                assert!(distance == 0.0 || distance >= f64::midpoint(label.1, other.1));
            }
        }
    }

    #[test]
    fn no_labels_take_no_lines() {
        assert_eq!(count(&place(&[], 0.0, 10.0)), 0);
    }
}
