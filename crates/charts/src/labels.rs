//! Labels that give way to each other.

/// A label that would like to stand at `wanted` and takes `height`, both in px.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wish {
    /// Where its middle wants to be.
    pub(crate) wanted: f64,
    /// How much room it takes.
    pub(crate) height: f64,
}

struct Cluster {
    /// Members, as positions in the sorted order.
    members: Vec<usize>,
    height: f64,
    top: f64,
}

/// Middles for all labels, in the order given: none overlaps another, none leaves
/// `low..high` while there is room, each as near to its wish as the others allow.
///
/// Neighbours that would touch are joined into a cluster that is placed as one, around the
/// mean of its members' wishes; so a crowd spreads to both sides of where it belongs.
pub(crate) fn spread(wishes: &[Wish], low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    order.sort_by(|a, b| wishes[*a].wanted.total_cmp(&wishes[*b].wanted));
    let mut clusters: Vec<Cluster> = Vec::new();
    for index in order {
        let mut cluster = placed(vec![index], wishes, low, high);
        while let Some(before) = clusters.pop_if(|last| last.top + last.height > cluster.top) {
            let mut members = before.members;
            members.extend(cluster.members);
            cluster = placed(members, wishes, low, high);
        }
        clusters.push(cluster);
    }
    let mut middles = vec![0.0; wishes.len()];
    for cluster in clusters {
        let mut top = cluster.top;
        for index in cluster.members {
            middles[index] = top + wishes[index].height / 2.0;
            top += wishes[index].height;
        }
    }
    middles
}

fn placed(members: Vec<usize>, wishes: &[Wish], low: f64, high: f64) -> Cluster {
    let mut height = 0.0;
    let mut sum = 0.0;
    for index in &members {
        let wish = wishes[*index];
        sum += wish.wanted - wish.height / 2.0 - height;
        height += wish.height;
    }
    let mean = sum / members.len() as f64;
    let top = mean.min(high - height).max(low);
    Cluster { members, height, top }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(wanted: &[f64], low: f64, high: f64) -> Vec<f64> {
        let wishes: Vec<Wish> = wanted
            .iter()
            .map(|wanted| Wish {
                wanted: *wanted,
                height: 10.0,
            })
            .collect();
        let middles = spread(&wishes, low, high);
        let mut sorted = middles.clone();
        sorted.sort_by(f64::total_cmp);
        for pair in sorted.windows(2) {
            assert!(pair[1] - pair[0] >= 10.0 - 1e-9, "{middles:?}");
        }
        assert!(sorted.iter().all(|y| (low..=high).contains(y)));
        middles
    }

    #[test]
    fn labels_with_room_stay_where_they_belong() {
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
