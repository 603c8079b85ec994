//! What is said of a supposition. Every text that can leave the page says that it is one.

use crate::messages::messages;

messages! {
    MARK: "Giả định, không phải số liệu công bố", "A supposition, not published figures";
    MARK_TEXT: "Điểm thành phần dưới đây do người xem tự đặt. Điểm tổng và thứ tự suy ra từ đó chưa ai công bố; mọi tỉnh, thành khác giữ nguyên số liệu công bố.", "The component scores below were set by the reader. Nobody published the total and the place that follow from them; all other provinces keep their published figures.";
    PAGE_TITLE: "Giả định: {0} {1} của {2}", "Supposition: {0} {1} of {2}";
    PAGE_TITLE_NOTHING: "Giả định: {0} của {1}", "Supposition: {0} of {1}";
    DESCRIPTION: "Giả định, không phải số liệu công bố: thử điểm thành phần khác của {0}, xem điểm tổng và thứ tự sẽ ra sao.", "A supposition, not published figures: other component scores of {0}, and the total and place that would follow.";

    // What is drawn and exported.
    TITLE: "GIẢ ĐỊNH: {0} được {1} điểm {2} năm {3} thay vì {4}", "SUPPOSITION: {0} with {1} points of {2} in {3} instead of {4}";
    TITLE_PLACED: "GIẢ ĐỊNH: {0} được {1} điểm {2} năm {3} thay vì {4}, đứng thứ {5} thay vì {6}", "SUPPOSITION: {0} with {1} points of {2} in {3} instead of {4}, in place {5} instead of {6}";
    TITLE_SAME: "GIẢ ĐỊNH: {0}, {1} năm {2}: chưa đổi điểm nào", "SUPPOSITION: {0}, {1} of {2}: no score changed";
    SUBTITLE: "Giả định, không phải số liệu công bố. {0}: {1}, {2}", "A supposition, not published figures. {0}: {1}, {2}";
    STEP_FROM: "Công bố {0}", "Published {0}";
    STEP_TO: "Giả định", "Supposed";
    CHART_TEXT: "Giả định, không phải số liệu công bố. Biểu đồ bậc thang: điểm tổng công bố {0}, cộng trừ các thay đổi giả định, thành {1}. {2}.", "A supposition, not published figures. A chart of steps: the published total of {0}, plus and minus the supposed changes, becomes {1}. {2}.";
    NOTE: "Giả định, không phải số liệu công bố: điểm thành phần do người xem tự đặt, các tỉnh, thành khác giữ nguyên.", "A supposition, not published figures: component scores set by a reader, all other provinces unchanged.";
    README: "Giả định", "Supposition";
    COL_PUBLISHED: "Công bố", "Published";
    COL_SUPPOSED: "Giả định (không phải số liệu công bố)", "Supposed (not published)";
    COL_CONTRIBUTION: "Thay đổi điểm tổng theo giả định", "Supposed change of the total";
    TOTAL: "Điểm tổng", "Total";

    TO_WHAT_IF: "{0}: thử điểm thành phần khác", "{0}: suppose other component scores";

    // The form.
    FORM: "Điểm thành phần giả định", "Supposed component scores";
    FORM_LEAD: "Các ô đang có điểm công bố năm {0}. Sửa một hay nhiều ô rồi bấm nút. Viết 7,5 hay 7.5 đều được.", "The boxes hold the published scores of {0}. Change one or more, then press the button. Both 7.5 and 7,5 are read.";
    FIELD: "công bố {0}; thang {1}–{2}", "published {0}; scale {1} to {2}";
    FIELD_WEIGHT: "công bố {0}; thang {1}–{2}; trọng số {3}", "published {0}; scale {1} to {2}; weight {3}";
    SUBMIT: "Xem điều gì sẽ theo sau", "Show what would follow";
    RESET: "Về số liệu công bố", "Back to the published figures";

    // The result.
    RESULT: "Kết quả giả định", "What would follow";
    UNCHANGED: "Chưa đổi điểm nào: đây là số liệu công bố.", "No score is changed: these are the published figures.";
    RESULT_TOTAL: "Điểm tổng giả định: {0}. Điểm tổng công bố: {1}. Chênh lệch: {2}.", "Supposed total: {0}. Published total: {1}. Difference: {2}.";
    RESULT_PLACE: "Đứng thứ {0} trên {1} theo giả định; hạng nguồn công bố là {2}.", "Place {0} of {1} by the supposition; the published rank is {2}.";
    RESULT_PLACE_COMPUTED: "Đứng thứ {0} trên {1} theo giả định; hạng do Thước Đo tính từ số liệu công bố là {2}.", "Place {0} of {1} by the supposition; the rank that Thước Đo computed from the published figures is {2}.";
    RESULT_GROUP: "Thuộc nhóm “{0}” theo giả định; theo số liệu công bố thuộc nhóm “{1}”.", "In the group “{0}” by the supposition; by the published figures in the group “{1}”.";
    RESULT_BAND: "Ở mức {0} theo giả định; theo số liệu công bố ở mức {1}.", "In band {0} by the supposition; by the published figures in band {1}.";
    NO_PLACE: "Không suy ra được thứ tự: bảng năm {0} không đủ các tỉnh, hoặc hạng không theo đúng điểm.", "No place follows: the table of {0} is not complete, or its ranks do not follow its scores.";
    SHARE_LINK: "Liên kết tới giả định này", "Link to this supposition";
    HOW: "Điểm tổng giả định bằng điểm tổng công bố cộng thay đổi của từng thành phần, nhân trọng số nếu có.", "The supposed total is the published one plus the change of each component, times its weight where there is one.";

    // Where nothing can be supposed.
    REFUSED: "Năm này không giả định được.", "Nothing can be supposed for this year.";
    NO_TOTAL: "Các nguồn đã đọc không có điểm tổng năm {0}, hoặc nói khác nhau.", "The sources read have no total of {0}, or disagree on it.";
    NO_RULE: "Các nguồn đã đọc không cho biết điểm tổng năm {0} được tính từ các thành phần như thế nào.", "The sources read do not say how the total of {0} follows from its components.";
    MISSING: "Thiếu điểm thành phần năm {0}: {1}.", "Component scores of {0} are missing: {1}.";
    NOT_A_SCORE: "{0} không phải điểm tổng của các thành phần.", "{0} is not a score made of components.";
    OTHER_YEARS: "Các năm giả định được:", "Years for which it works:";

    EXPECT_SCORE: "điểm “{0}” là một số từ {1} đến {2}, ví dụ 7,5 hoặc 7.5", "a score of “{0}”, a number from {1} to {2}, such as 7.5 or 7,5";
    EXPECT_PART: "một thành phần của năm {0}: {1}", "a component of {0}: {1}";
    EXPECT_SET: "các cặp thành phần:điểm, cách nhau bằng dấu phẩy, ví dụ {0}:7.5", "pairs component:score, separated by commas, such as {0}:7.5";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_everything_with_the_same_blanks() {
        crate::messages::tests::check(super::ALL);
    }
}
