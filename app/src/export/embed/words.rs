//! Messages of embeds.

use crate::messages::messages;

messages! {
    FIGURES: "Số liệu", "Figures";
    FIGURES_OF: "Số liệu: {0}", "Figures: {0}";
    SOURCE: "Nguồn: {0}.", "Source: {0}.";
    SOURCES: "Các nguồn", "Sources";
    FROZEN: "Bản dữ liệu số {0}, công bố ngày {1}, không thay đổi.", "Data edition {0}, published {1}, does not change.";
    LIVE: "Bản dữ liệu mới nhất: số {0}, công bố ngày {1}.", "Newest data edition: {0}, published {1}.";
    OPEN: "Xem trên Thước Đo", "Open in Thước Đo";
    NEW_TAB: "(mở trang mới)", "(opens a new tab)";
    WRONG: "Không hiển thị được nội dung nhúng này", "This embed cannot be shown";
    FIX: "Hãy lấy lại mã nhúng trên trang của biểu đồ.", "Copy the embed code again from the page of the chart.";
    HOME: "Đến Thước Đo", "Go to Thước Đo";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_everything_with_the_same_blanks() {
        crate::messages::tests::check(super::ALL);
    }
}
