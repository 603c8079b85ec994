//! Pieces that their users touched stay, the others follow.

use super::*;

const SLIDE: &str = "ppt/slides/slide2.xml";
const CHART: &str = "ppt/charts/chart1.xml";

fn bars() -> Vec<ChartModel> {
    vec![decks::bars(12)]
}

#[test]
fn a_title_that_was_changed_stays_and_the_rest_is_refreshed() {
    let (old, new) = (edition(&bars(), 1), edition(&bars(), 2));
    let title = &old.slides[0].model.title;
    let edited = change(&marked(&old, 1), SLIDE, |xml| {
        xml.replacen(&format!("<a:t>{title}"), "<a:t>Của tôi", 1)
    });
    let (bytes, reports) = refreshed(edited, &new, 2);
    let report = reports[1].clone().unwrap();
    assert_eq!(report.kept.iter().collect::<Vec<_>>(), [&(Piece::Title, Kept::Edited)]);
    assert_eq!(report.titles.0, "Của tôi");
    assert_eq!(report.figures, 1, "one value differs; ranks are no figures");
    for piece in [
        Piece::Chart,
        Piece::Source,
        Piece::Remarks,
        Piece::Notes,
        Piece::Description,
        Piece::Workbook,
    ] {
        assert!(report.changed.contains(&piece), "{piece:?}");
    }
    let (after, newest) = (unzip(&bytes), unzip(&marked(&new, 2)));
    let xml = text(&after, SLIDE);
    assert!(
        xml.contains("<a:t>Của tôi") && xml.contains("số 2") && xml.contains("Xem thêm.") && !xml.contains("số 1.")
    );
    for path in [
        CHART,
        "ppt/embeddings/workbook1.xlsx",
        "ppt/notesSlides/notesSlide2.xml",
        "ppt/drawings/drawing1.xml",
    ] {
        assert!(after[path] == newest[path], "{path}");
    }
    // What was kept is kept the next time, too.
    let third = edition(&bars(), 3);
    let (bytes, reports) = refreshed(bytes, &third, 3);
    assert!(reports[1].clone().unwrap().kept.contains(&(Piece::Title, Kept::Edited)));
    assert!(text(&unzip(&bytes), SLIDE).contains("<a:t>Của tôi"));
}

#[test]
fn formatting_of_texts_and_charts_stays() {
    let (old, new) = (edition(&bars(), 1), edition(&bars(), 2));
    let bold = |xml: &str| xml.replacen("<a:rPr lang=\"vi-VN\"", "<a:rPr b=\"1\" lang=\"vi-VN\"", 1);
    let edited = change(&marked(&old, 1), SLIDE, bold);
    let colour = "<a:srgbClr val=\"AA0000\"/>";
    let edited = change(&edited, CHART, |xml| {
        let start = xml.find("</c:tx><c:spPr>").unwrap();
        let (head, tail) = xml.split_at(start + "</c:tx><c:spPr>".len());
        let end = tail.find("</c:spPr>").unwrap();
        format!("{head}<a:solidFill>{colour}</a:solidFill>{}", &tail[end..])
    });
    let (bytes, reports) = refreshed(edited, &new, 2);
    assert!(reports[1].clone().unwrap().kept.is_empty(), "{reports:?}");
    let (after, newest) = (unzip(&bytes), unzip(&marked(&new, 2)));
    let xml = text(&after, SLIDE);
    assert!(xml.contains("b=\"1\"") && xml.contains("Hải Phòng") && !xml.contains("Đà Nẵng dẫn đầu"));
    let chart = text(&after, CHART);
    assert!(chart.contains(colour) && chart.contains("99,99"));
    let (chart, written) = (crate::parts::parse(&after[CHART]), crate::parts::parse(&newest[CHART]));
    let (ours, theirs) = (crate::parts::series(&chart), crate::parts::series(&written));
    assert_eq!(format!("{ours:?}"), format!("{theirs:?}"));
    crate::parts::assert_caches_match(&ours, &after["ppt/embeddings/workbook1.xlsx"]);
}

#[test]
fn a_slide_whose_figures_were_changed_stays_as_a_whole() {
    let (old, new) = (edition(&bars(), 1), edition(&bars(), 2));
    let first = marked(&old, 1);
    let edited = change(&first, CHART, |xml| {
        xml.replacen("<c:v>69.73</c:v>", "<c:v>12</c:v>", 1)
    });
    let (bytes, reports) = refreshed(edited.clone(), &new, 2);
    let report = reports[1].clone().unwrap();
    assert_eq!(report.kept.iter().collect::<Vec<_>>(), [&(Piece::Chart, Kept::Edited)]);
    assert!(report.changed.is_empty() && report.figures == 0);
    let (before, after) = (unzip(&edited), unzip(&bytes));
    // Its source line names the edition of its figures.
    for path in before
        .keys()
        .filter(|path| path.contains("slide2.") || path.contains("chart") || path.ends_with(".xlsx"))
    {
        assert!(before[path] == after[path], "{path}");
    }
    let mut parts = unzip(&first);
    parts.insert("ppt/embeddings/workbook1.xlsx".into(), other_book());
    let (_, reports) = refreshed(zip(&parts), &new, 2);
    let report = reports[1].clone().unwrap();
    assert_eq!(
        report.kept.iter().collect::<Vec<_>>(),
        [&(Piece::Workbook, Kept::Edited)]
    );
}

