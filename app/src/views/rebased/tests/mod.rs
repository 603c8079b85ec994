//! Old figures on today's provinces, and former units on the pages of new ones.

pub(crate) mod sample;

use domain::{
    chart::{ChartBody, DotLink},
    data_table::DataCell,
};

use crate::{
    export::{self, ExportParts},
    views::tests::{attribute, tags},
};
use sample::{asked_of, backend, links, made, page, peopled, read, says};

#[test]
fn scores_of_former_units_stand_side_by_side_and_nothing_is_ranked() {
    let html = page("/vi/rankings/pci/2016?basis=rebased");
    for words in [
        "Lào Cai: điểm các đơn vị cũ cách nhau nhiều nhất, từ 57,99 đến 63,49",
        "Trước 1/7/2025 không có điểm nào của các tỉnh, thành mới.",
        "2/2 tỉnh, thành hiện nay; 3/3 đơn vị cũ có số",
        "từ 57,99 đến 63,49",
        "Lào Cai (cũ) 63,49 1/ 63",
        "Yên Bái 57,99 2/ 63",
    ] {
        assert!(says(&html, words), "{words}: {}", read(&html));
    }
    let links = links(&html);
    for slug in ["lao-cai", "lao-cai-63", "yen-bai", "ha-noi"] {
        assert!(links.contains(&format!("/vi/provinces/{slug}")), "{slug}");
    }
    // No sum, no mean of the two.
    for wrong in ["121,48", "60,74", "tổng"] {
        assert!(!says(&html, wrong), "{wrong}");
    }
    let english = page("/en/rankings/pci/2016?basis=rebased");
    assert!(says(
        &english,
        "No score exists for the new provinces before 1 July 2025."
    ));
    assert!(says(&english, "57.99 to 63.49"));
}

#[test]
fn ha_tay_stands_beside_ha_noi_and_changes_nothing_of_it() {
    let html = page("/vi/rankings/pci/2007?basis=rebased");
    assert!(
        says(&html, "Hà Nội Sông Hồng mới từ 41,25 đến 55,50"),
        "{}",
        read(&html)
    );
    assert!(says(&html, "Mê Linh"));
    // One of Lào Cai's two is not known: no range is told, the reason is.
    assert!(says(&html, "1/2 đơn vị cũ có điểm"));
    assert!(says(&html, "PCI 2007: có số của 3/4 đơn vị cũ") || says(&html, "Hà Nội: điểm các đơn vị cũ"));
    assert!(!says(&page("/vi/rankings/pci/2016?basis=rebased"), "Hà Tây"));
}

#[test]
fn counts_are_added_up_with_their_parts_or_the_reason() {
    let html = page("/vi/rankings/services/2020?basis=rebased");
    assert!(
        says(&html, "Dịch vụ 2020: cộng đủ cho 1/1 tỉnh, thành mới"),
        "{}",
        read(&html)
    );
    assert!(says(&html, "tổng 1.217 (tháng 12/2020)"));
    assert!(says(&html, "= Lào Cai (cũ) 1.000 + Yên Bái 217"));
    let html = page("/vi/rankings/services/2021?basis=rebased");
    assert!(
        says(&html, "không cộng được: số ở những thời điểm khác nhau"),
        "{}",
        read(&html)
    );
    assert!(!says(&html, "1.217"));
}

#[test]
fn what_cannot_be_used_is_named() {
    for (parameter, name) in [
        ("component=x", "component"),
        ("region=x", "region"),
        ("highlight=x", "highlight"),
        ("highlight=lao-cai,x", "highlight"),
        ("sort=score", "sort"),
    ] {
        let address = format!("/vi/rankings/pci/2016?basis=rebased&{parameter}");
        let (status, html) = asked_of(&backend(), &address);
        assert_eq!(status, 400, "{address}");
        assert!(says(&html, &format!("“{}”", parameter)), "{name}: {}", read(&html));
    }
    assert_eq!(asked_of(&backend(), "/vi/rankings/pci/2012?basis=rebased").0, 404);
    assert_eq!(asked_of(&backend(), "/vi/rankings/pci/2016?basis=other").0, 400);
}

