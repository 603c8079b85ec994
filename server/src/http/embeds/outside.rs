//! How an answer may be used by other sites: the headers of frames and files.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

use crate::settings::FrameAncestors;

/// A picture as a page of its own runs nothing and loads nothing.
const PICTURE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/// How an answer may be used by other sites; the outermost layer sets its headers by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outside {
    /// A page that other sites may show in a frame.
    Frame,
    /// A file that other sites may load.
    File,
}

impl Outside {
    /// Changes the security headers of the answer at a path.
    pub(crate) fn allow(self, headers: &mut HeaderMap, path: &str, frame_policy: &HeaderValue) {
        let cross_origin = HeaderValue::from_static("cross-origin");
        headers.insert(HeaderName::from_static("cross-origin-resource-policy"), cross_origin);
        match self {
            Self::Frame => {
                headers.insert(header::CONTENT_SECURITY_POLICY, frame_policy.clone());
            }
            Self::File => {
                headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
                // By the path: an answer without a body names no type, and browsers keep its headers.
                if path.ends_with(".svg") {
                    let policy = HeaderValue::from_static(PICTURE_POLICY);
                    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
                }
            }
        }
    }
}

/// The policy of pages in frames.
pub(crate) fn policy(ancestors: &FrameAncestors) -> HeaderValue {
    let policy = format!(
        "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; base-uri 'none'; \
         form-action 'none'; frame-ancestors {}",
        ancestors.policy()
    );
    HeaderValue::try_from(policy).unwrap_or(HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'"))
}
