//! The form for one figure. It makes a draft like that of an uploaded file.

use app::admin::{FigureView, Page, Refusal, Role};
use axum::{Router, response::Response, routing::get};
use domain::upload::{CorrectionError, CorrectionForm, CorrectionProblem, Issue, Subject};
use store::Via;

use super::{
    Admin, Fields, Stop, Visit,
    drafts::explained,
    fields,
    work::{self, NotCorrected},
};
use crate::access::{Least, Rule};

/// Rules of the routes below.
pub(super) const RULES: &[Rule] = &[
    Rule::get("/{lang}/desk/figure", Least::Role(Role::Analyst)),
    Rule::post("/{lang}/desk/figure", Least::Role(Role::Analyst)),
];

/// The routes.
pub(super) fn routes() -> Router<std::sync::Arc<Admin>> {
    Router::new().route("/{lang}/desk/figure", get(page).post(correct))
}

/// The figure that the address names, or the choice of one.
async fn page(visit: Visit) -> Result<Response, Stop> {
    let form = form(&fields::query(&visit.query).0);
    let current = visit.admin.current()?;
    // An address that does not say everything yet is no mistake.
    let wrong = |problem: &CorrectionProblem| problem.error != CorrectionError::Needed;
    let problems = Subject::of(&form, &current).err().unwrap_or_default();
    let problems: Vec<CorrectionProblem> = problems.into_iter().filter(wrong).collect();
    let refusal = (!problems.is_empty()).then_some(Refusal::BadCorrection(problems));
    show(&visit, &form, &[], refusal.as_ref())
}

/// Makes a draft; what cannot become one comes back as it was typed.
async fn correct(visit: Visit, given: Fields) -> Result<Response, Stop> {
    let form = form(&given.0);
    let admin = &visit.admin;
    let by = (visit.by()?, Via::Browser);
    let begun = work::begin_correction(&admin.store, &admin.work, admin.current()?, &form, by).await;
    match begun {
        Ok(begun) => Ok(visit.done(&visit.to(&format!("/desk/drafts/{}", begun.draft.id)), None)),
        Err(NotCorrected::Wrong(issues)) => {
            let refusal = Refusal::HasErrors(issues.len());
            show(&visit, &form, &issues, Some(&refusal))
        }
        Err(NotCorrected::NotDone(stop)) => show(&visit, &form, &[], Some(&explained(stop)?)),
    }
}

fn form(pairs: &[(String, String)]) -> CorrectionForm {
    CorrectionForm::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
}

fn show(visit: &Visit, form: &CorrectionForm, issues: &[Issue], refusal: Option<&Refusal>) -> Result<Response, Stop> {
    let current = visit.admin.current()?;
    let view = FigureView {
        form,
        subject: Subject::of(form, &current).ok(),
        issues,
        refusal,
    };
    let page = Page::Figure(&view);
    Ok(match refusal {
        Some(refusal) => visit.refuse(refusal, &page),
        None => visit.show(&page),
    })
}