#[test]
fn filters_order_and_marks_keep_to_the_list() {
    let rows = |address: &str| -> Vec<String> {
        let html = page(address);
        let heads = tags(html.split_once("<table").unwrap().1, "th");
        assert!(heads.iter().any(|tag| tag.contains("rowgroup")));
        html.split("scope=\"rowgroup\"")
            .skip(1)
            .map(|rest| {
                read(&format!(
                    "<main><p>{}",
                    rest.split("</a>").next().unwrap().rsplit('>').next().unwrap()
                ))
            })
            .collect()
    };
    let all = "/vi/rankings/pci/2016?basis=rebased";
    assert_eq!(rows(all), ["Hà Nội", "Lào Cai"]);
    assert_eq!(rows(&format!("{all}&sort=region")), ["Lào Cai", "Hà Nội"]);
    assert_eq!(rows(&format!("{all}&region=bac-34")), ["Lào Cai"]);
    // A region of the old list is that of the old units.
    assert_eq!(rows(&format!("{all}&region=bac-63")), ["Hà Nội", "Lào Cai"]);
    // The title speaks of what is shown.
    let html = page(&format!("{all}&region=hong-34"));
    assert!(says(&html, "PCI 2016: có số của 3/3 đơn vị cũ") && says(&html, "vùng Sông Hồng mới"));
    // A former unit that is followed marks the province of today.
    let html = page(&format!("{all}&highlight=yen-bai"));
    assert!(html.contains("<tbody class=\"me\">"));
    assert!(says(&html, "Lào Cai: điểm các đơn vị cũ từ 57,99 đến 63,49"));
}

#[test]
fn a_ranking_offers_all_bases_and_the_form_leads_there() {
    let html = page("/vi/rankings/pci/2016");
    let select = html
        .split("<select name=\"basis\"")
        .nth(1)
        .unwrap()
        .split("</select>")
        .next()
        .unwrap();
    let values: Vec<String> = tags(select, "option")
        .iter()
        .filter_map(|tag| attribute(tag, "value"))
        .collect();
    assert_eq!(values, ["63", "rebased"]);
    assert!(tags(select, "option")[0].contains("selected"));
    let to = |query: &str| asked_of(&backend(), &format!("/vi/rankings?indicator=pci&year=2016&{query}"));
    let (status, address) = to("basis=rebased&region=bac-63&highlight=lao-cai");
    assert_eq!(
        (status, address.as_str()),
        (303, "/vi/rankings/pci/2016?basis=rebased&highlight=lao-cai")
    );
    assert_eq!(
        to("basis=rebased&region=bac-34").1,
        "/vi/rankings/pci/2016?region=bac-34&basis=rebased"
    );
    assert_eq!(to("basis=63&region=bac-34").1, "/vi/rankings/pci/2016");
    let html = page("/vi/rankings/pci/2016?basis=rebased");
    let select = html
        .split("<select name=\"basis\"")
        .nth(1)
        .unwrap()
        .split("</select>")
        .next()
        .unwrap();
    assert!(tags(select, "option")[1].contains("selected"));
    // Its years keep the basis.
    assert!(links(&html).contains(&"/vi/rankings/pci/2015?basis=rebased".to_owned()));
}

#[test]
fn a_new_province_shows_its_former_units_and_no_score_of_its_own() {
    let html = page("/vi/provinces/lao-cai");
    for words in [
        "Trước 1/7/2025: số liệu của các đơn vị cũ",
        "không có điểm nào của Lào Cai trước ngày đó",
        "PCI của các đơn vị cũ: Lào Cai (cũ) 63,49 và Yên Bái 57,99 (2016)",
        "tổng 1.217 (tháng 12/2020)",
        "không cộng được: số ở những thời điểm khác nhau",
        "không được khảo sát",
    ] {
        assert!(
            says(&html, words) || read(&html).to_lowercase().contains(words),
            "{words}: {}",
            read(&html)
        );
    }
    assert!(!html.contains("class=\"stack standing\""), "nothing of its own");
    let links = links(&html);
    assert!(links.contains(&"#before-h".to_owned()) && html.contains("id=\"before-h\""));
    assert!(links.contains(&"/vi/provinces/yen-bai".to_owned()));
    assert!(links.contains(&"/vi/rankings/pci/2016?basis=rebased&highlight=lao-cai".to_owned()));
    for other in ["lao-cai-63", "ha-noi", "ha-tay"] {
        assert!(
            !page(&format!("/vi/provinces/{other}")).contains("id=\"before-h\""),
            "{other}"
        );
    }
}

