//! Robust statistics for small samples: a single wrong value must not distort the statistics that are meant to reveal
//! it.

/// Converts a count to a float.
pub(super) fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// Returns the median; 0 if there are no values.
pub(super) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let half = values.len() / 2;
    match values.len() {
        0 => 0.0,
        n if n % 2 == 1 => values[half],
        _ => f64::midpoint(values[half - 1], values[half]),
    }
}

/// Returns the median of the distances from the median (MAD), which, unlike the standard deviation, is robust until
/// half of the values are wrong.
pub(super) fn spread(values: &[f64]) -> f64 {
    let middle = median(values.to_vec());
    median(values.iter().map(|value| (value - middle).abs()).collect())
}

/// Returns the places of values in ascending order from 0 to 1; equal values share the mean of their places.
pub(super) fn places(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut places = vec![0.0; values.len()];
    let mut start = 0;
    while start < order.len() {
        let same = order[start..]
            .iter()
            .take_while(|at| values[**at].total_cmp(&values[order[start]]).is_eq())
            .count();
        let middle = (count(start) + count(start + same - 1)) / 2.0;
        for at in &order[start..start + same] {
            places[*at] = (middle + 0.5) / count(values.len());
        }
        start += same;
    }
    places
}

/// Returns Pearson's correlation coefficient; 0 if one side does not vary.
pub(super) fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let n = count(pairs.len());
    let (mean_a, mean_b) = pairs.iter().fold((0.0, 0.0), |(a, b), (x, y)| (a + x / n, b + y / n));
    let (mut both, mut a, mut b) = (0.0, 0.0, 0.0);
    for (x, y) in pairs {
        both += (x - mean_a) * (y - mean_b);
        a += (x - mean_a).powi(2);
        b += (y - mean_b).powi(2);
    }
    if a > 0.0 && b > 0.0 { both / (a * b).sqrt() } else { 0.0 }
}

/// Returns Spearman's rank correlation coefficient, from −1 to 1.
pub(super) fn rank_correlation(pairs: &[(f64, f64)]) -> f64 {
    let (a, b): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let ranked: Vec<(f64, f64)> = places(&a).into_iter().zip(places(&b)).collect();
    correlation(&ranked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_are_compared_by_places() {
        assert_eq!(places(&[3.0, 1.0, 3.0, 2.0]), [0.75, 0.125, 0.75, 0.375]);
        let reversed: Vec<(f64, f64)> = (0..10).map(|i| (f64::from(i), f64::from(-i * i))).collect();
        assert!((rank_correlation(&reversed) + 1.0).abs() < 1e-9);
        assert_eq!(rank_correlation(&[(1.0, 5.0), (2.0, 5.0), (3.0, 5.0)]), 0.0);
    }

    #[test]
    fn one_wrong_value_moves_neither_median_nor_spread() {
        let values = [1.0, 2.0, 3.0, 4.0, 5000.0];
        assert_eq!((median(values.to_vec()), spread(&values)), (3.0, 1.0));
    }
}
