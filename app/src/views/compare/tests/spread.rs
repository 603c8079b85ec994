//! Where provinces lie apart among the components.

use super::{facts, said, stand};
use crate::views::compare::{facts::Part, model::Facts};

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
