//! Labels above and below a horizontal scale: in as few lines as hold them, each as near to its mark as the
//! others allow.

use crate::labels::{Wish, spread};

/// Space between two labels of a line, in CSS px.
const BETWEEN: f64 = 14.0;

/// Where a label goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Placed {
    /// Its line, from 0 next to the scale.
    pub(crate) lane: usize,
    /// Its middle, across.
    pub(crate) middle: f64,
}

/// Places labels of these (wanted middle, width) between `low` and `high`, in their order. A label wider than
/// that must have been cut before.
pub(crate) fn place(labels: &[(f64, f64)], low: f64, high: f64) -> Vec<Placed> {
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order.sort_by(|a, b| labels[*a].0.total_cmp(&labels[*b].0));
    let room = high - low;
    // Neighbours go to different lines, so that each line has the most space.
    let in_lane = |lane: usize, lanes: usize| order.iter().copied().skip(lane).step_by(lanes);
    let fits = |lane: usize, lanes: usize| {
        let width: f64 = in_lane(lane, lanes).map(|at| labels[at].1 + BETWEEN).sum();
        width <= room + BETWEEN
    };
    let lanes = (1..=labels.len()).find(|lanes| (0..*lanes).all(|lane| fits(lane, *lanes)));
    let lanes = lanes.unwrap_or(labels.len()).max(1);
    let mut placed = vec![Placed { lane: 0, middle: 0.0 }; labels.len()];
    for lane in 0..lanes {
        let own: Vec<usize> = in_lane(lane, lanes).collect();
        let wishes: Vec<Wish> = own
            .iter()
            .map(|at| Wish {
                wanted: labels[*at].0,
                height: labels[*at].1 + BETWEEN,
            })
            .collect();
        let middles = spread(&wishes, low - BETWEEN / 2.0, high + BETWEEN / 2.0);
        for (at, middle) in own.into_iter().zip(middles) {
            placed[at] = Placed { lane, middle };
        }
    }
    placed
}

/// Number of lines.
pub(crate) fn count(placed: &[Placed]) -> usize {
    placed.iter().map(|label| label.lane + 1).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_with_room_stand_in_one_line_at_their_marks() {
        let placed = place(&[(80.0, 20.0), (20.0, 20.0)], 0.0, 100.0);
        assert_eq!(count(&placed), 1);
        assert_eq!([placed[0].middle, placed[1].middle], [80.0, 20.0]);
    }

    #[test]
    fn a_crowd_takes_more_lines_and_nothing_leaves_the_scale() {
        let labels = [(10.0, 60.0), (12.0, 50.0), (14.0, 60.0), (99.0, 40.0), (100.0, 30.0)];
        let placed = place(&labels, 0.0, 120.0);
        assert!(count(&placed) > 1);
        for (label, own) in labels.iter().zip(&placed) {
            assert!(own.middle - label.1 / 2.0 >= -1e-9 && own.middle + label.1 / 2.0 <= 120.0 + 1e-9);
            for (other, its) in labels.iter().zip(&placed).filter(|(_, its)| its.lane == own.lane) {
                let apart = (own.middle - its.middle).abs();
                assert!(apart == 0.0 || apart >= f64::midpoint(label.1, other.1));
            }
        }
    }

    #[test]
    fn no_labels_take_no_lines() {
        assert_eq!(count(&place(&[], 0.0, 10.0)), 0);
    }
}
