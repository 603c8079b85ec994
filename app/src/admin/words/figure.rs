//! What the form for one figure says.

use crate::messages::messages;

messages! {
    FIGURE_TITLE: "Sửa một số liệu", "Correct one figure";
    FIGURE_LEAD: "Ghi số đúng kèm nguồn và lý do, hoặc chọn nguồn được hiển thị khi các nguồn khác nhau. Thay đổi thành bản nháp, xem trước, công bố và hoàn tác như khi tải tệp lên.", "Give the right figure with its source and the reason, or choose which source is shown where sources disagree. The change becomes a draft, to be previewed, published and undone like an uploaded file.";
    FIGURE_CHOOSE: "Chọn số liệu", "Choose the figure";
    FIGURE_NEXT: "Tiếp tục", "Continue";
    FIGURE_SEE: "Mở số liệu này", "Open this figure";
    OF_COMPONENT: "Thành phần", "Component";
    PLACE_HINT: "Tỉnh, thành theo địa giới của năm đó, vùng hoặc cả nước.", "A province as it was in that year, a region or the country.";
    MOMENT: "Thời điểm", "Moment";
    MOMENT_NONE: "Cả năm", "The whole year";
    PROVINCES_63: "63 tỉnh, thành (đến hết ngày 30/6/2025)", "63 provinces (to 30 June 2025)";
    PROVINCES_34: "34 tỉnh, thành (từ ngày 1/7/2025)", "34 provinces (since 1 July 2025)";
    FIGURE_NOW: "Đang công bố", "Published now";
    FIGURE_NONE: "Chưa có số liệu này. Điền bên dưới để thêm.", "There is no such figure yet. Fill in below to add it.";
    FIGURE_MOMENTS: "Số liệu này có theo thời điểm:", "This figure exists for moments:";
    FIGURE_CONFLICT: "Các nguồn khác nhau, nên trang không hiện một giá trị mà hiện tất cả.", "The sources disagree, so pages show all of them and no single value.";
    FIGURE_CHOSEN: "Các nguồn khác nhau. Được chọn: {0}, vì: {1}", "The sources disagree. Chosen: {0}, because: {1}";
    CHOSEN_MARK: "được chọn", "chosen";
    SAYS: "Nguồn ghi", "The source says";
    REMARK: "Ghi chú", "Remark";
    CONFLICTS_OPEN: "Các nguồn đang khác nhau ({0})", "Sources disagree ({0})";
    CONFLICTS_OPEN_LEAD: "Đối chiếu nguồn, rồi chọn nguồn được hiển thị kèm lý do, hoặc ghi số đúng.", "Compare the sources, then choose which is shown and say why, or give the right figure.";
    CONFLICTS_DECIDED: "Đã chọn nguồn ({0})", "A source was chosen ({0})";
    FIGURE_CHANGE: "Thay đổi", "Change";
    SHOW_LEGEND: "Hiện nguồn nào?", "Which source is shown?";
    SHOW_THIS: "{0}, theo {1}", "{0}, according to {1}";
    SHOW_ALL: "Không chọn nguồn nào: hiện tất cả", "Choose none: show all of them";
    SHOW_OTHER: "Số khác, ghi ở dưới", "Another figure, given below";
    FIGURE_GIVEN: "Số liệu", "Figure";
    FIGURE_OTHER: "Số khác", "Another figure";
    VALUE: "Giá trị", "Value";
    VALUE_HINT: "{0}. Viết 61,25 hoặc 61.25. Để trống nếu không có.", "{0}. Write 61.25 or 61,25. Leave empty if there is none.";
    VALUE_SCALE: "{0} đến {1} {2}", "{0} to {1} {2}";
    RANK: "Hạng do nguồn công bố", "Rank as published";
    RANK_HINT: "Không bắt buộc, ví dụ 14 hoặc 14/63. Để trống nếu nguồn không nêu.", "Optional, such as 14 or 14/63. Leave empty if the source gives none.";
    MISSING: "Nếu không có số: vì sao", "If there is no figure: why";
    MISSING_HINT: "Thiếu không phải là 0.", "Missing is not zero.";
    MISSING_NO: "Có số", "There is a figure";
    HOW_LEGEND: "Số đang có thì sao?", "What about the figures that are there?";
    HOW_REPLACE: "Thay những số trái với số này", "Replace those that contradict this one";
    HOW_BESIDE: "Ghi bên cạnh; nếu khác nhau thì trang hiện tất cả", "Put it beside them; where they disagree pages show all";
    HOW_SHOWN: "Ghi bên cạnh và hiện số này; trang vẫn nêu số của nguồn khác", "Put it beside them and show this one; pages still name the others";
    REASON: "Lý do", "Reason";
    REASON_HINT: "Mọi người đọc được, cùng với số liệu và trong lịch sử.", "Public: shown with the figure and in the history.";
    FIGURE_BUTTON: "Xem trước thay đổi", "Preview the change";
    FIGURE_CHECKS: "Kiểm tra số vừa nhập", "Checks of what was entered";
    CORRECTION_TITLE: "Bản nháp: sửa {0}", "Draft: correction of {0}";
    CORRECTION_NOTE: "Bản nháp này chỉ sửa một số liệu.", "This draft corrects one figure.";
    CORRECTION_AGAIN: "Sửa lại", "Enter it again";
    OF_CORRECTION: "sửa một số liệu", "correction of one figure";

    // What is wrong with a field: its name, what was found.
    WRONG_NEEDED: "{0}: chưa điền.", "{0}: fill it in.";
    WRONG_UNKNOWN: "{0}: không có “{1}”.", "{0}: there is no “{1}”.";
    WRONG_NOT_THEN: "{0}: “{1}” không có trong năm này. Hãy chọn theo danh sách của năm.", "{0}: “{1}” did not exist in this year. Choose from the list of the year.";
    WRONG_NO_METHOD: "{0}: danh mục chưa có phương pháp cho năm {1}. Số liệu đầu tiên của một năm cần tải lên bằng tệp.", "{0}: the catalogue has no method for {1}. Upload the first figures of a year as a file.";
    WRONG_NOT_A_NUMBER: "{0}: “{1}” không phải là số. Hãy viết như 61,25.", "{0}: “{1}” is not a number. Write it like 61.25.";
    WRONG_AMBIGUOUS: "{0}: “{1}” đọc được theo hai cách. Hãy viết phần thập phân có hai hoặc bốn chữ số, hoặc bỏ dấu phân cách hàng nghìn.", "{0}: “{1}” can be read in two ways. Write two or four decimals, or leave the thousands mark out.";
    WRONG_NOT_A_RANK: "{0}: “{1}” không phải là hạng của tỉnh, thành. Hãy viết như 14 hoặc 14/63.", "{0}: “{1}” is not the rank of a province. Write it like 14 or 14/63.";
    WRONG_BOTH: "{0}: đã có số thì không có lý do thiếu. Hãy bỏ số, hoặc chọn “Có số”.", "{0}: a figure has no reason for being missing. Remove the figure, or choose “There is a figure”.";
    WRONG_TWO_SOURCES: "{0}: đã chọn nguồn có sẵn “{1}” và cũng đã điền nguồn mới. Hãy để một trong hai.", "{0}: the existing source “{1}” is chosen and a new one is filled in as well. Leave one of them.";
    WRONG_DAY: "{0}: không đọc được “{1}”. Hãy viết ngày/tháng/năm (14/03/2017), tháng/năm (03/2017) hoặc năm (2017).", "{0}: “{1}” cannot be read. Write day/month/year (14/03/2017), month/year (03/2017) or the year (2017).";
    WRONG_ADDRESS: "{0}: “{1}” không phải là địa chỉ bắt đầu bằng https:// hoặc http://.", "{0}: “{1}” is not an address that begins with https:// or http://.";
    WRONG_NOT_THERE: "{0}: số liệu này không còn nguồn “{1}”. Hãy xem lại phần đang công bố.", "{0}: the figure has no source “{1}” any more. Look again at what is published.";
    WRONG_TWO_ANSWERS: "{0}: đã chọn một nguồn và cũng đã ghi số khác. Hãy để một trong hai.", "{0}: a source is chosen and another figure is given as well. Leave one of them.";
    WRONG_NO_CONFLICT: "{0}: các nguồn của số liệu này không khác nhau, nên không có gì để chọn.", "{0}: the sources of this figure agree, so there is nothing to choose.";
}
