//! The rules of the summary, each on the smallest figures that could break it.

use domain::{AsOf, Change, Gap, Kind, Lang, Rank, RankOrigin, Unit, Verdict};

use super::{
    Facts,
    facts::{Part, Seen, Stand, YearsLed},
    sentences, title,
};

fn facts(stands: Vec<Stand>) -> Facts {
    Facts {
        lang: Lang::Vi,
        short: "PCI".into(),
        kind: Kind::Score,
        unit: Unit::Point,
        unit_words: "điểm".into(),
        decimals: 2,
        ranked: true,
        year: 2016,
        from: Some(2015),
        stands,
        parts: Vec::new(),
        years: None,
    }
}

fn stand(name: &str, value: f64) -> Stand {
    Stand {
        name: name.into(),
        seen: Seen::Exact(value),
        rank: None,
        change: None,
        moment: None,
        interval: None,
        group: None,
    }
}

fn without(name: &str, seen: Seen) -> Stand {
    Stand {
        seen,
        ..stand(name, 0.0)
    }
}

fn ranked(name: &str, value: f64, place: u16, origin: RankOrigin) -> Stand {
    Stand {
        rank: Some(Rank { place, of: 63, origin }),
        ..stand(name, value)
    }
}

fn moved(name: &str, points: Result<f64, Gap>, places: Result<i32, Gap>, verdict: Verdict) -> Stand {
    let change = Change {
        year: 2015,
        verdict,
        places_verdict: verdict,
        points,
        places,
        rank: None,
        value: None,
    };
    Stand {
        change: Some(change),
        ..stand(name, 60.0)
    }
}

fn rose(name: &str, points: f64) -> Stand {
    moved(name, Ok(points), Err(Gap::NoBase), Verdict::SameMethod)
}

fn said(facts: &Facts, part: &str) -> Vec<String> {
    let all = sentences(facts);
    all.into_iter().filter(|text| text.contains(part)).collect()
}

#[test]
fn who_is_highest_and_lowest() {
    let eight = |n: usize| {
        (0..n)
            .map(|i| stand(&format!("T{i}"), 60.0 + i as f64))
            .collect::<Vec<_>>()
    };
    let cases: Vec<(&str, Vec<Stand>, Option<&str>, &str)> = vec![
        (
            "two",
            vec![stand("A", 61.5), stand("B", 60.0)],
            Some("Năm 2016, A (61,50) cao hơn B (60,00): chênh 1,50 điểm."),
            "A cao hơn B 1,50 điểm",
        ),
        (
            "eight",
            eight(8),
            Some("Năm 2016, cao nhất: T7 (67,00); thấp nhất: T0 (60,00); cách nhau 7,00 điểm."),
            "Cao nhất là T7, thấp nhất là T0, cách nhau 7,00 điểm",
        ),
        (
            "a tie on top",
            vec![stand("A", 61.0), stand("B", 60.0), stand("C", 61.0)],
            Some("Năm 2016, cao nhất: A và C (61,00); thấp nhất: B (60,00); cách nhau 1,00 điểm."),
            "Cao nhất là A và C, thấp nhất là B, cách nhau 1,00 điểm",
        ),
        (
            "all equal",
            vec![stand("A", 61.0), stand("B", 61.0)],
            Some("Năm 2016, A và B cùng ở mức 61,00."),
            "A và B cùng ở mức 61,00",
        ),
        (
            "equal as read only",
            vec![stand("A", 61.001), stand("B", 61.0)],
            Some("Năm 2016, A và B cùng ở mức 61,00 sau khi làm tròn."),
            "A và B cùng ở mức 61,00",
        ),
        (
            "one figure of two",
            vec![
                stand("A", 61.0),
                without("B", Seen::Missing("không được khảo sát".into())),
            ],
            Some("Năm 2016 chỉ có số của A (61,00), nên không so được mức."),
            "PCI 2016: có số của 1/2 tỉnh, thành được so",
        ),
        (
            "no figure at all",
            vec![without("A", Seen::Disputed), without("B", Seen::Disputed)],
            None,
            "PCI 2016: có số của 2/2 tỉnh, thành được so",
        ),
        (
            "the difference is that of the numbers read",
            vec![stand("A", 60.014), stand("B", 60.006)],
            Some("Năm 2016, A và B cùng ở mức 60,01 sau khi làm tròn."),
            "A và B cùng ở mức 60,01",
        ),
    ];
    for (what, stands, sentence, heading) in cases {
        let facts = facts(stands);
        let first = sentences(&facts).into_iter().find(|text| text.starts_with("Năm 2016"));
        assert_eq!(first.as_deref(), sentence, "{what}");
        assert_eq!(title(&facts), heading, "{what}");
    }
}

