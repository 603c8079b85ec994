//! Messages of strips, of where a province stands, and of the heat map.

use crate::messages::messages;

messages! {
    // Strips.
    BY_RANK: "xếp theo hạng vì chưa có đủ điểm", "placed by rank because scores are not known for all";
    AT_VALUE: "{0} {1}", "{0} {1}";
    AT_RANK: "{0}, hạng {1}", "{0}, rank {1}";
    AND_ONE: "{0} và 1 tỉnh, thành khác", "{0} and one other";
    AND_OTHERS: "{0} và {1} tỉnh, thành khác", "{0} and {1} others";
    NO_FIGURE_OF: "không có số của {0}", "no figure for {0}";
    STRIP_TEXT: "{0} tỉnh, thành trên một thang, từ {1} đến {2}.", "{0} provinces on one scale, from {1} to {2}.";
    STRIP_BEFORE: "{0} (năm {1}: {2})", "{0} ({1}: {2})";
    QUARTER_1: "một phần tư cao nhất", "top quarter";
    QUARTER_2: "một phần tư thứ hai", "second quarter";
    QUARTER_3: "một phần tư thứ ba", "third quarter";
    QUARTER_4: "một phần tư thấp nhất", "bottom quarter";
    QUARTER_GROUP: "nhóm {0}", "{0} group";

    // Where a province stands.
    HEAD_INDICATOR: "Chỉ số", "Indicator";
    WORSE: "kém hơn", "worse";
    BETTER: "tốt hơn", "better";
    HOLLOW: "Chấm rỗng: vị trí năm trước, chỉ khi so sánh được", "Hollow mark: the year before, only where comparable";
    NO_VALUE: "chưa có điểm", "score not known";
    NO_STRIP: "chưa đủ số để đặt trên một thang", "too few figures for a scale";
    NO_BETTER: "số lượng, không nói lên tốt hay kém", "a count, which is neither better nor worse";
    STANDS_ONE: "{0}: hạng {1} về {2}", "{0} ranks {1} in {2}";
    STANDS_BETWEEN: "{0}: cao nhất ở {1} (hạng {2}), thấp nhất ở {3} (hạng {4})", "{0}: highest in {1} (rank {2}), lowest in {3} (rank {4})";
    STANDS_NOWHERE: "{0}: vị trí theo từng chỉ số", "{0}: where it stands in each indicator";
    STANDING_SUBTITLE: "Vị trí hiện tại của {0} trong các tỉnh, thành, theo năm mới nhất có đủ số của từng chỉ số; bên phải là tốt hơn", "Where {0} stands among the provinces, in the newest year of each indicator with enough figures; better is at the right";
    STANDING_TEXT: "{0}: {1}.", "{0}: {1}.";
    STANDING_ROW: "{0} {1}: {2}", "{0} {1}: {2}";
    RANK_IN: "hạng {0}", "rank {0}";
    OTHER_YEAR: "{0}: chưa có số của {1} năm {2}; ghi năm {3}.", "{0}: no figure for {1} in {2}; {3} is shown.";
    NOT_COMPARED_IN: "≠ Không so sánh được với năm trước: {0}.", "≠ Not comparable with the year before: {0}.";
    ALL_COMPARED: "= Các thay đổi trong hình là giữa những năm so sánh được.", "= The changes shown are between comparable years.";
    QUARTERS_NOTE: "Nền chia bốn phần tư số tỉnh, thành; chỉ có ở bảng chia được.", "The ground shows the quarters of the provinces, where the table allows them.";
    COVERED_BY: "Số tỉnh, thành có số: {0}.", "Provinces with figures: {0}.";
    COVERED_IN: "{0} {1}: {2}/{3}", "{0} {1}: {2} of {3}";
    COL_QUARTER: "Phần tư (1 là cao nhất)", "Quarter (1 is the highest)";
    COL_VALUE_TEXT: "Giá trị", "Value";

    // The heat map.
    HEAT_TITLE: "Trong một phần tư cao nhất ở nhiều chỉ số nhất: {0} ({1}/{2})", "In the top quarter of most indicators: {0} ({1} of {2})";
    HEAT_TITLE_PLAIN: "Hạng của các tỉnh, thành: {0}", "Ranks of the provinces: {0}";
    NO_TABLE_OF: "Chưa có bảng theo danh sách tỉnh, thành này: {0}.", "No table under this list of provinces: {0}.";
    HEAT_SUBTITLE: "{0}: hạng và phần tư của {1} tỉnh, thành", "{0}: rank and quarter of {1} provinces";
    HEAT_TEXT: "Bảng {0} tỉnh, thành và {1} cột. {2}", "Table of {0} provinces and {1} columns. {2}";
    HEAT_COLUMN: "{0}: {1} tỉnh, thành ở một phần tư cao nhất", "{0}: {1} provinces in the top quarter";
    NO_DATA: "chưa có số", "no figure";
    PLAIN: "có số, chưa xếp được vào phần tư", "figure known, no quarter";
    HEAT_READING: "Số trong ô là hạng (giá trị, nếu cả cột không có hạng); màu là phần tư trong cột.", "The number in a cell is the rank (the value, if the whole column has no ranks); the colour is the quarter within the column.";
    HEAT_YEARS: "Mỗi cột là năm mới nhất có đủ số của chỉ số đó; các cột không so sánh được với nhau về điểm.", "Each column is the newest year of its indicator with enough figures; scores of different columns cannot be compared.";
    EXPECT_COLUMNS: "từ một đến {0} chỉ số, cách nhau bằng dấu phẩy, ví dụ sipas,pci", "one to {0} indicators, separated by commas, such as sipas,pci";
    EXPECT_SORT: "region, name hoặc một trong các cột: {0}", "region, name or one of the columns: {0}";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_everything_with_the_same_blanks() {
        crate::messages::tests::check(super::ALL);
    }
}
