//! The form for one figure.

use std::sync::Arc;

use domain::{
    Catalogue, Claim, Decision, Figure, Method, SourceId, Text,
    upload::{CORRECTION_FIELDS, CorrectionError, CorrectionForm, CorrectionProblem, Subject},
};

use super::{forms::posted, *};
use crate::{Cache, admin::FigureView};

fn claim(value: f64, source: u16) -> Claim {
    Claim {
        source: SourceId(source),
        ..sample::claim(value, Some(9))
    }
}

/// A figure on which both sources agree, one on which they do not, and one that was chosen.
fn snapshot() -> Snapshot {
    let mut catalogue: Catalogue = (*NOW.catalogue).clone();
    catalogue.indicators[0].methods.push(Method {
        slug: "m".into(),
        span: domain::Span { from: 2006, to: 2030 },
        name: Text::new("Phương pháp", "Method"),
        decision: None,
        decided: None,
        summary: Text::default(),
    });
    let both = |other: f64| vec![claim(60.74, 0), claim(other, 1)];
    let reason = Text::new("Báo cáo <gốc>", "The <report>");
    let figures = vec![
        Figure::new(sample::key(0, 0), vec![claim(60.74, 0)]),
        Figure::new(sample::key(1, 0), both(61.0)),
        Figure::decided(sample::key(5, 0), both(62.5), Some(Decision { claim: 1, reason })),
    ];
    Snapshot::new(NOW.edition.clone(), Arc::new(catalogue), figures)
}

fn form(province: &str, more: &[(&str, &str)]) -> CorrectionForm {
    let figure = [("indicator", "pci"), ("province", province), ("year", "2016")];
    CorrectionForm::from_pairs(figure.into_iter().chain(more.iter().copied()))
}

fn shown(path: &str, form: &CorrectionForm, refusal: Option<&UserError>) -> PageResponse {
    let snapshot = snapshot();
    let view = FigureView {
        form,
        subject: Subject::of(form, &snapshot).ok(),
        issues: &[],
        refusal,
    };
    let who = viewer(Role::Analyst);
    let admin = Admin {
        backend: &(Arc::new(Bare(Assets::default())) as SharedBackend),
        snapshot: &Arc::new(snapshot.clone()),
        path,
        query: "",
        viewer: Some(&who),
        four_eyes: false,
        notice: None,
    };
    page(&admin, &Page::Figure(&view))
}

#[test]
fn an_untouched_form_says_what_is_published() {
    for (path, action, value) in [
        ("/vi/desk/figure", "/vi/desk/figure", "60,74"),
        ("/en/desk/figure", "/en/desk/figure", "60.74"),
    ] {
        let response = shown(path, &form("an-giang-63", &[]), None);
        assert_eq!((response.status, response.cache), (200, Cache::NoStore));
        let html = html(&response);
        let post = html.split("method=\"post\"").last().unwrap();
        let pairs = posted(&format!("action=\"{action}\"{post}"), action);
        let sent = CorrectionForm::from_pairs(pairs.iter().map(|(n, v)| (n.as_str(), v.as_str())));
        let expected = form(
            "an-giang-63",
            &[
                ("value", value),
                ("rank", "9/63"),
                ("source", "pci-2016"),
                ("how", "replace"),
                ("source_kind", "publisher"),
            ],
        );
        for name in CORRECTION_FIELDS {
            assert_eq!(sent.get(name), expected.get(name), "{name}");
        }
        assert!(!html.contains("name=\"show\""), "nothing is to be chosen");
    }
}

#[test]
fn sources_that_disagree_can_be_chosen() {
    let conflict = shown("/vi/desk/figure", &form("bac-ninh-63", &[]), None);
    let conflict = html(&conflict);
    for part in [
        "value=\"pci-2016\"",
        "value=\"bao-2017\"",
        "60,74",
        "61,00",
        "Báo cáo PCI 2016",
    ] {
        assert!(conflict.contains(part), "{part}");
    }
    assert!(!conflict.contains("value=\"all\""), "there is no choice to withdraw");
    let chosen = shown("/en/desk/figure", &form("nghe-an", &[]), None);
    let chosen = html(&chosen);
    for part in ["The &lt;report&gt;", "value=\"all\"", "62.50"] {
        assert!(chosen.contains(part), "{part}: {chosen}");
    }
    assert!(!chosen.contains("<report>"));
}

#[test]
fn what_was_typed_stays_and_mistakes_lead_to_their_fields() {
    let typed = form(
        "an-giang-63",
        &[("value", "6o,7<b>"), ("reason", "Vì \"thế\""), ("source_title", "Báo")],
    );
    let problem = CorrectionProblem::of(&typed, "value", CorrectionError::NotANumber);
    let refusal = UserError::BadCorrection(vec![problem]);
    let response = shown("/vi/desk/figure", &typed, Some(&refusal));
    assert_eq!(response.status, 422);
    let html = html(&response);
    for part in [
        "href=\"#f-value\"",
        "6o,7&lt;b&gt;",
        "Vì &quot;thế&quot;",
        "value=\"Báo\"",
        "id=\"f-value\"",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert!(
        !html.contains("60,74\" class"),
        "what is published does not take the place of what was typed"
    );
}

#[test]
fn every_mistake_has_its_sentence_in_both_languages() {
    use CorrectionError as E;
    let typed = form("an-giang-63", &[("value", "x")]);
    let all = [
        E::Needed,
        E::Unknown,
        E::NotThen,
        E::NoMethod,
        E::NotANumber,
        E::Ambiguous,
        E::NotARank,
        E::Both,
        E::TwoSources,
        E::BadDay,
        E::BadAddress,
        E::NotThere,
        E::NoConflict,
        E::TwoAnswers,
    ];
    for lang in domain::Lang::ALL {
        let sentences: std::collections::BTreeSet<String> = all
            .iter()
            .flat_map(|error| {
                let problem = CorrectionProblem::of(&typed, "value", *error);
                crate::admin::refusal_lines(lang, &UserError::BadCorrection(vec![problem]))
            })
            .collect();
        assert_eq!(sentences.len(), all.len(), "{sentences:?}");
    }
}

#[test]
fn before_a_figure_is_chosen_the_open_conflicts_are_listed() {
    let response = shown("/vi/desk/figure", &CorrectionForm::default(), None);
    let html = html(&response);
    assert!(
        html.contains("id=\"conflicts\"") && html.contains("id=\"decided\""),
        "{html}"
    );
    assert!(html.contains("province=bac-ninh-63"), "{html}");
    assert!(!html.contains("method=\"post\" action=\"/vi/desk/figure\""));
}
