//! The content of slides.

use domain::chart::{Bars, ChartBody};
use ooxml::{Deck, OfficeError, Slide, pptx, xlsx};

use crate::{
    decks, decks_more, expected,
    parts::{self, Element, Parts, clean, parse, unzip},
};

fn charts(parts: &Parts) -> Vec<(Element, &[u8])> {
    (1..)
        .map_while(|n| {
            let chart = parts.get(&format!("ppt/charts/chart{n}.xml"))?;
            let book = &parts[&format!("ppt/embeddings/workbook{n}.xlsx")];
            Some((parse(chart), &book[..]))
        })
        .collect()
}

fn parts_of(deck: &Deck) -> Parts {
    unzip(&pptx(deck).unwrap())
}

#[test]
fn every_category_and_value_matches_the_model_and_the_workbook() {
    for model in decks_more::all() {
        let parts = parts_of(&decks::single(model.clone()));
        let mut all = Vec::new();
        for (chart, book) in charts(&parts) {
            assert_eq!(chart.all("c:dispBlanksAs")[0].val(), "gap");
            let series = parts::series(&chart);
            parts::assert_caches_match(&series, book);
            all.extend(series);
        }
        expected::assert_matches(&model, &all);
    }
}

#[test]
fn figures_keep_all_their_digits() {
    let mut model = decks::bars(3);
    let ChartBody::Bars(bars) = &mut model.body else {
        unreachable!()
    };
    for (row, value) in bars.rows.iter_mut().zip([0.1 + 0.2, 1e-7, 123_456_789.125]) {
        row.value = value;
    }
    let parts = parts_of(&decks::single(model.clone()));
    let (chart, book) = &charts(&parts)[0];
    let series = parts::series(chart);
    parts::assert_caches_match(&series, book);
    expected::assert_matches(&model, &series);
}

#[test]
fn many_bars_are_split_into_charts_side_by_side_on_one_scale() {
    let parts = parts_of(&decks::single(decks::bars(63)));
    let charts = charts(&parts);
    assert_eq!(charts.len(), 3);
    let of = |chart: &Element, name: &str| chart.all(name)[0].val().to_owned();
    for name in ["c:min", "c:max", "c:x", "c:w"] {
        let first = of(&charts[0].0, name);
        assert!(charts.iter().all(|(chart, _)| of(chart, name) == first), "{name}");
    }
    assert_eq!(of(&charts[0].0, "c:max"), "100");
    let slide = parse(&parts["ppt/slides/slide1.xml"]);
    let frames = slide.all("p:graphicFrame");
    let mut end = 0;
    for frame in frames {
        let at = |element: &str, name: &str| frame.all(element)[0].attributes[name].parse::<i64>().unwrap();
        assert!(at("a:off", "x") >= end);
        end = at("a:off", "x") + at("a:ext", "cx");
    }
    assert!(end < 12_192_000);
}

#[test]
fn the_best_is_on_top_and_highlights_have_distinct_colours() {
    let parts = parts_of(&decks::single(decks::bars(12)));
    let (chart, _) = &charts(&parts)[0];
    let axis = chart.all("c:catAx")[0];
    assert_eq!(axis.all("c:orientation")[0].val(), "maxMin");
    let highlighted: Vec<(&str, &str)> = chart
        .all("c:dPt")
        .iter()
        .map(|point| (point.all("c:idx")[0].val(), point.all("a:schemeClr")[0].val()))
        .collect();
    assert_eq!(highlighted, [("2", "accent1"), ("7", "accent2")]);
    let bold = |label: &&Element| label.all("a:rPr")[0].attributes["b"] == "1";
    let labels = chart.all("c:dLbl");
    let bold: Vec<String> = labels
        .iter()
        .filter(|label| bold(label))
        .map(|label| label.words())
        .collect();
    assert_eq!(
        bold,
        ["69,46", "68,11", "3. Bà Rịa – Vũng Tàu", "8. Đồng Tháp"],
        "name and value"
    );
}

#[test]
fn rank_1_is_on_top_and_the_highlighted_are_named_at_their_ends() {
    let parts = parts_of(&decks::single(decks::bump(63, &[0, 1, 2])));
    let (chart, _) = &charts(&parts)[0];
    assert_eq!(chart.all("c:valAx")[0].all("c:orientation")[0].val(), "maxMin");
    let named: Vec<&Element> = chart.all("c:dLbl");
    assert_eq!(named.len(), 3);
    for label in named {
        assert_eq!(label.child("c:idx").unwrap().val(), "8", "eight years and one break");
        assert!(label.words().contains(". "), "rank and name: {}", label.words());
    }
    // Ranks 1 to 3 are closer together than the labels are tall, so labels are moved.
    assert!(
        !chart
            .all("c:dLbl")
            .iter()
            .all(|label| label.child("c:layout").is_none())
    );
}

#[test]
fn scores_and_ranks_have_separate_axes_that_do_not_overlap() {
    let parts = parts_of(&decks::single(decks::combined()));
    let (chart, _) = &charts(&parts)[0];
    let axes = chart.all("c:valAx");
    assert_eq!(axes.len(), 2);
    let max = |axis: &Element| axis.all("c:max")[0].val().parse::<f64>().unwrap();
    assert!(max(axes[0]) >= 2.0 * 100.0 && max(axes[1]) >= 2.0 * 63.0);
    let orders: Vec<&str> = axes.iter().map(|axis| axis.all("c:orientation")[0].val()).collect();
    assert_eq!(orders, ["minMax", "maxMin"]);
}

