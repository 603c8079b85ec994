//! The plain page for what no page of the app answers: it needs neither figures nor styles.

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use super::content::NO_STORE;

/// Marks an answer that is still to be given its page, because only the outermost layer
/// knows the number of the request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Refused;

/// Refuses a request; the page comes later.
pub(crate) fn refuse(status: StatusCode) -> Response {
    let mut response = status.into_response();
    response.extensions_mut().insert(Refused);
    response
}

/// The page of a refusal, with the headers that it already has.
pub(crate) fn page(status: StatusCode, mut headers: HeaderMap, id: &str) -> Response {
    headers.remove(header::CONTENT_LENGTH);
    let html = HeaderValue::from_static("text/html; charset=utf-8");
    headers.insert(header::CONTENT_TYPE, html);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(NO_STORE));
    (status, headers, html_of(status, id)).into_response()
}

/// What happened and what to do, in Vietnamese and English.
fn sentences(status: StatusCode) -> [&'static str; 2] {
    match status {
        StatusCode::NOT_FOUND => [
            "Không có tệp này. Có thể trang bạn đang mở thuộc phiên bản cũ: hãy tải lại trang.",
            "There is no such file. The page you have open may be from an older version: reload it.",
        ],
        StatusCode::METHOD_NOT_ALLOWED => [
            "Địa chỉ này chỉ để đọc (GET, HEAD).",
            "This address can only be read (GET, HEAD).",
        ],
        StatusCode::URI_TOO_LONG => [
            "Địa chỉ quá dài: tối đa 8 kB. Hãy bỏ bớt điều kiện.",
            "The address is too long: at most 8 kB. Leave out some of the conditions.",
        ],
        StatusCode::SERVICE_UNAVAILABLE => [
            "Máy chủ đang có quá nhiều việc cùng lúc. Hãy thử lại sau vài giây.",
            "The server has too much to do at once. Try again in a few seconds.",
        ],
        _ => [
            "Máy chủ gặp lỗi khi tạo trang này. Hãy thử lại; nếu vẫn lỗi, hãy báo mã yêu cầu dưới đây cho người quản trị.",
            "The server failed while making this page. Try again; if it fails again, give the operator the request number below.",
        ],
    }
}

fn html_of(status: StatusCode, id: &str) -> String {
    let [vi, en] = sentences(status);
    let code = status.as_u16();
    format!(
        "<!doctype html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{code} – Thước Đo</title>\n</head>\n<body>\n<main>\n\
         <h1>{code}</h1>\n<p>{vi}</p>\n<p lang=\"en\">{en}</p>\n\
         <p>Mã yêu cầu / <span lang=\"en\">Request number</span>: <code>{id}</code></p>\n\
         <p><a href=\"/vi\">Trang đầu</a> · <a href=\"/en\" lang=\"en\">First page</a></p>\n\
         </main>\n</body>\n</html>\n"
    )
}
