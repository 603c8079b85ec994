use super::*;

fn point(year: i32) -> TrendPoint {
    TrendPoint {
        year,
        value: f64::from(year),
        text: year.to_string(),
    }
}

#[test]
fn lines_stop_at_gaps_and_breaks() {
    let series = TrendSeries {
        label: "A".into(),
        emphasis: Emphasis::Context,
        points: [2015, 2016, 2018, 2019, 2020].map(point).to_vec(),
    };
    let trend = Trend {
        years: (2015..=2020).collect(),
        breaks: vec![Break {
            before: 2020,
            label: "mới".into(),
        }],
        ..Trend::default()
    };
    let lengths: Vec<usize> = trend.stretches(&series).iter().map(|s| s.len()).collect();
    assert_eq!(lengths, [2, 2, 1]);
}