#[test]
fn counts_are_not_called_high_and_moments_not_compared() {
    let of = |moments: [Option<AsOf>; 2], kind| {
        let stands = [("A", 120.0), ("B", 20.0)].into_iter().zip(moments);
        let stands = stands.map(|((name, value), moment)| Stand {
            moment,
            ..stand(name, value)
        });
        Facts {
            kind,
            unit: Unit::Count,
            unit_words: "dịch vụ".into(),
            decimals: 0,
            ranked: false,
            ..facts(stands.collect())
        }
    };
    let mid = Some(AsOf::Mid(2016));
    let same = of([mid, mid], Kind::Count);
    assert_eq!(
        sentences(&same)[0],
        "Năm 2016, A (120) nhiều hơn B (20): chênh 100 dịch vụ."
    );
    let differ = of([mid, Some(AsOf::End(2016))], Kind::Count);
    let expected =
        "Các số của năm 2016 ở những thời điểm khác nhau (A: giữa năm 2016; B: cuối năm 2016), nên không xếp cao thấp.";
    assert_eq!(sentences(&differ), [expected]);
    assert_eq!(title(&differ), "PCI 2016: có số của 2/2 tỉnh, thành được so");
    let coverage = of([mid, mid], Kind::Coverage);
    let said = sentences(&coverage);
    assert!(said.len() == 1 && said[0].contains("tổng số khác nhau"), "{said:?}");
}

#[test]
fn ranks_of_one_origin_only() {
    let (published, computed) = (RankOrigin::Published, RankOrigin::Computed);
    let rank_of = |stands: Vec<Stand>| said(&facts(stands), "Về hạng");
    assert_eq!(
        rank_of(vec![ranked("A", 61.0, 3, published), ranked("B", 60.0, 16, published)]),
        ["Về hạng, A (3/63) đứng trên B (16/63): chênh 13 bậc."]
    );
    let three = vec![
        ranked("A", 61.0, 3, computed),
        ranked("B", 60.0, 16, computed),
        ranked("C", 60.0, 16, computed),
    ];
    assert_eq!(
        rank_of(three),
        ["Về hạng, cao nhất: A (3/63); thấp nhất: B và C (16/63). Hạng này do Thước Đo tính từ bảng đầy đủ."]
    );
    for (what, stands) in [
        (
            "mixed",
            vec![ranked("A", 61.0, 3, published), ranked("B", 60.0, 16, computed)],
        ),
        ("one", vec![ranked("A", 61.0, 3, published), stand("B", 60.0)]),
        (
            "equal",
            vec![ranked("A", 61.0, 3, published), ranked("B", 61.0, 3, published)],
        ),
    ] {
        assert!(rank_of(stands).is_empty(), "{what}");
    }
    let declined = Facts {
        ranked: false,
        ..facts(vec![ranked("A", 61.0, 3, computed), ranked("B", 60.0, 16, computed)])
    };
    assert!(said(&declined, "Về hạng").is_empty());
    // Without values the ranks are the finding.
    let only = |name: &str, place| Stand {
        seen: Seen::RankOnly,
        ..ranked(name, 0.0, place, published)
    };
    assert_eq!(title(&facts(vec![only("A", 4), only("B", 3)])), "B đứng trên A một bậc");
    assert_eq!(title(&facts(vec![only("A", 9), only("B", 3)])), "B đứng trên A 6 bậc");
}

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

fn part(name: &str, max: Option<f64>, values: &[Option<f64>]) -> Part {
    Part {
        name: name.into(),
        decimals: 2,
        max,
        values: values.to_vec(),
    }
}