#[test]
fn former_units_and_their_successors_lead_to_each_other() {
    for (old, new) in [("lao-cai-63", "lao-cai"), ("yen-bai", "lao-cai"), ("ha-tay", "ha-noi")] {
        let [from, to] = [old, new].map(|slug| format!("/en/provinces/{slug}"));
        assert!(links(&page(&from)).contains(&to), "{from} → {to}");
        assert!(links(&page(&to)).contains(&from), "{to} → {from}");
    }
    assert!(says(
        &page("/en/provinces/ha-noi"),
        "On 1 August 2008 Hà Tây became part of it."
    ));
    let list = page("/vi/provinces");
    let item = list
        .split("<li>")
        .find(|item| item.contains("/vi/provinces/yen-bai\""))
        .unwrap();
    assert!(item.contains("href=\"/vi/provinces/lao-cai\""), "{item}");
}

#[test]
fn search_tells_names_and_codes_by_their_days() {
    let items = |query: &str| -> Vec<String> {
        let html = page(&format!("/vi/search?q={query}"));
        let list = html
            .split_once("class=\"hits\"")
            .unwrap()
            .1
            .split("</ul>")
            .next()
            .unwrap()
            .to_owned();
        list.split("<li>")
            .skip(1)
            .map(|item| read(&format!("<main><p>{item}")))
            .collect()
    };
    let expected = [
        "Lào Cai Tỉnh · mã 15 · từ 1/7/2025",
        "Yên Bái Tỉnh · mã 15 · đến 30/6/2025 · nay là Lào Cai",
    ];
    assert_eq!(items("15"), expected);
    let named = items("lao+cai");
    assert_eq!(named.len(), 2, "{named:?}");
    assert!(named[0].ends_with("mã 15 · từ 1/7/2025"));
    assert_eq!(named[1], "Lào Cai (cũ) Tỉnh · mã 10 · đến 30/6/2025 · nay là Lào Cai");
    assert_eq!(items("28"), ["Hà Tây Tỉnh · mã 28 · đến 31/7/2008 · nay là Hà Nội"]);
    assert!(items("1").is_empty() && items("99").is_empty());
}

#[test]
fn the_chart_has_a_mark_a_former_unit_and_a_range_only_where_one_is_known() {
    let chart = made(&backend(), "rebased/pci/2016/chart", "");
    let model = chart.model.unwrap();
    let ChartBody::Dots(dots) = &model.body else {
        panic!("{:?}", model.body)
    };
    let labels: Vec<&str> = dots.series.iter().map(|series| series.label.as_str()).collect();
    assert_eq!(labels, ["Đơn vị cũ cùng tên", "Đơn vị cũ thứ hai", "Đơn vị giữ nguyên"]);
    let row = |name: &str| {
        dots.rows
            .iter()
            .find(|row| row.label.split(" (").next() == Some(name))
            .unwrap()
    };
    let marks: Vec<(usize, f64)> = row("Lào Cai")
        .marks
        .iter()
        .map(|mark| (mark.series, mark.value))
        .collect();
    assert_eq!(
        (marks, row("Lào Cai").link),
        (vec![(0, 63.49), (1, 57.99)], DotLink::Range)
    );
    assert_eq!((row("Hà Nội").marks[0].series, row("Hà Nội").link), (2, DotLink::None));
    assert!(dots.min < 57.99 && dots.max > 63.49);
    assert_eq!(row("Lào Cai").label, "Lào Cai (+ Yên Bái)");
    let says = |words: &str| model.notes.iter().any(|note| note.text.contains(words));
    assert!(says("không có điểm nào của các tỉnh, thành mới") && says("3/3 đơn vị cũ có số"));
    assert_eq!(model.table().rows[1][1..], ["63,49", "57,99", "–"]);

    let bars = made(&backend(), "rebased/services/2020/chart", "highlight=lao-cai");
    let ChartBody::Bars(bars) = bars.model.unwrap().body else {
        panic!("counts are bars")
    };
    let told: Vec<(&str, &str, f64)> = bars
        .rows
        .iter()
        .map(|r| (r.label.as_str(), r.rank.as_str(), r.value))
        .collect();
    assert_eq!(told, [("Hà Nội", "", 300.0), ("Lào Cai", "", 1217.0)]);
    // Nothing can be drawn where nothing adds up.
    assert!(export::export(&backend(), "rebased/services/2021/chart", "", ExportParts::Both).is_err());
}

