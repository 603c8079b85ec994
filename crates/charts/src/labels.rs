//! Placement of labels without overlaps.

/// A label with its preferred position and its size, both in px.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LabelBox {
    /// Preferred centre.
    pub(crate) preferred: f64,
    /// Size along the axis of placement.
    pub(crate) height: f64,
}

struct Cluster {
    /// Indices of the labels in the cluster, in sorted order.
    members: Vec<usize>,
    height: f64,
    top: f64,
}

/// Returns the centres of all labels, in the order given. No two labels overlap, none leaves `low..high` as long as
/// there is space, and each is as close to its preferred position as the others allow.
///
/// Adjacent labels that would overlap are merged into a cluster that is placed as one, around the mean of its members'
/// preferred positions, so a crowd spreads to both sides.
pub(crate) fn spread(boxes: &[LabelBox], low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..boxes.len()).collect();
    order.sort_by(|a, b| boxes[*a].preferred.total_cmp(&boxes[*b].preferred));
    let mut clusters: Vec<Cluster> = Vec::new();
    for index in order {
        let mut cluster = place_cluster(vec![index], boxes, low, high);
        while let Some(previous) = clusters.pop_if(|last| last.top + last.height > cluster.top) {
            let mut members = previous.members;
            members.extend(cluster.members);
            cluster = place_cluster(members, boxes, low, high);
        }
        clusters.push(cluster);
    }
    let mut centres = vec![0.0; boxes.len()];
    for cluster in clusters {
        let mut top = cluster.top;
        for index in cluster.members {
            centres[index] = top + boxes[index].height / 2.0;
            top += boxes[index].height;
        }
    }
    centres
}

fn place_cluster(members: Vec<usize>, boxes: &[LabelBox], low: f64, high: f64) -> Cluster {
    let mut height = 0.0;
    let mut sum = 0.0;
    for index in &members {
        let label_box = boxes[*index];
        sum += label_box.preferred - label_box.height / 2.0 - height;
        height += label_box.height;
    }
    let mean = sum / members.len() as f64;
    let top = mean.min(high - height).max(low);
    Cluster { members, height, top }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(preferred: &[f64], low: f64, high: f64) -> Vec<f64> {
        let boxes: Vec<LabelBox> = preferred
            .iter()
            .map(|preferred| LabelBox {
                preferred: *preferred,
                height: 10.0,
            })
            .collect();
        let centres = spread(&boxes, low, high);
        let mut sorted = centres.clone();
        sorted.sort_by(f64::total_cmp);
        for pair in sorted.windows(2) {
            assert!(pair[1] - pair[0] >= 10.0 - 1e-9, "{centres:?}");
        }
        assert!(sorted.iter().all(|y| (low..=high).contains(y)));
        centres
    }

    #[test]
    fn labels_with_space_stay_at_their_preferred_positions() {
        assert_eq!(check(&[50.0, 20.0], 0.0, 100.0), [50.0, 20.0]);
    }

    #[test]
    fn a_crowd_spreads_to_both_sides() {
        assert_eq!(check(&[50.0, 50.0, 50.0], 0.0, 100.0), [40.0, 50.0, 60.0]);
    }

    #[test]
    fn a_crowd_at_the_edge_moves_inward() {
        assert_eq!(check(&[1.0, 2.0, 3.0], 0.0, 100.0), [5.0, 15.0, 25.0]);
        assert_eq!(check(&[99.0, 98.0], 0.0, 100.0), [95.0, 85.0]);
    }

    #[test]
    fn a_full_column_is_filled_from_the_top() {
        check(&[7.0; 10], 0.0, 100.0);
    }
}
