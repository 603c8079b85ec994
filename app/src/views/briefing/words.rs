//! Sentences of briefings, in both languages.

crate::messages::messages! {
    TITLE: "{0}: bản tóm tắt", "{0}: briefing";
    COUNTRY: "Cả nước", "Viet Nam";
    ABOUT: "Các chỉ số cải cách hành chính cấp tỉnh. {0}. Bản dữ liệu số {1}, công bố ngày {2}.", "Provincial indicators of administrative reform. {0}. Data edition {1}, published {2}.";
    ABOUT_PROVINCE: "{0}, {1}", "{0}, {1}";
    ABOUT_REGION: "Vùng, {0} tỉnh, thành", "Region, {0} provinces";
    ABOUT_REGION_BEFORE: "Vùng theo danh sách đến 30/6/2025, {0} tỉnh, thành", "Region of the list to 30 June 2025, {0} provinces";
    ABOUT_COUNTRY: "Số mới nhất của từng chỉ số", "The newest figures of each indicator";
    PAPER_HEAD: "{0}. Thước Đo, bản dữ liệu số {1}, công bố ngày {2}", "{0}. Thước Đo, data edition {1}, published {2}";
    LEFT_OUT: "Không in ở đây vì không đủ hai trang: {0}. Xem đủ ở địa chỉ ghi dưới chân trang.", "Not printed here for want of room on two pages: {0}. All of it stands at the address at the foot of the page.";
    ROWS_OF: "{0} dòng của “{1}”", "{0} lines of “{1}”";
    PDF: "Tải bản PDF (khổ A4, tối đa hai trang)", "Download as PDF (A4, two pages at most)";
    TO_PAGE: "Bản tóm tắt cho cuộc họp: {0}", "Briefing for a meeting: {0}";
    PDF_OF: "bản tóm tắt, {0}", "briefing, {0}";
    BACK_PROVINCE: "Trang đầy đủ của {0}", "The full page of {0}";

    SHORT: "Tóm tắt", "In short";
    STANDING: "Vị trí hiện tại", "Where it stands";
    BEFORE: "Các đơn vị hợp thành", "The units it was formed from";
    STRENGTHS: "Nội dung mạnh, nội dung hạn chế", "Strengths and weaknesses";
    PEERS: "So với các địa phương liền kề", "Compared with its neighbours";
    NEEDS: "Mức điểm cần đạt để tăng hạng", "What it takes to rise";
    CONFLICTS: "Nguồn không thống nhất", "Sources disagree";
    MISSING: "Số liệu còn thiếu", "What is missing";
    SOURCES: "Nguồn", "Sources";
    CITE: "Trích dẫn", "How to cite";
    LEADERS: "Đầu bảng và cuối bảng", "First and last";
    CHANGES: "Thay đổi so với năm trước", "Changes since the year before";
    MEMBERS: "Từng tỉnh, thành của vùng", "Each province of the region";

    SHORT_FIGURES: "Có số của {0}/{1} chỉ số; mới nhất là năm {2}.", "Figures of {0} of {1} indicators; the newest are of {2}.";
    SHORT_NONE: "Chưa có số nào trong bản dữ liệu này.", "This edition holds no figure.";
    SHORT_FORMED: "Thành lập ngày {0} từ {1}. Không có điểm chính thức nào của đơn vị mới trước ngày đó; không có điểm nào được tính bình quân thay.", "Formed on {0} from {1}. No official score of the new unit exists before that day, and none is averaged in its place.";
    SHORT_ENDED: "Đơn vị tồn tại đến hết ngày {0}; nay thuộc {1}.", "The unit existed until {0}; it is now part of {1}.";
    SHORT_UP: "Lên hạng, so sánh được với năm trước: {0}.", "Up in rank, comparable with the year before: {0}.";
    SHORT_DOWN: "Xuống hạng, so sánh được với năm trước: {0}.", "Down in rank, comparable with the year before: {0}.";
    SHORT_SAME: "Giữ nguyên hạng: {0}.", "Same rank: {0}.";
    SHORT_BROKEN: "≠ Không so sánh được với năm trước: {0}.", "≠ Not comparable with the year before: {0}.";
    POSITION: "Vị trí: cao nhất ở {0}; thấp nhất ở {1}.", "Position: highest in {0}; lowest in {1}.";
    POSITION_ONE: "Vị trí: {0}.", "Position: {0}.";
    TREND: "Xu hướng năm năm: {0}.", "Five-year trend: {0}.";
    TREND_BETTER: "tốt lên ở {0}", "improving in {0}";
    TREND_WORSE: "kém đi ở {0}", "worsening in {0}";
    TREND_NEITHER: "không rõ chiều ở {0}", "no clear direction in {0}";
    TREND_UNKNOWN: "chưa nói được ở {0}", "cannot be said of {0}";
    OVER_YEARS: "{0} {1}-{2}", "{0} {1} to {2}";
    RANKS_OVER_YEARS: "{0} {1}-{2} (theo hạng)", "{0} {1} to {2} (by rank)";
    BESIDE_COUNTRY: "So với cả nước: {0}.", "Beside the country: {0}.";
    COUNTRY_APART: "chưa so được: {0}", "not compared: {0}";
    ALIKE: "{0}: {1}. {2}", "{0}: {1}. {2}";
    GROUP: "{0}: {1}", "{0}: {1}";
    SHORT_DISPUTED: "Số chỗ các nguồn nêu khác nhau trong bản tóm tắt này: {0}.", "Figures of this briefing on which sources disagree: {0}.";
    SHORT_COVERAGE: "{0}/{1} chỉ số có số của ít nhất một nửa số tỉnh, thành.", "{0} of {1} indicators have figures of at least half of the provinces.";
    SHORT_MEMBERS: "Bảng của các năm trước 2025 gồm các đơn vị cũ nay thuộc vùng.", "Tables of years before 2025 list the former units that are now part of the region.";

    COL_INDICATOR: "Chỉ số", "Indicator";
    COL_YEAR: "Năm", "Year";
    COL_VALUE: "Giá trị", "Value";
    COL_RANK: "Hạng", "Rank";
    COL_GROUP: "Nhóm, loại", "Group, band";
    COL_SINCE: "So với năm trước", "Since the year before";
    COL_COVERAGE: "Có số", "Covered";
    COL_STRONG: "Ba thành phần mạnh nhất", "Three strongest components";
    COL_WEAK: "Ba thành phần yếu nhất", "Three weakest components";
    COL_REGION: "Đứng trên trong vùng", "Ahead in the region";
    COL_ABOVE: "Ngay trên", "Next above";
    COL_BELOW: "Ngay dưới", "Next below";
    COL_HIGHEST: "Cao nhất", "Highest";
    COL_LOWEST: "Thấp nhất", "Lowest";
    COL_REGIONAL: "Vùng (công bố)", "Region (published)";
    COL_ROSE: "Lên nhiều nhất", "Rose most";
    COL_FELL: "Xuống nhiều nhất", "Fell most";
    COL_LEADER: "Dẫn đầu", "Leader";
    COL_LAST: "Cuối bảng", "Last";
    COL_NATION: "Cả nước", "Viet Nam";
    COL_PROVINCE: "Tỉnh, thành", "Province";
    COL_NEXT_BAND: "Để lên nhóm, loại trên", "To the next group or band";
    COL_FIVE: "Để lên năm bậc", "To rise five places";
    COL_NEAR: "Sát điểm", "Close scores";

    CAPTION_STANDING: "Số mới nhất của từng chỉ số", "The newest figure of each indicator";
    CAPTION_BEFORE: "Số mới nhất của từng đơn vị trước 1/7/2025, đặt cạnh nhau", "The newest figures of each unit before 1 July 2025, side by side";
    CAPTION_STRENGTHS: "Thành phần của năm mới nhất có số", "Components of the newest year with figures";
    CAPTION_PEERS: "Trong bảng mà hạng được lấy từ đó", "In the table that the rank is taken from";
    CAPTION_NEEDS: "Các tỉnh, thành khác giữ nguyên số của mình", "All others keep their figures";
    CAPTION_REGION: "Trong các tỉnh, thành của vùng; kèm hạng trong cả nước", "Among the provinces of the region, with their rank in the country";
    CAPTION_MEMBERS: "Hạng trong cả nước, hoặc giá trị nơi không có hạng", "Rank in the country, or the value where there is no rank";
    CAPTION_LEADERS: "Theo năm mới nhất có đủ số của từng chỉ số", "By the newest year of each indicator with enough figures";
    CAPTION_CHANGES: "Chỉ giữa hai năm so sánh được", "Only between years that may be compared";

    NOTE_COMPUTED: "Hạng ghi “tính” do Thước Đo tính từ bảng đầy đủ vì nguồn không công bố hạng; các hạng khác do nguồn công bố.", "Ranks marked “computed” are computed by Thước Đo from a complete table because the source publishes none; all others are as published.";
    NOTE_PUBLISHED: "Các hạng do nguồn công bố.", "Ranks are as published.";
    NOTE_GROUPS: "{0}: nguồn công bố theo bốn nhóm và không xếp hạng; nhóm tính theo tứ phân vị của bảng đầy đủ, thứ tự chỉ để tra cứu.", "{0}: published in four groups and not ranked; groups are computed at the quartiles of the complete table, the order is for reference only.";
    NOTE_BROKEN: "≠ {0} {1}. {2} {3} {4}", "≠ {0} {1}. {2} {3} {4}";
    NOTE_SOURCES: "Mỗi số nêu tối đa ba nguồn, gần cơ quan công bố nhất trước; đủ nguồn ở trang của từng bảng.", "Each figure names three sources at most, those nearest to the publisher first; all stand on the page of each table.";
    NOTE_NEAREST: "Nơi chưa biết đủ hạng của cả bảng, “ngay trên” và “ngay dưới” là đơn vị gần nhất đã biết hạng.", "Where not all ranks of a table are known, “next above” and “next below” are the nearest with a known rank.";
    NOTE_ABSENT: "“–” nghĩa là không có số, không phải số 0.", "“–” means that there is no figure, not zero.";
    NOTE_BY: "{0}: {1}.", "{0}: {1}.";
    NOTE_FIVE: "Khoảng cách tính bằng điểm của chỉ số tổng; dưới năm bậc nữa là hạng 1 thì tính đến hạng 1. “–”: bảng không cho phép tính. Cột cuối là số tỉnh, thành khác có điểm chênh không quá số trong ngoặc: càng nhiều thì hạng càng dễ đổi.", "Distances are in points of the headline score, to the first place where it is less than five places away. “–”: the table does not allow it. The last column counts other provinces whose score is at most the number in brackets away: the more, the easier the rank changes.";
    AIM: "{0}: {1} điểm (+{2})", "{0}: {1} points (+{2})";
    NEAR: "{0} (±{1})", "{0} (±{1})";
    AIM_GROUP: "nhóm {0}", "group {0}";
    AIM_BAND: "loại {0}", "band {0}";
    AIM_PLACE: "hạng {0}", "rank {0}";
    AIM_TOP: "đã ở mức cao nhất", "at the top already";
    MOVED: "{0} so với {1}: {2} điểm, trong đó {3}; phần còn lại {4}.", "{0} against {1}: {2} points, of which {3}; the rest {4}.";
    NOTE_COMPUTED_COLUMNS: "Hạng do Thước Đo tính: {0}.", "Ranks computed by Thước Đo: {0}.";

    COMPUTED: "{0} (tính)", "{0} (computed)";
    COMPUTED_INSIDE: "{0}, tính", "{0}, computed";
    VALUE_UNIT: "{0} {1}", "{0} {1}";
    POINTS_OF: "{0} điểm", "{0} points";
    SAME_VALUE: "không đổi", "no change";
    BROKEN_SINCE: "≠ không so sánh được với {0}", "≠ not comparable with {0}";
    BROKEN_PLACES: "hạng ≠", "rank ≠";
    AHEAD: "{0}/{1}", "{0} of {1}";
    AHEAD_KNOWN: "{0} trong {1} đơn vị biết hạng, vùng có {2}", "{0} of {1} with a known rank; the region has {2}";
    TOP: "đứng đầu bảng", "first in the table";
    BOTTOM: "đứng cuối bảng", "last in the table";
    NOT_KNOWN_ABOVE: "hạng liền trên chưa biết", "the next rank is not known";
    AND_MORE: "{0} và {1} đơn vị khác", "{0} and {1} more";
    NAMED: "{0} {1}", "{0} {1}";
    NAMED_RANK: "{0} ({1})", "{0} ({1})";
    ALONE: "trong vùng chỉ có một số", "only one figure in the region";
    TOO_FEW: "mới so sánh được {0}/{1}", "only {0} of {1} comparable";
    NOBODY_UP: "không tỉnh, thành nào lên", "none rose";
    NOBODY_DOWN: "không tỉnh, thành nào xuống", "none fell";
    IN_GROUPS: "{0} đơn vị ở nhóm cao nhất", "{0} units in the highest group";
    IN_GROUPS_LAST: "{0} đơn vị ở nhóm thấp nhất", "{0} units in the lowest group";
    YEAR_OF: "{0} (năm {1})", "{0} ({1})";
    NOT_RANKED: "không xếp hạng", "not ranked";
    NO_NATION: "chưa có số cả nước trong các nguồn đã đọc", "no national figure in the sources read";
    NOT_KNOWN: "chưa biết", "not known";
    MEAN: "trung bình {0} (tính)", "mean {0} (computed)";

    SINCE_YEAR: "{0} so với {1}", "{0} since {1}";
    THESE: "({0})", "({0})";
    CLAIMS: "{0} {1}: {2}", "{0} {1}: {2}";
    CLAIMS_OF: "{0} {1}, {2}: {3}", "{0} {1}, {2}: {3}";
    NO_CONFLICTS: "Các nguồn của những số trên không nói khác nhau.", "The sources of the figures above do not disagree.";
    OTHER_CONFLICTS: "Còn {0} chỗ nguồn không thống nhất ở năm khác hoặc ở thành phần; xem trang đầy đủ.", "{0} more disagreements in other years or components stand on the full page.";
    MORE_CONFLICTS: "Và {0} chỗ khác trong các bảng này; xem trang của từng bảng.", "And {0} more in these tables; see the page of each table.";
    MISSING_ALL: "Chưa có số nào: {0} ({1}).", "No figure: {0} ({1}).";
    MISSING_NEWER: "{0} {1}: đã có số của {2}/{3} tỉnh, thành, riêng ở đây thì {4}.", "{0} {1}: figures of {2} of {3} provinces are known; here: {4}.";
    MISSING_SCORE: "{0} {1}: biết hạng, còn điểm thì {2}.", "{0} {1}: the rank is known; the score is {2}.";
    MISSING_RANK: "{0} {1}: biết điểm, chưa biết hạng.", "{0} {1}: the score is known, the rank is not.";
    MISSING_TABLE: "{0} {1}: {2} trên {3} tỉnh, thành chưa có số.", "{0} {1}: {2} of {3} provinces have no figure.";
    MISSING_NONE: "Không thiếu số nào trong các bảng trên.", "Nothing is missing in the tables above.";
    MISSING_SPARSE: "{0} {1}: mới có số của {2}/{3} tỉnh, thành, nên bảng trên lấy năm {4}.", "{0} {1}: only {2} of {3} provinces have a figure, so the table above takes {4}.";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_everything_with_the_same_blanks() {
        crate::messages::tests::check(super::ALL);
    }
}
