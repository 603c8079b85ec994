//! What the reference lists; the program makes it from the OpenAPI document.

/// A method at an address, with all that is said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiEndpoint {
    /// `GET` or `POST`.
    pub method: String,
    /// The pattern, such as `/api/v1/indicators/{indicator}`.
    pub path: String,
    /// What it is, in a few words.
    pub summary: String,
    /// What it returns.
    pub description: String,
    /// What it takes.
    pub parameters: Vec<ApiParameter>,
    /// Statuses of its responses.
    pub statuses: Vec<String>,
    /// Whether it requires a token.
    pub token: bool,
    /// A call that works.
    pub example: String,
}

/// A parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiParameter {
    /// Its name.
    pub name: String,
    /// Where it is sent.
    pub place: ApiParameterPlace,
    /// Whether it must be given.
    pub required: bool,
    /// What it takes, such as `1 – 5000` or names.
    pub values: String,
    /// What it does.
    pub words: String,
}

/// Where a parameter is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApiParameterPlace {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// In a header.
    Header,
}