#[test]
fn a_slide_has_the_texts_of_its_model() {
    let model = decks::lines();
    let parts = parts_of(&decks::single(model.clone()));
    let slide = parse(&parts["ppt/slides/slide1.xml"]);
    let text = slide.words();
    for expected_text in [
        &model.title,
        &model.subtitle,
        &model.source,
        &model.notes[0].text,
        &model.notes[1].text,
    ] {
        assert!(text.contains(expected_text.as_str()), "{expected_text}");
    }
    assert!(text.contains("Phương pháp mới theo Quyết định 876/QĐ-BNV"));
    let frame = slide.all("p:graphicFrame")[0].all("p:cNvPr")[0];
    assert_eq!(frame.attributes["descr"], model.description);
    assert_eq!(slide.all("a:rPr")[0].attributes["lang"], "vi-VN");
    let rels = parse(&parts["ppt/slides/_rels/slide1.xml.rels"]);
    let link = rels
        .all("Relationship")
        .into_iter()
        .find(|r| r.attributes.contains_key("TargetMode"));
    assert!(link.unwrap().attributes["Target"].ends_with("tinh=Hu%E1%BA%BF"));
    let notes = parse(&parts["ppt/notesSlides/notesSlide1.xml"]).words();
    for expected_text in [
        "Đà Nẵng dẫn đầu.",
        "Phương pháp: so sánh được từ 2013.",
        "an-ban=1&tinh=Huế",
    ] {
        assert!(notes.contains(expected_text), "{notes}");
    }
}

#[test]
fn title_and_remarks_can_be_left_out() {
    let deck = Deck {
        slides: vec![Slide {
            title: false,
            remarks: false,
            ..decks::slide(decks::bars(12))
        }],
        ..decks::single(decks::bars(12))
    };
    let parts = parts_of(&deck);
    let slide = parse(&parts["ppt/slides/slide1.xml"]);
    let text = slide.words();
    assert!(!text.contains("điểm 0–100") && !text.contains("Dữ liệu mở"), "{text}");
    // The label of the reference line appears nowhere else, and outlines need the title.
    let over = parse(&parts["ppt/drawings/drawing1.xml"]);
    assert!(over.words().contains("Trung bình 58,89"));
    let title = slide.all("p:sp")[0];
    assert!(
        title.all("a:off")[0].attributes["y"].starts_with('-'),
        "above the slide"
    );
}

#[test]
fn the_best_provinces_and_long_lists_of_names_are_in_the_notes() {
    let parts = parts_of(&decks::single(decks::components(true)));
    let notes = parse(&parts["ppt/notesSlides/notesSlide1.xml"]).words();
    assert!(notes.contains("Tài chính công: 9,40 (Bà Rịa – Vũng Tàu)"), "{notes}");
    let (chart, _) = &charts(&parts)[0];
    let categories = &parts::series(chart)[0].categories;
    assert_eq!(categories[1], "Cải cách thể chế (tối đa 10)");
    assert_eq!(categories[7], "Gia nhập thị trường (tối đa 12,5)");
}

#[test]
fn a_deck_has_a_title_slide_and_its_sources() {
    let deck = decks::deck((0..20).map(|_| decks::bars(12)).collect());
    let parts = parts_of(&deck);
    let slides: Vec<String> = (1..=22)
        .map(|n| parse(&parts[&format!("ppt/slides/slide{n}.xml")]).words())
        .collect();
    assert_eq!(slides[0], format!("{}{}", deck.title, deck.subtitle));
    assert!(!parts.contains_key("ppt/slides/slide23.xml"));
    let sources = slides[21..].concat();
    for source in &deck.sources {
        assert!(sources.contains(source));
    }
    let core = parse(&parts["docProps/core.xml"]);
    assert_eq!(core.all("dcterms:created")[0].text, "2025-06-30T00:00:00Z");
}

#[test]
fn a_slide_without_figures_states_so() {
    let parts = parts_of(&decks::single(decks::model(ChartBody::Bars(Bars::default()))));
    assert!(charts(&parts).is_empty());
    assert!(
        parse(&parts["ppt/slides/slide1.xml"])
            .words()
            .contains("Không có số liệu")
    );
}

#[test]
fn invalid_decks_are_rejected() {
    let empty = Deck {
        slides: Vec::new(),
        ..decks::single(decks::bars(3))
    };
    let mut not_finite = decks::bars(3);
    let ChartBody::Bars(bars) = &mut not_finite.body else {
        unreachable!()
    };
    bars.rows[1].value = f64::NAN;
    for write in [pptx, xlsx] {
        assert_eq!(write(&empty), Err(OfficeError::NoSlides));
        assert_eq!(
            write(&decks::single(decks::spark())),
            Err(OfficeError::NotAChart("spark"))
        );
        let rejected = write(&decks::single(not_finite.clone()));
        assert_eq!(rejected, Err(OfficeError::NotFinite(not_finite.title.clone())));
    }
}

#[test]
fn hostile_text_is_escaped() {
    let mut model = decks::bars(12);
    model.title = "</a:t><x> & \u{0}\u{8}\u{b} \"'\u{fffe}".into();
    model.description = model.title.clone();
    let mut deck = decks::single(model.clone());
    deck.slides[0].link = "javascript:alert(1)".into();
    let parts = parts_of(&deck);
    let slide = parse(&parts["ppt/slides/slide1.xml"]);
    let title = clean(&model.title).replace('\u{fffe}', "");
    assert!(slide.words().contains(&title));
    assert!(slide.all("a:hlinkClick").is_empty());
}
