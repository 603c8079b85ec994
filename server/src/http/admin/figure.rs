//! The form for one figure. It makes a draft like that of an uploaded file.

use app::admin::{FigureView, Page, UserError};
use axum::{Router, response::Response, routing::get};
use domain::upload::{CorrectionError, CorrectionForm, CorrectionProblem, Issue, Subject};
use store::Via;

use super::{Admin, Fields, Rejection, RequestContext, failure::explained, fields};
use crate::services::jobs::{self, NotCorrected};

/// The routes.
pub(super) fn routes() -> Router<std::sync::Arc<Admin>> {
    Router::new().route("/{lang}/desk/figure", get(page).post(correct))
}

/// The figure that the address names, or the choice of one.
async fn page(cx: RequestContext) -> Result<Response, Rejection> {
    let form = form(&fields::query(&cx.query).0);
    let current = cx.admin.current()?;
    // An address that does not say everything yet is no mistake.
    let wrong = |problem: &CorrectionProblem| problem.error != CorrectionError::Needed;
    let problems = Subject::of(&form, &current).err().unwrap_or_default();
    let problems: Vec<CorrectionProblem> = problems.into_iter().filter(wrong).collect();
    let refusal = (!problems.is_empty()).then_some(UserError::BadCorrection(problems));
    show(&cx, &form, &[], refusal.as_ref())
}

/// Makes a draft; what cannot become one comes back as it was typed.
async fn correct(cx: RequestContext, given: Fields) -> Result<Response, Rejection> {
    let form = form(&given.0);
    let admin = &cx.admin;
    let by = (cx.by()?, Via::Browser);
    let created = jobs::begin_correction(&admin.store, &admin.jobs, admin.current()?, &form, by).await;
    match created {
        Ok(created) => Ok(cx.done(&cx.to(&format!("/desk/drafts/{}", created.draft.id)), None)),
        Err(NotCorrected::Wrong(issues)) => {
            let refusal = UserError::HasErrors(issues.len());
            show(&cx, &form, &issues, Some(&refusal))
        }
        Err(NotCorrected::JobError(error)) => show(&cx, &form, &[], Some(&explained(error)?)),
    }
}

fn form(pairs: &[(String, String)]) -> CorrectionForm {
    CorrectionForm::from_pairs(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
}

fn show(
    cx: &RequestContext,
    form: &CorrectionForm,
    issues: &[Issue],
    refusal: Option<&UserError>,
) -> Result<Response, Rejection> {
    let current = cx.admin.current()?;
    let view = FigureView {
        form,
        subject: Subject::of(form, &current).ok(),
        issues,
        refusal,
    };
    let page = Page::Figure(&view);
    Ok(match refusal {
        Some(refusal) => cx.refuse(refusal, &page),
        None => cx.show(&page),
    })
}