#[test]
fn where_components_lie_apart() {
    let two = || vec![stand("A", 61.0), stand("B", 60.0)];
    let with = |stands, parts| Facts { parts, ..facts(stands) };
    let ten = Some(10.0);
    let apart = with(
        two(),
        vec![
            part("Đất đai", ten, &[Some(7.0), Some(4.5)]),
            part("Gia nhập", ten, &[Some(8.0), Some(8.1)]),
        ],
    );
    assert_eq!(
        said(&apart, "thành phần"),
        [
            "Trong 2 thành phần cùng có số, xa nhau nhất là Đất đai: A 7,00, B 4,50; gần nhau nhất là Gia nhập: từ 8,00 đến 8,10.",
            "A cao hơn ở 1/2 thành phần, B cao hơn ở 1/2."
        ]
    );
    // On scales of 20 and 5 a distance of 2 is less than one of 1.
    let scales = with(
        two(),
        vec![
            part("Lớn", Some(20.0), &[Some(12.0), Some(10.0)]),
            part("Nhỏ", Some(5.0), &[Some(3.0), Some(2.0)]),
        ],
    );
    let said_of = said(&scales, "xa nhau nhất");
    assert!(
        said_of[0].contains("xa nhau nhất là Nhỏ") && said_of[0].ends_with("phần của điểm tối đa."),
        "{said_of:?}"
    );
    for (what, parts) in [
        ("one component", vec![part("Đất đai", ten, &[Some(7.0), Some(4.5)])]),
        (
            "no maximum",
            vec![
                part("X", None, &[Some(7.0), Some(4.5)]),
                part("Y", None, &[Some(7.0), Some(7.0)]),
            ],
        ),
        (
            "one figure each",
            vec![part("X", ten, &[Some(7.0), None]), part("Y", ten, &[None, Some(7.0)])],
        ),
        (
            "the same distance",
            vec![
                part("X", ten, &[Some(7.0), Some(6.0)]),
                part("Y", ten, &[Some(5.0), Some(4.0)]),
            ],
        ),
    ] {
        assert!(said(&with(two(), parts), "xa nhau").is_empty(), "{what}");
    }
    // A component that misses a province is not measured against those that do not.
    let gap = with(
        vec![stand("A", 61.0), stand("B", 60.0), stand("C", 59.0)],
        vec![
            part("Thiếu", ten, &[Some(9.0), Some(1.0), None]),
            part("X", ten, &[Some(7.0), Some(4.0), Some(5.0)]),
            part("Y", ten, &[Some(7.0), Some(6.0), Some(6.0)]),
        ],
    );
    let all = said(&gap, "thành phần");
    assert!(
        all[0].starts_with("Trong 2 thành phần cùng có số, xa nhau nhất là X"),
        "{all:?}"
    );
    assert_eq!(
        all[1],
        "A một mình cao nhất ở 2/2 thành phần, nhiều hơn mọi tỉnh, thành khác được so."
    );
}

#[test]
fn who_has_no_figure_and_why() {
    let missing = |name: &str| without(name, Seen::Missing("không được khảo sát".into()));
    let rank = Stand {
        rank: Some(Rank {
            place: 7,
            of: 63,
            origin: RankOrigin::Published,
        }),
        ..without("D", Seen::RankOnly)
    };
    let about = without("E", Seen::Inexact("khoảng 2.000".into()));
    let stands = vec![
        stand("A", 61.0),
        missing("B"),
        missing("C"),
        rank,
        about,
        without("G", Seen::Disputed),
    ];
    assert_eq!(
        sentences(&facts(stands)),
        [
            "Năm 2016 chỉ có số của A (61,00), nên không so được mức.",
            "Không có số năm 2016: B và C (không được khảo sát); D (chỉ có hạng, 7/63); G (các nguồn nêu số khác nhau).",
            "Số gần đúng không xếp cao thấp: E (khoảng 2.000)."
        ]
    );
    // Everything known and nothing else to say: no sentence about coverage.
    assert_eq!(sentences(&facts(vec![stand("A", 61.0), stand("B", 60.0)])).len(), 1);
}

#[test]
fn who_led_over_the_years() {
    let led = YearsLed {
        name: "A".into(),
        led: 7,
        of: 9,
        first: 2011,
        last: 2019,
    };
    let facts = Facts {
        years: Some(led),
        ..facts(vec![stand("A", 61.0), stand("B", 60.0)])
    };
    assert_eq!(
        said(&facts, "2011"),
        ["A một mình cao nhất trong 7/9 năm mà mọi tỉnh, thành được so đều có số (2011–2019)."]
    );
}
