//! The rules of the summary, each on the smallest figures that could break it.

mod moves;
pub(crate) mod page;
pub(crate) mod sample;
mod spread;

use domain::{AsOf, Change, Gap, Interval, Kind, Lang, Rank, RankOrigin, Unit, Verdict};

use super::{
    facts::{Seen, Stand, YearsLed},
    model::{Facts, sentences},
    summary::title,
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
        across_break: false,
    };
    let with = |led| Facts {
        years: Some(led),
        ..facts(vec![stand("A", 61.0), stand("B", 60.0)])
    };
    let sentence = "A một mình cao nhất trong 7/9 năm mà mọi tỉnh, thành được so đều có số (2011–2019).";
    assert_eq!(said(&with(led.clone()), "2011"), [sentence]);
    // A count of years under several methods says so.
    let across = YearsLed {
        across_break: true,
        ..led
    };
    let expected = format!("{sentence} Các năm đó không cùng một phương pháp.");
    assert_eq!(said(&with(across), "2011"), [expected]);
}

#[test]
fn published_intervals_say_whether_a_difference_may_be_chance() {
    let with = |name: &str, value, half: f64| Stand {
        interval: Some(Interval {
            low: value - half,
            high: value + half,
            standard_error: None,
        }),
        ..stand(name, value)
    };
    let margin = |stands| said(&facts(stands), "Khoảng tin cậy");
    assert_eq!(
        margin(vec![with("A", 44.0, 0.5), with("B", 43.0, 0.75), stand("C", 43.5)]),
        [
            "Khoảng tin cậy 95% đã công bố của A (43,50–44,50) và B (42,25–43,75) chồng lên nhau: chênh lệch này có thể chỉ do mẫu khảo sát."
        ]
    );
    assert_eq!(
        margin(vec![with("A", 44.0, 0.25), with("B", 43.0, 0.25)]),
        ["Khoảng tin cậy 95% đã công bố của A (43,75–44,25) và B (42,75–43,25) không chồng lên nhau."]
    );
    for (what, stands) in [
        ("one without", vec![with("A", 44.0, 0.5), stand("B", 43.0)]),
        (
            "a tie on top",
            vec![with("A", 44.0, 0.5), with("C", 44.0, 0.5), with("B", 43.0, 0.5)],
        ),
        ("no difference", vec![with("A", 44.0, 0.5), with("B", 44.0, 0.5)]),
    ] {
        assert!(margin(stands).is_empty(), "{what}");
    }
}

#[test]
fn groups_are_told_where_all_have_one() {
    let of = |name: &str, group| Stand {
        group,
        ..stand(name, 60.0)
    };
    let groups = |stands| said(&facts(stands), "Theo nhóm");
    assert_eq!(
        groups(vec![of("A", Some(2)), of("B", Some(1)), of("C", Some(2))]),
        ["Theo nhóm (tứ phân vị của bảng đầy đủ): “Cao nhất” gồm B; “Trung bình cao” gồm A và C."]
    );
    assert!(groups(vec![of("A", Some(2)), of("B", None)]).is_empty());
}