#[test]
fn tables_that_leave_the_page_say_whose_figures_they_are() {
    let table = made(&backend(), "rebased/pci/2016/table", "region=bac-34");
    assert_eq!(table.page, "/vi/rankings/pci/2016?basis=rebased&region=bac-34#table-h");
    let data = table.table.unwrap();
    let keys: Vec<&str> = data.columns.iter().map(|column| column.key).collect();
    assert_eq!(keys[..3], ["province", "old_unit", "value"]);
    assert!(!keys.contains(&"sum") && !keys.contains(&"indicative"));
    let rows: Vec<&[DataCell]> = data.rows.iter().map(|row| &row[..3]).collect();
    let cell = |text: &str| DataCell::Text(text.into());
    assert_eq!(
        rows[0],
        [cell("Lào Cai"), cell("Lào Cai (cũ)"), DataCell::Number(63.49)]
    );
    assert_eq!((rows[1][1].clone(), rows.len()), (cell("Yên Bái"), 2));
    assert!(
        data.readme
            .iter()
            .any(|(_, note)| note.text.contains("không lấy trung bình"))
    );

    let counts = made(&backend(), "rebased/services/2020/table", "").table.unwrap();
    let keys: Vec<&str> = counts.columns.iter().map(|column| column.key).collect();
    assert_eq!(keys[..2], ["province", "sum"]);
    assert_eq!(counts.rows[1][1], DataCell::Number(1217.0));

    let lines = made(&backend(), "before/lao-cai/pci/lines", "lang=en");
    let ChartBody::Lines(trend) = lines.model.unwrap().body else {
        panic!("lines")
    };
    let named: Vec<(&str, usize)> = trend
        .series
        .iter()
        .map(|s| (s.label.as_str(), s.points.len()))
        .collect();
    assert_eq!(named, [("Lào Cai (former)", 3), ("Yên Bái", 2)]);
    assert_eq!(lines.page, "/en/provinces/lao-cai#pci-before");
    let rows = made(&backend(), "before/lao-cai/pci/table", "").table.unwrap().rows;
    assert_eq!(rows.len(), 6, "three years of two units");
    assert!(
        rows.iter().all(|row| row[1] != cell("Lào Cai")),
        "none is the new province's own"
    );
    for none in [
        "before/ha-noi/pci/lines",
        "before/yen-bai/pci/table",
        "rebased/pci/2012/table",
    ] {
        assert!(
            export::export(&backend(), none, "", ExportParts::Both).is_err(),
            "{none}"
        );
    }
}

#[test]
fn an_indication_is_named_so_everywhere_and_never_without_people() {
    let address = "/vi/rankings/pci/2016?basis=rebased";
    let (_, html) = asked_of(&peopled(), address);
    // 63.49 × ¼ + 57.99 × ¾
    assert!(
        says(&html, "chỉ báo theo dân số: 59,37") || says(&html, "chỉ báo theo dân số: 59,36"),
        "{}",
        read(&html)
    );
    assert!(says(&html, "không được xếp hạng") && says(&html, "Tổng điều tra (bịa để thử)"));
    assert!(html.contains("class=\"indicative\""));
    assert!(!says(&page(address), "chỉ báo theo dân số"));

    let chart = made(&peopled(), "rebased/pci/2016/chart", "");
    let model = chart.model.unwrap();
    let ChartBody::Dots(dots) = &model.body else {
        panic!("{:?}", model.body)
    };
    assert_eq!(
        dots.series.last().unwrap().label,
        "Chỉ báo theo dân số (không phải điểm công bố)"
    );
    assert!(
        model
            .notes
            .iter()
            .any(|note| note.text.contains("Không cơ quan nào công bố số này"))
    );
    let data = chart.table.unwrap();
    let column = data.columns.iter().find(|column| column.key == "indicative").unwrap();
    assert!(column.label.contains("không phải điểm công bố"));
    assert!(
        data.readme
            .iter()
            .any(|(_, note)| note.text.contains("Không cơ quan nào công bố số này"))
    );
    // It enters no ranking.
    let (_, ranking) = asked_of(&peopled(), "/vi/rankings/pci/2016");
    assert!(!says(&ranking, "59,3"));
}
