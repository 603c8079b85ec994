//! Words of the ranking page.

use crate::messages::messages;

messages! {
    CHOOSE: "Chọn lại", "Change";
    OVERALL: "Tổng hợp", "Overall";
    COUNTRY: "cả nước", "whole country";
    BASIS: "danh sách {0} tỉnh, thành", "list of {0} provinces";
    FILTERED: "tên có “{0}”", "names with “{0}”";
    MARKED: "đánh dấu {0}", "{0} marked";
    COMPARE_THIS: "Chọn {0} để so sánh", "Choose {0} for comparison";
    COMPARE_CHOSEN: "So sánh các tỉnh, thành đã chọn", "Compare the chosen provinces";
    SHARE_STRIP: "Chia sẻ hình này", "Share this picture";
    SHARE: "Chia sẻ", "Share";
    OWN: "Tỉnh, thành được đánh dấu", "Marked provinces";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_everything_with_the_same_blanks() {
        crate::messages::tests::check(super::ALL);
    }
}
