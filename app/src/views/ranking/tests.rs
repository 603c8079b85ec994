use super::super::tests::{plain, sample};

/// The ranking of many units, with these parameters.
fn long(query: &str) -> String {
    let path = "/vi/rankings/pci/2016";
    let answer = crate::render(&sample::many_units(250), &crate::Request { path, query });
    assert_eq!(answer.status, 200, "{query}");
    match answer.body {
        crate::Body::Html(html) => html,
        other => panic!("{other:?}"),
    }
}

/// Names of the units in the table, without those above the first line.
fn lines(html: &str) -> Vec<String> {
    let table = html.split_once("id=\"ranking\"").unwrap().1;
    let table = table.split_once("</table>").unwrap().0;
    let body = table.rsplit_once("<tbody>").unwrap().1;
    let rows = body.split("<th scope=\"row\"").skip(1);
    let name = |row: &str| row.split_once("</a>").unwrap().0.rsplit_once('>').unwrap().1.to_owned();
    rows.map(name).collect()
}

#[test]
fn a_long_table_has_pages() {
    for (query, first, last, count) in [
        ("", "Xã 0000", "Xã 0099", 100),
        ("page=3", "Xã 0200", "Xã 0249", 50),
        ("page=99", "Xã 0200", "Xã 0249", 50),
        ("sort=score&dir=asc&page=2", "Xã 0149", "Xã 0050", 100),
        ("q=024", "Xã 0024", "Xã 0249", 11),
    ] {
        let html = long(query);
        let lines = lines(&html);
        assert_eq!(
            (
                lines.len(),
                lines.first().unwrap().as_str(),
                lines.last().unwrap().as_str()
            ),
            (count, first, last),
            "{query}"
        );
        // What sorts and filters in the browser would see one page only.
        assert_eq!(html.contains("class=\"years pages\""), query != "q=024", "{query}");
    }
    let html = long("sort=name&page=2");
    assert!(html.contains("sort=name&amp;page=3"), "the order stays");
    assert!(html.contains("Dòng 101–200 trong 250"));
}

#[test]
fn the_chosen_unit_is_shown_from_any_page() {
    let html = long("highlight=xa-230");
    assert!(html.contains("class=\"own\""));
    assert_eq!(html.matches(">Xã 0230</a>").count(), 1);
}

#[test]
fn many_units_are_not_drawn_as_lines_and_bars_say_which_they_show() {
    let html = long("highlight=xa-230");
    assert!(!html.contains("chart=bump") && !html.contains("chart=slope"));
    assert!(plain(&html).contains("20 đơn vị đầu, 3 đơn vị cuối và đơn vị được chọn trong 250 đơn vị"));
}

#[test]
fn a_unit_is_named_in_words_where_a_list_would_be_too_long() {
    let html = long("highlight=X%C3%A3+0230");
    assert!(html.contains("name=\"highlight\" value=\"xa-230\""));
    assert!(!html.contains("<option value=\"xa-230\""));
    assert_eq!(html.matches(">Xã 0230</a>").count(), 1);
}
