//! The addresses of the administration, as the OpenAPI document describes them.

use utoipa::OpenApi;

use super::shapes;

/// The paths of this module and the shapes of their answers.
#[derive(OpenApi)]
#[openapi(
    paths(
        super::editions,
        super::restore,
        super::upload,
        super::listed,
        super::add,
        super::correct,
        super::draft,
        super::issues,
        super::choices,
        super::publish
    ),
    components(schemas(
        shapes::EditionList,
        shapes::DraftShape,
        shapes::AnswerShape,
        shapes::UploadShape,
        shapes::IssueList,
        shapes::EditionShape
    ))
)]
pub(crate) struct Described;
