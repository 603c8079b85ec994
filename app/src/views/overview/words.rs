//! Words of the overview.

use crate::messages::messages;

messages! {
    LEAD: "{0} chỉ số của các tỉnh, thành phố; mỗi con số có nguồn, chỗ chưa có được nói rõ.", "{0} indicators of the provinces; every figure has a source, unknowns are stated.";
    OWN: "Tỉnh, thành của bạn", "Your province";
    OWN_CHOOSE: "Chọn tỉnh, thành", "Choose a province";
    OWN_SHOW: "Chọn", "Choose";
    OWN_STANDING: "Vị trí hiện tại", "Where it stands";
    OWN_BRIEFING: "Bản tóm tắt", "Briefing";
    OWN_DECK: "Bộ trang trình chiếu", "Slides";
    OWN_WALL: "Trình chiếu", "Slideshow";
    OWN_NONE: "chưa có số năm {0}", "no figure for {0}";
    OWN_NEWER: "{0}: {1}", "{0}: {1}";
    OWN_GROUP: "nhóm {0}", "{0} group";
    NATION_PUBLISHED: "Cả nước, công bố", "Viet Nam, published";
    NATION_COMPUTED: "Trung bình {0} tỉnh, thành (tính)", "Mean of {0} provinces (computed)";
    AGAINST: "so với {0}", "since {0}";
    BEST: "Cao nhất", "Best";
    LAST: "Thấp nhất", "Last";
    COVERED: "{0}/{1} tỉnh, thành có số", "{0} of {1} provinces have a figure";
    NEWER: "Mới hơn, chưa đủ số:", "Newer, still sparse:";
    CARDS: "Các chỉ số", "Indicators";
    HEAT: "Tỉnh, thành nào mạnh ở đâu", "Where each province is strong";
    HEAT_NUMBER: "số trong ô: hạng", "number: rank";
    RANK_COMPUTED: "hạng tính", "computed rank";
    BY_NAME: "Sắp xếp theo tên", "Sort by name";
    BY_REGION: "Xếp theo vùng", "Group by region";
    LIST: "danh sách {0} tỉnh, thành", "list of {0} provinces";
    CHOOSE: "Chọn lại", "Change";
    COLUMN_LESS: "Bỏ cột {0}", "Without {0}";
    COLUMN_MORE: "Thêm cột {0}", "Add {0}";
    MOVERS: "Thay đổi thứ hạng nhiều nhất, {0} năm {1} so với {2}", "Largest changes of rank, {0} {1} since {2}";
    MOVERS_ALL: "Xem tất cả", "See all";
    COUNTS: "Số liệu khác", "Other figures";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_everything_with_the_same_blanks() {
        crate::messages::tests::check(super::ALL);
    }
}
