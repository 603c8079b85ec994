//! Who rose, who fell, who climbed.

use domain::{Gap, Verdict};

use super::{facts, moved, rose, said, sentences};
use crate::views::compare::facts::Stand;

#[test]
fn who_rose_and_who_fell() {
    let broken = |name: &str| moved(name, Ok(3.0), Ok(2), Verdict::MethodChanged);
    let unknown = |name: &str| moved(name, Err(Gap::NoBase), Err(Gap::NoBase), Verdict::SameMethod);
    let cases: Vec<(&str, Vec<Stand>, Option<&str>)> = vec![
        (
            "both ways",
            vec![rose("A", 1.2), rose("B", -0.5), rose("C", 0.1)],
            Some("Từ 2015 đến 2016, tăng nhiều nhất: A (+1,20 điểm); giảm nhiều nhất: B (−0,50 điểm)."),
        ),
        (
            "all up",
            vec![rose("A", 1.2), rose("B", 0.5)],
            Some("Từ 2015 đến 2016, tăng nhiều nhất: A (+1,20 điểm); tăng ít nhất: B (+0,50 điểm)."),
        ),
        (
            "all down",
            vec![rose("A", -1.2), rose("B", -0.5)],
            Some("Từ 2015 đến 2016, giảm nhiều nhất: A (−1,20 điểm); giảm ít nhất: B (−0,50 điểm)."),
        ),
        (
            "up and still",
            vec![rose("A", 1.2), rose("B", 0.001)],
            Some("Từ 2015 đến 2016, tăng nhiều nhất: A (+1,20 điểm); không đổi: B."),
        ),
        (
            "down and still",
            vec![rose("A", -1.2), rose("B", 0.0)],
            Some("Từ 2015 đến 2016, giảm nhiều nhất: A (−1,20 điểm); không đổi: B."),
        ),
        (
            "nobody moved",
            vec![rose("A", 0.0), rose("B", -0.001)],
            Some("Từ 2015 đến 2016, không đổi: A và B."),
        ),
        (
            "all alike",
            vec![rose("A", 0.3), rose("B", 0.3)],
            Some("Từ 2015 đến 2016, A và B thay đổi như nhau: +0,30 điểm."),
        ),
        (
            "a tie",
            vec![rose("A", 0.3), rose("B", 0.3), rose("C", -0.1)],
            Some("Từ 2015 đến 2016, tăng nhiều nhất: A và B (+0,30 điểm); giảm nhiều nhất: C (−0,10 điểm)."),
        ),
        (
            "one of two",
            vec![rose("A", 0.3), unknown("B")],
            Some("Từ 2015 đến 2016 chỉ so được A: +0,30 điểm."),
        ),
        (
            "two of three",
            vec![rose("A", 0.3), rose("B", -0.3), unknown("C")],
            Some(
                "Từ 2015 đến 2016, tăng nhiều nhất: A (+0,30 điểm); giảm nhiều nhất: B (−0,30 điểm). Tính trên 2/3 tỉnh, thành so sánh được.",
            ),
        ),
        ("no base", vec![unknown("A"), unknown("B")], None),
        (
            "across a break",
            vec![broken("A"), broken("B")],
            Some("Giữa 2015 và 2016 không so sánh được, nên không nêu ai tăng, ai giảm."),
        ),
    ];
    for (what, stands, expected) in cases {
        let all = sentences(&facts(stands));
        let moves = all.iter().find(|text| text.contains("2015"));
        assert_eq!(moves.map(String::as_str), expected, "{what}");
    }
}

#[test]
fn places_count_only_where_they_compare() {
    let of = |name: &str, places, verdict| moved(name, Err(Gap::NoBase), Ok(places), verdict);
    let same = Verdict::SameMethod;
    let places = |stands| said(&facts(stands), "Về hạng, từ");
    assert_eq!(
        places(vec![of("A", 7, same), of("B", -3, same), of("C", 7, same)]),
        ["Về hạng, từ 2015 đến 2016: lên nhiều bậc nhất là A và C (7 bậc); xuống nhiều bậc nhất là B (3 bậc)."]
    );
    assert_eq!(
        places(vec![of("A", 1, same), of("B", 5, Verdict::UnitsChanged)]),
        ["Về hạng, từ 2015 đến 2016: A lên một bậc. Tính trên 1/2 tỉnh, thành so sánh được."]
    );
    for still in [
        vec![of("A", 0, same), of("B", 0, same)],
        vec![of("A", 4, Verdict::Unclear)],
    ] {
        assert!(places(still).is_empty());
    }
}
