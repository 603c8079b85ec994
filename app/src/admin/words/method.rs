//! What the page of a draft says about a year that the catalogue does not list.

use crate::messages::messages;

messages! {
    METHOD_TITLE: "Phương pháp của năm", "Method of the year";
    METHOD_ONE: "Danh mục của {0} chưa có năm {1}. Phương pháp nào áp dụng cho năm này?", "The catalogue of {0} does not list {1}. Which method applies to this year?";
    METHOD_MANY: "Danh mục của {0} chưa có các năm {1}. Phương pháp nào áp dụng cho các năm này?", "The catalogue of {0} does not list {1}. Which method applies to these years?";
    METHOD_AGAIN: "Danh mục của {0} ghi phương pháp của năm {1} là chưa biết. Nếu nay đã biết: phương pháp nào áp dụng?", "The catalogue of {0} records the method of {1} as not known. If it is known now: which method applies?";
    METHOD_LEAD: "Câu trả lời được công bố và hoàn tác cùng số liệu.", "The answer is published and undone together with the figures.";
    METHOD_SAME: "Như năm {0}: {1}", "The same as {0}: {1}";
    METHOD_SAME_TEXT: "Hai năm sẽ được so sánh với nhau.", "The two years will be compared.";
    METHOD_NEW: "Phương pháp mới", "A new method";
    METHOD_NEW_TEXT: "Điền tên và những thay đổi ở dưới. Thay đổi so với năm trước sẽ không được coi là tăng hay giảm.", "Enter its name and what changed below. Differences from the year before will not count as rises or falls.";
    METHOD_UNKNOWN: "Chưa biết", "Not known yet";
    METHOD_UNKNOWN_TEXT: "Năm này sẽ không được so sánh với các năm bên cạnh.", "The year will not be compared with the years next to it.";
    METHOD_DETAILS: "Phương pháp mới", "The new method";
    METHOD_NAME: "Tên phương pháp", "Name of the method";
    METHOD_NAME_HINT: "Ví dụ: Bộ chỉ số theo Quyết định 876/QĐ-BNV.", "For example: Criteria of Decision 876/QĐ-BNV. In Vietnamese.";
    METHOD_NAME_EN: "Tên tiếng Anh", "Name in English";
    METHOD_EN_HINT: "Để trống thì dùng tiếng Việt.", "The Vietnamese text is used if this is empty.";
    METHOD_DATE: "Ngày của quyết định", "Date of the decision";
    METHOD_DATE_HINT: "Ví dụ 10/11/2022 hoặc 2022-11-10. Không bắt buộc.", "For example 10/11/2022 or 2022-11-10. Optional.";
    METHOD_NOTE: "Những gì đã thay đổi", "What changed";
    METHOD_NOTE_HINT: "Một hai câu; người đọc thấy ở chỗ không so sánh được.", "A sentence or two in Vietnamese; readers see it where years cannot be compared.";
    METHOD_NOTE_EN: "Những gì đã thay đổi (tiếng Anh)", "What changed (English)";
    METHOD_NEXT: "Năm {0} so với phương pháp mới", "{0} and the new method";
    METHOD_NEXT_UNCLEAR: "Chưa rõ", "Not known";
    METHOD_NEXT_CHANGED: "Năm {0} theo phương pháp khác", "{0} has another method";
    METHOD_EACH: "Trả lời riêng cho từng năm", "Answer for each year";
    METHOD_YEAR: "Năm {0}", "{0}";
    METHOD_AS_ABOVE: "Như trên", "As above";
    METHOD_SAME_SHORT: "Như năm {0}", "The same as {0}";
    METHOD_NOT_ANSWERED: "Hãy chọn một câu trả lời.", "Choose one answer.";
    METHOD_NO_YEAR: "Chỉ chọn được năm liền kề đã có trong danh mục.", "Only a neighbouring year that the catalogue lists can be chosen.";
    METHOD_NO_NAME: "Hãy nhập tên phương pháp mới.", "Enter the name of the new method.";
    METHOD_NO_NOTE: "Hãy nhập những gì đã thay đổi.", "Enter what changed.";
    METHOD_BAD_DATE: "Không đọc được ngày của quyết định. Hãy nhập như 10/11/2022.", "The date of the decision cannot be read. Enter it like 10/11/2022.";
    METHOD_RESULT: "Kết luận so sánh sẽ công bố", "Verdicts that will be published";
    METHOD_PAIR: "{0} và {1}: {2}.", "{0} and {1}: {2}.";
    METHOD_ENDS: "Thành phần kết thúc", "Components that end";
    METHOD_ENDS_TEXT: "Có ở năm trước, không có trong tệp. Chỉ đánh dấu nếu phương pháp đã bỏ thành phần đó.", "The year before has them, the file does not. Tick one only if the method has dropped it.";
    PARTS_TITLE: "Thành phần mới hoặc trở lại", "Components that begin or continue";
    PARTS_CONTINUE: "Tệp có số của các thành phần mà danh mục ghi đã kết thúc. Đánh dấu để thành phần tiếp tục; nếu không, số của nó không được đọc.", "The file has figures of components that ended according to the catalogue. Tick a component to continue it; otherwise its figures are not read.";
    PARTS_ENDED: "{0}: tiếp tục", "{0}: continues";
    PARTS_PARENT: "“{0}” thuộc thành phần", "“{0}” is a part of";
    PARTS_NO_PARENT: "Không thuộc thành phần nào", "No other component";
    PARTS_NEW: "Những cột số này chưa có trong danh mục. Đánh dấu để lập thành phần mới; nếu không, cột không được đọc.", "The catalogue does not have these columns of figures. Tick one to make it a new component; otherwise it is not read.";
    PARTS_REST: "Còn {0} cột khác không nêu ở đây.", "Other columns, not listed here: {0}.";
    PARTS_MANY: "Những cột số chưa có trong danh mục ({0})", "Columns of figures that the catalogue does not have ({0})";
    PARTS_BEGIN: "Thành phần mới: {0}", "New component: {0}";
    PARTS_NAME: "Tên của “{0}” (nếu khác tiêu đề)", "Name of “{0}” (if it differs from the heading)";
    INDICATOR_NEW: "Chỉ số mới (điền ở dưới)", "New indicator (fill in below)";
    INDICATOR_NEW_FORM: "Chỉ số chưa có trong danh mục", "An indicator that the catalogue does not have";
    INDICATOR_NAME: "Tên đầy đủ", "Full name";
    INDICATOR_NAME_HINT: "Chọn “Chỉ số mới” ở trên để dùng.", "Choose “New indicator” above to use it. In Vietnamese.";
    INDICATOR_SHORT: "Tên ngắn", "Short name";
    INDICATOR_SHORT_HINT: "Như người đọc vẫn gọi, ví dụ PGI.", "As readers call it, for example PGI.";
    INDICATOR_PUBLISHER_HINT: "Cơ quan công bố chỉ số.", "Who publishes the indicator.";
    INDICATOR_UNIT: "Đơn vị", "Unit";
    INDICATOR_DIRECTION: "Thế nào là tốt hơn", "Which way is better";
    INDICATOR_RANKS: "Thứ hạng", "Ranks";
    INDICATOR_NEEDS: "Chưa có hoặc không đọc được: {0}", "Missing or cannot be read: {0}";
    UNIT_POINT: "điểm", "points";
    UNIT_PERCENT: "phần trăm", "per cent";
    UNIT_COUNT: "số lượng", "a count";
    DIRECTION_HIGHER: "Cao hơn là tốt hơn", "Higher is better";
    DIRECTION_LOWER: "Thấp hơn là tốt hơn", "Lower is better";
    DIRECTION_NEUTRAL: "Không nói lên tốt hay kém", "Neither";
    RANKS_PUBLISHED: "Chỉ hạng do nơi công bố nêu", "Only ranks that the publisher gives";
    RANKS_COMPUTED: "Hạng được công bố; tự tính khi bảng đầy đủ mà không có hạng", "Published ranks; computed where a complete table has none";
    RANKS_GROUPS: "Bốn nhóm, không xếp hạng", "Four groups, no ranking";
    RANKS_NONE: "Không xếp hạng", "No ranking";
    PARTS_NAME_EN: "Tên tiếng Anh của “{0}”", "Name of “{0}” in English";
}

#[cfg(test)]
mod tests {
    #[test]
    fn messages_are_whole() {
        crate::messages::tests::check(super::ALL);
    }
}
