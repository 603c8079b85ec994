//! Messages of the tile map.

use crate::messages::messages;

messages! {
    CHOOSE: "Chọn lại", "Change";
    MARKED: "đánh dấu {0}", "{0} marked";
    SEE_ON_MAP: "Xem trên bản đồ", "See on the map";
    NO_MAP: "Bản dữ liệu số {0} không có bản đồ: danh mục của bản này chưa có vị trí các tỉnh, thành trên bản đồ ô.", "Data edition {0} has no map: its catalogue does not place the provinces on a tile map.";
    NO_MAP_OF: "Không có bản đồ cho danh sách {0} tỉnh, thành của năm này.", "There is no map for this year's list of {0} provinces.";
    KINDS: "Bản đồ vẽ", "The map shows";
    KIND_SCORE: "Điểm", "Score";
    KIND_COUNT: "Số lượng", "Count";
    KIND_BAND: "Xếp loại", "Band";
    KIND_GROUP: "Nhóm", "Group";
    KIND_RANK: "Hạng", "Rank";
    KIND_CHANGE: "Thay đổi", "Change";
    AGAINST: "So với năm", "Compared with";
    AGAINST_NOT: "{0} (≠ không so sánh được)", "{0} (≠ not comparable)";
    BASES: "Danh sách tỉnh, thành", "List of provinces";
    OTHER_MAPS: "Bản đồ của chỉ số khác", "Maps of other indicators";
    TO_RANKING: "Xem bảng {0} {1}", "See the table of {0} {1}";
    EXPECT_FROM: "một năm trước {0} có số liệu: {1}", "a year before {0} with figures: {1}";
    EXPECT_NO_EARLIER: "không có năm nào trước {0} có số liệu", "no year before {0} has figures";

    // What the map says.
    TITLE_REGION: "{0}: {1}/{2} tỉnh, thành ở mức {3}", "{0}: {1} of {2} provinces in the class {3}";
    TITLE_CHANGE: "{0} {1} so với {2}: trong {3} tỉnh, thành so sánh được, {4} tăng, {5} giảm, {6} không đổi", "{0} {1} against {2}, of {3} provinces compared: {4} up, {5} down, {6} unchanged";
    TITLE_APART: "Không so sánh được năm {0} với năm {1}", "{0} cannot be compared with {1}";
    TITLE_NOTHING: "Chưa có số liệu để vẽ: {0}", "No figures to map: {0}";
    SUBTITLE: "{0}, năm {1}: {2}", "{0}, {1}: {2}";
    SUBTITLE_CHANGE: "{0}: thay đổi từ {1} đến {2}", "{0}: change from {1} to {2}";
    WHAT_SCORE: "điểm", "score";
    WHAT_COUNT: "số lượng", "count";
    WHAT_BAND: "xếp loại", "band";
    WHAT_GROUP: "nhóm", "group";
    WHAT_RANK_PUBLISHED: "hạng do nguồn công bố", "rank as published";
    WHAT_RANK_COMPUTED: "hạng do Thước Đo tính", "rank computed by Thước Đo";
    DESCRIPTION: "Bản đồ ô của {0} tỉnh, thành, mỗi tỉnh, thành một ô bằng nhau. {1}", "Tile map of {0} provinces, one equal tile each. {1}";
    CLASS_COUNT: "{0}: {1} tỉnh, thành", "{0}: {1}";
    NO_DATA: "Không có số liệu", "No figures";
    NOT_COMPARED: "Không so sánh được", "Not comparable";
    NO_TILE: "không có ô trên bản đồ", "no tile on the map";

    // Names of classes.
    FROM_TO: "{0}–{1}", "{0}–{1}";
    CHANGE_FROM_TO: "{0} đến {1}", "{0} to {1}";
    RANKS_FROM_TO: "hạng {0}–{1}", "ranks {0}–{1}";
    RANKS_ONE: "hạng {0}", "rank {0}";
    BAND_FROM: "{0}: từ {1}", "{0}: {1} or more";
    BAND_BETWEEN: "{0}: từ {1} đến dưới {2}", "{0}: {1} to under {2}";
    BAND_BELOW: "dưới {0}", "under {0}";
    GROUP_RANGE: "{0}: {1}", "{0}: {1}";
    VALUE_AND_BAND: "{0} ({1})", "{0} ({1})";
    RANK_COMPUTED: "{0} (tính)", "{0} (computed)";

    // How classes are made, and what else must be said.
    RULE_FIFTHS: "Mỗi mức gồm khoảng một phần năm số tỉnh, thành có số; số bằng nhau ở cùng một mức.", "Each class holds about a fifth of the provinces with a figure; equal figures are in the same class.";
    RULE_BANDS: "Mức theo ngưỡng xếp loại đã công bố cho năm {0}; cùng một chữ có thể là ngưỡng khác ở năm khác.", "Classes follow the cut-offs published for {0}; the same letter may mean another cut-off in other years.";
    RULE_GROUPS: "Bốn nhóm theo tứ phân vị của bảng đầy đủ, như cách nguồn công bố; nguồn không xếp hạng.", "Four groups at the quartiles of the complete table, as the source publishes them; it declines to rank.";
    RULE_RANKS: "Năm bậc bằng nhau từ hạng 1 đến hạng {0}.", "Five equal steps from rank 1 to rank {0}.";
    RULE_CHANGE: "Năm bậc bằng nhau, đối xứng quanh 0: bậc giữa là thay đổi không quá một phần năm thay đổi lớn nhất.", "Five equal steps, the same on both sides of zero: the middle one is a change of at most a fifth of the greatest.";
    OFF_MAP: "Có số nhưng không có ô trên bản đồ: {0}.", "With a figure but no tile on the map: {0}.";
    PLACES: "{0}: có tên trên bản đồ, không có số liệu riêng.", "{0}: named on the map, without figures of their own.";
    PART_OF: "thuộc {0}", "part of {0}";
    PLACE_OF: "{0} (thuộc {1})", "{0} (part of {1})";
    TILE_NOTE: "Mỗi ô là một tỉnh, thành; diện tích ô không nói lên diện tích hay dân số.", "Each tile is one province; its size says nothing about area or population.";

    // Why there is nothing to draw.
    NO_SCORES: "Không có số liệu điểm của năm này.", "There are no scores for this year.";
    NO_BANDS: "Không có xếp loại hay nhóm công bố cho năm này.", "No bands or groups are published for this year.";
    NO_RANKS: "Không có hạng của năm này.", "There are no ranks for this year.";
    NO_RANKS_GROUPS: "Nguồn công bố theo bốn nhóm và không xếp hạng, nên không có bản đồ hạng.", "The source publishes four groups and declines to rank, so there is no map of ranks.";
    NO_RANKS_COUNT: "Chỉ số này không có xếp hạng.", "This indicator has no ranking.";
    NO_EARLIER: "Không có năm trước nào có số liệu để so sánh.", "No earlier year has figures to compare with.";
    NO_CHANGES: "Không có tỉnh, thành nào có số của cả hai năm {0} và {1}.", "No province has a figure for both {0} and {1}.";

    // The page.
    HEADING_MAP: "Bản đồ", "Map";
    HEADING_KEY: "Chú giải", "Key";
    KEY_CAPTION: "Các mức trên bản đồ, từ thấp đến cao", "Classes on the map, from the lowest to the highest";
    KEY_CLASS: "Mức", "Class";
    KEY_COUNT: "Số tỉnh, thành", "Provinces";
    HEADING_TABLE: "Tất cả tỉnh, thành", "All provinces";
    TABLE_CAPTION: "{0}: giá trị và mức trên bản đồ", "{0}: value and class on the map";
    LETTERS: "Chữ trên ô", "Letters";
    CLASS: "Mức trên bản đồ", "Class on the map";
    CHANGE_VALUE: "Thay đổi", "Change";
    COL_CLASS: "Mức trên bản đồ", "Class on the map";
    COL_VALUE_OF: "Giá trị năm {0}", "Value in {0}";
    README_CLASSES: "Cách chia mức", "How classes are made";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_everything_with_the_same_blanks() {
        crate::messages::tests::check(super::ALL);
    }
}
