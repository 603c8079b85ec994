//! Messages of what leaves the pages.

use crate::messages::messages;

messages! {
    // Notes inside pictures.
    COMPARABLE_MARK: "= {0} {1} {2}", "= {0} {1} {2}";
    NOT_COMPARABLE_MARK: "≠ {0} {1} {2}", "≠ {0} {1} {2}";
    BREAKS: "≠ Không so sánh được qua các mốc: {0}.", "≠ Not comparable across: {0}.";
    NO_BREAKS: "= Các năm trong hình so sánh được với nhau.", "= The years shown may be compared with one another.";
    SOME_COMPUTED: "Ở những năm mà nguồn không công bố hạng, hạng do Thước Đo tính từ bảng đầy đủ.", "For years in which the source publishes no ranks, they are computed by Thước Đo from the complete table.";
    REGION_TITLE: "{0} {1}: {2}", "{0} {1}: {2}";
    REGION_ONLY: "vùng {0}", "region {0}";
    COVERED: "{0}.", "{0}.";
    LICENCES: "Số liệu là dữ kiện do các cơ quan nêu ở dòng nguồn công bố; khi sử dụng lại phải ghi nguồn.", "The figures are facts published by the bodies named in the source line; cite the publisher when reusing them.";

    // Charts of a province.
    COMBINED_TEXT: "Hai biểu đồ chung trục năm, {0}–{1}: điểm ở trên, hạng ở dưới. {2}", "Two charts with the same years, {0} to {1}: scores above, ranks below. {2}";
    COMBINED_SUBTITLE: "{0}: điểm và hạng, {1}–{2}", "{0}: score and rank, {1} to {2}";
    RANK_PANEL: "Hạng (1 là cao nhất)", "Rank (1 is the highest)";
    SCORE_PANEL: "Điểm", "Score";

    // Citations.
    CITED: "{0} {1}. Thước Đo, bản dữ liệu số {2}, công bố ngày {3}. {4}", "{0} {1}. Thước Đo, data edition {2}, published {3}. {4}";
    CITED_PUBLISHER: "Thước Đo, bản dữ liệu số {0}", "Thước Đo, data edition {0}";
    TABLE_TITLE: "{0} {1}: bảng số liệu", "{0} {1}: table of figures";

    // Columns of tables.
    COL_VALUE: "Giá trị ({0})", "Value ({0})";
    COL_RANK: "Hạng", "Rank";
    COL_RANK_OF: "Trên tổng số", "Out of";
    COL_VALUE_ORIGIN: "Nguồn của giá trị", "Origin of the value";
    VALUE_BY_RULE: "Thước Đo tính theo quy tắc của nhà công bố", "computed by Thước Đo by the publisher’s rule";
    COL_RANK_ORIGIN: "Nguồn của hạng", "Origin of the rank";
    COL_POINTS: "Thay đổi giá trị", "Change in value";
    COL_PLACES: "Thay đổi bậc", "Change in places";
    COL_COMPARED: "So với năm", "Compared with";
    COL_VERDICT: "So sánh được", "Comparable";
    COL_WHY: "Vì sao không có số", "Why there is no value";
    COL_SOURCES: "Nguồn", "Sources";
    COL_AS_OF: "Thời điểm", "As of";
    COL_COMPONENT: "Thành phần", "Component";
    COL_MAX: "Tối đa", "Maximum";
    COL_NATION: "Cả nước (công bố)", "National figure (published)";
    COL_MEAN: "Trung bình các tỉnh (tính ở đây)", "Mean of the provinces (computed here)";
    TWO_VERDICTS: "giá trị: {0}; hạng: {1}", "values: {0}; ranks: {1}";
    COL_BEST: "Cao nhất", "Highest";
    COL_BEST_WHO: "Tỉnh, thành cao nhất", "Province with the highest";
    ORIGIN_PUBLISHED: "nguồn công bố", "published";
    ORIGIN_COMPUTED: "Thước Đo tính", "computed by Thước Đo";
    ORIGIN_CONFLICT: "các nguồn nói khác nhau", "sources disagree";
    CELL_CHOSEN: "các nguồn nói khác nhau; được chọn: {0}", "sources disagree; chosen: {0}";
    CELL_CONFLICT: "các nguồn nói khác nhau", "sources disagree";

    // The readme of a table.
    README_WHAT: "Nội dung", "What it shows";
    README_COVERAGE: "Phủ số liệu", "Coverage";
    README_METHOD: "Phương pháp", "Method";
    README_COMPARE: "So sánh giữa các năm", "Comparison between years";
    README_RANKS: "Hạng", "Ranks";
    README_EMPTY: "Ô trống", "Empty cells";
    README_EMPTY_TEXT: "Ô trống nghĩa là không có số, không phải số 0; cột “Vì sao không có số” nói lý do. Thay đổi chỉ có khi hai năm so sánh được.", "An empty cell means that there is no figure, not zero; the column “Why there is no value” says why. Changes are given only where the two years may be compared.";
    README_LICENCE: "Điều kiện sử dụng", "Terms of use";

    // What cannot be shown.
    NO_VIEW: "Không có biểu đồ hay bảng nào ở địa chỉ này: {0}. Địa chỉ đúng có dạng rankings/pci/2016/bars hoặc provinces/nghe-an/pci/lines.", "There is no chart or table at this address: {0}. A right one looks like rankings/pci/2016/bars or provinces/nghe-an/pci/lines.";
    NO_FORMAT: "{0} là bảng, không có dạng {1}. Bảng có các dạng: csv, xlsx, json, parquet, html, bib, csl.json.", "{0} is a table and has no {1}. Tables come as csv, xlsx, json, parquet, html, bib, csl.json.";
    NO_FIGURES: "Không có đủ số liệu để vẽ {0}.", "There are not enough figures for {0}.";
    EXPECT_LANG: "vi hoặc en", "vi or en";
    EXPECT_YEAR_OF: "một năm có số liệu thành phần", "a year with figures of components";
    EXPECT_ITEM: "một biểu đồ, ví dụ rankings/pci/2016/bars", "a chart, such as rankings/pci/2016/bars";
    EXPECT_ITEMS: "từ một đến {0} biểu đồ", "one to {0} charts";
    FOUND_CHARTS: "bộ của bạn đã có {0} biểu đồ", "your deck already has {0} charts";
    EXPECT_ROOM: "bộ còn chỗ: tối đa {0} biểu đồ, và địa chỉ của chúng không dài quá những gì trình duyệt nhớ được; hãy mở bộ, lưu địa chỉ của nó rồi bỏ bớt biểu đồ", "a deck with room: {0} charts at most, and their addresses no longer than what a browser remembers; open the deck, keep its address, then remove charts";
    EXPECT_CHART: "một biểu đồ; bảng không đưa vào bộ trang trình chiếu được", "a chart; tables cannot be put into a deck";
    EXPECT_DECK_SIZE: "16x9 hoặc 4x3", "16x9 or 4x3";
    EXPECT_TITLE: "tối đa {0} ký tự", "{0} characters at most";

    // Drafts.
    DRAFT_TITLE: "BẢN NHÁP. {0}", "DRAFT. {0}";
    DRAFT_SOURCE: "BẢN NHÁP, CHƯA CÔNG BỐ, không được trích dẫn. {0}", "DRAFT, NOT PUBLISHED, not to be cited. {0}";
    DRAFT_NOT_CITED: "Bản nháp, chưa công bố: không được trích dẫn.", "A draft, not published: not to be cited.";
    PREVIEW: "Xem trước bản nháp", "Preview of a draft";
    PREVIEW_LEAD: "Tệp {0}. Đây là bản nháp, chưa công bố: số liệu có thể còn thay đổi, không được trích dẫn. Liên kết này dùng được đến {1}.", "File {0}. This is a draft and not published: the figures may still change and must not be cited. This link works until {1}.";
    PREVIEW_CHANGES: "Các bảng xếp hạng mà bản nháp này sẽ thay đổi:", "The rankings that this draft would change:";
    PREVIEW_NONE: "Bản nháp này không thay đổi bảng xếp hạng nào.", "This draft changes no ranking.";
    PREVIEW_ENDED: "Liên kết xem trước này đã hết hạn, hoặc bản nháp đã được công bố hay bỏ. Hãy xin người gửi một liên kết mới.", "This preview link has ended, or the draft was published or discarded. Ask the sender for a new link.";

    // Decks.
    DECK_TITLE: "Bộ trang trình chiếu từ Thước Đo", "Slides from Thước Đo";
    DECK_SUBTITLE: "Bản dữ liệu số {0}, công bố ngày {1}", "Data edition {0}, published {1}";
    DECK_PROVINCE: "{0}: các chỉ số cải cách hành chính", "{0}: indicators of administrative reform";
    DECK_REGION: "{0}: các chỉ số cải cách hành chính", "{0}: indicators of administrative reform";
    DECK_COUNTRY: "Cả nước: các chỉ số cải cách hành chính", "The whole country: indicators of administrative reform";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_everything_with_the_same_blanks() {
        crate::messages::tests::check(super::ALL);
    }
}