#[test]
fn speaker_notes_that_were_changed_stay() {
    let (old, new) = (edition(&bars(), 1), edition(&bars(), 2));
    let path = "ppt/notesSlides/notesSlide2.xml";
    let edited = change(&marked(&old, 1), path, |xml| xml.replace("số 1.", "số 1. Xin chào."));
    let (bytes, reports) = refreshed(edited.clone(), &new, 2);
    let report = reports[1].clone().unwrap();
    assert_eq!(report.kept.iter().collect::<Vec<_>>(), [&(Piece::Notes, Kept::Edited)]);
    assert!(report.changed.contains(&Piece::Chart));
    assert!(unzip(&edited)[path] == unzip(&bytes)[path]);
}

#[test]
fn labels_that_name_their_cells_are_refreshed_in_the_cells() {
    let models = [decks::bars(6)];
    let (old, new) = (edition(&models, 1), edition(&models, 2));
    let edited = change(&marked(&old, 1), CHART, |xml| {
        let mut out = String::new();
        for (n, piece) in xml.split("type=\"CELLRANGE\"").enumerate() {
            let end = piece.find("</a:t>").filter(|_| n > 0);
            let start = end.and_then(|end| piece[..end].rfind('>'));
            match (start, end) {
                (Some(start), Some(end)) => out.push_str(&format!(
                    "type=\"CELLRANGE\"{}[CELLRANGE]{}",
                    &piece[..=start],
                    &piece[end..]
                )),
                _ => out.push_str(piece),
            }
        }
        out
    });
    let (bytes, reports) = refreshed(edited, &new, 2);
    assert!(reports[1].clone().unwrap().kept.is_empty(), "{reports:?}");
    let chart = text(&unzip(&bytes), CHART);
    let cache = &chart[chart.find("dlblRangeCache").unwrap()..];
    assert!(cache.contains("99,99") && chart.contains("[CELLRANGE]"));
}

fn other_book() -> Vec<u8> {
    ooxml::xlsx(&decks::single(decks::bars(3))).unwrap()
}

#[test]
fn removed_pieces_stay_away_and_new_remarks_come() {
    let (mut old, new) = (edition(&bars(), 1), edition(&bars(), 2));
    for note in &mut old.slides[0].model.notes {
        note.text.clear();
    }
    let source = "</p:sp>";
    let edited = change(&marked(&old, 1), SLIDE, |xml| {
        let start = xml.find("name=\"Subtitle\"").unwrap();
        let start = xml[..start].rfind("<p:sp>").unwrap();
        let end = start + xml[start..].find(source).unwrap() + source.len();
        format!("{}{}", &xml[..start], &xml[end..])
    });
    let (bytes, reports) = refreshed(edited, &new, 2);
    let report = reports[1].clone().unwrap();
    assert!(report.kept.contains(&(Piece::Subtitle, Kept::Removed)), "{report:?}");
    assert!(report.changed.contains(&Piece::Remarks));
    let xml = text(&unzip(&bytes), SLIDE);
    assert!(xml.contains("Xem thêm.") && !xml.contains("name=\"Subtitle\""));
}

#[test]
fn programs_that_write_xml_in_their_own_way_do_not_count_as_users() {
    let models = models();
    let (old, new) = (edition(&models, 1), edition(&models, 2));
    let mut parts = unzip(&marked(&old, 1));
    for (path, bytes) in &mut parts {
        if path.ends_with(".xml") && !path.contains("[") {
            let xml = String::from_utf8(bytes.clone()).unwrap();
            let xml = xml.replacen("standalone=\"yes\"?>\n", "standalone='yes'?>\r\n", 1);
            let xml = xml
                .replace("<a:rPr lang=", "<a:rPr dirty=\"0\" lang=")
                .replace("/>", " />");
            *bytes = xml.into_bytes();
        }
    }
    let (bytes, reports) = refreshed(zip(&parts), &new, 2);
    assert!(
        reports.iter().flatten().all(|report| report.kept.is_empty()),
        "{reports:?}"
    );
    let (after, newest) = (unzip(&bytes), unzip(&marked(&new, 2)));
    let is_ours = |path: &&String| {
        ["ppt/slides/slide", "ppt/charts/", "ppt/embeddings"]
            .iter()
            .any(|at| path.starts_with(at))
    };
    for path in newest.keys().filter(is_ours) {
        let same = after[path] == newest[path];
        let unchanged = after[path] == parts[path];
        assert!(same || unchanged, "{path}");
    }
}
