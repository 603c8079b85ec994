//! Every sentence that pages show, in both languages, in one place.

use domain::Lang;

/// A message in both languages; `{0}`, `{1}` … stand for what is filled in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Msg {
    vi: &'static str,
    en: &'static str,
}

impl Msg {
    pub(crate) const fn new(vi: &'static str, en: &'static str) -> Self {
        Self { vi, en }
    }

    pub(crate) const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en,
        }
    }

    /// The message with its blanks filled. Values are taken as they are: what a reader typed may have braces, too.
    pub(crate) fn fill(self, lang: Lang, values: &[&str]) -> String {
        let template = self.get(lang);
        let mut text = String::with_capacity(template.len() + values.iter().map(|value| value.len()).sum::<usize>());
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let blank = after.split_once('}');
            let value = blank.and_then(|(number, tail)| Some((values.get(number.parse::<usize>().ok()?)?, tail)));
            match value {
                Some((value, tail)) => {
                    text.push_str(value);
                    rest = tail;
                }
                None => {
                    text.push('{');
                    rest = after;
                }
            }
        }
        text.push_str(rest);
        text
    }
}

macro_rules! messages {
    ($($name:ident: $vi:literal, $en:literal;)*) => {
        $(pub(crate) const $name: $crate::messages::Msg = $crate::messages::Msg::new($vi, $en);)*

        #[cfg(test)]
        pub(crate) const ALL: &[(&str, $crate::messages::Msg)] = &[$((stringify!($name), $name)),*];
    };
}

// The desk keeps its messages beside its pages.
pub(crate) use messages;

messages! {
    // The frame of every page.
    SITE: "Thước Đo", "Thước Đo";
    SKIP: "Đến nội dung", "Skip to content";
    NAV: "Chính", "Main";
    OVERVIEW: "Tổng quan", "Overview";
    RANKINGS: "Xếp hạng", "Rankings";
    PROVINCES: "Tỉnh, thành", "Provinces";
    INDICATORS: "Chỉ số", "Indicators";
    SOURCES: "Nguồn dữ liệu", "Data sources";
    SOURCES_SHORT: "Nguồn", "Sources";
    SEARCH: "Tìm tỉnh, thành hoặc chỉ số", "Find a province or an indicator";
    SEARCH_BUTTON: "Tìm", "Search";
    OTHER_LANGUAGE: "English", "Tiếng Việt";
    FOOT_TRUTH: "Mọi con số đều có nguồn. Không có số nào được ước tính hay điền thêm.", "Every figure has a source. None is estimated or filled in.";
    FOOT_EDITION: "Bản dữ liệu số {0}, công bố ngày {1}.", "Data edition {0}, published {1}.";
    FOOT_DESK: "Bàn làm việc (dành cho người phụ trách số liệu)", "Desk (for those in charge of the figures)";
    SIGN_OUT: "Đăng xuất", "Sign out";
    EDITION_PINNED: "Đang xem bản dữ liệu số {0}.", "You are viewing data edition {0}.";
    EDITION_LATEST: "Xem bản mới nhất", "View the latest";

    // Words for figures.
    YEAR: "Năm", "Year";
    RANK: "Hạng", "Rank";
    RANK_COMPUTED_HEAD: "Hạng (tính)", "Rank (computed)";
    PROVINCE: "Tỉnh, thành phố", "Province";
    REGION: "Vùng", "Region";
    SCORE: "Điểm", "Score";
    COUNT: "Số lượng", "Count";
    VALUE: "Giá trị", "Value";
    BAND: "Xếp loại", "Band";
    GROUP: "Nhóm", "Group";
    CHANGE: "Thay đổi", "Change";
    POINTS: "± điểm", "± points";
    DIFFERENCE: "± số lượng", "± count";
    PLACES: "± bậc", "± places";
    TREND_RANKS: "Hạng {0}–{1}", "Rank {0}–{1}";
    TREND_VALUES: "Điểm {0}–{1}", "Score {0}–{1}";
    SOURCE: "Nguồn", "Source";
    COMPONENT: "Thành phần", "Component";
    INDICATOR: "Chỉ số", "Indicator";
    NATION: "Cả nước", "Viet Nam";
    UNIT_POINT: "điểm", "points";
    PERCENT: "%", "%";
    ABOUT: "khoảng {0}", "about {0}";
    OVER: "hơn {0}", "more than {0}";
    UNDER: "gần {0}", "nearly {0}";
    GROUP_1: "Cao nhất", "Highest";
    GROUP_2: "Trung bình cao", "High average";
    GROUP_3: "Trung bình thấp", "Low average";
    GROUP_4: "Thấp nhất", "Lowest";
    COMPUTED_SHORT: "tính", "computed";
    BY_RULE: "* Điểm do Thước Đo cộng từ các phần đã công bố theo quy tắc của nhà công bố, vì các nguồn đã đọc không có điểm này.", "* Computed by Thước Đo from published parts by the publisher’s rule, because the sources read do not give it.";
    RANK_COMPUTED: "Hạng do Thước Đo tính từ bảng đầy đủ {0} tỉnh, thành vì nguồn không công bố hạng.", "Ranks are computed by Thước Đo from the complete table of {0} provinces because the source publishes none.";
    RANK_PUBLISHED: "Hạng là hạng do nguồn công bố.", "Ranks are as published by the source.";
    RANK_PUBLISHED_PART: "Hạng là hạng do nguồn công bố; các nguồn đã đọc cho biết hạng của {0}/{1} tỉnh, thành.", "Ranks are as published; the sources read give the rank of {0} of {1} provinces.";
    RANK_GROUPS: "Nguồn công bố theo bốn nhóm và không xếp hạng. Nhóm ở đây tính theo tứ phân vị của bảng đầy đủ {0} tỉnh, thành; thứ tự trong bảng chỉ để tra cứu.", "The source publishes four groups and declines to rank. Groups here are computed at the quartiles of the complete table of {0} provinces; the order is for reference only.";
    RANK_GROUPS_PART: "Nguồn công bố theo bốn nhóm và không xếp hạng. Ở đây chỉ có số của {0}/{1} tỉnh, thành nên không chia nhóm; hạng, nếu có, là do báo chí nêu.", "The source publishes four groups and declines to rank. Only {0} of {1} provinces have a figure here, so no groups are formed; a rank, if any, is as told by the press.";
    MIXED_MOMENTS: "Các số này ở những thời điểm khác nhau trong năm, nên không phải là một bảng xếp hạng; các dòng xếp theo vần.", "These figures describe different moments of the year, so they are no ranking; rows are in alphabetical order.";
    MIXED_SHORT: "số ở các thời điểm khác nhau", "figures of different moments";
    RANK_NONE: "Chỉ số này không có xếp hạng: số lượng không nói lên chất lượng.", "This indicator has no ranking: a count by itself says nothing about quality.";
    UNKNOWN_RANK: "không rõ hạng", "rank not known";
    RANK_CONFLICT: "nguồn nêu hạng khác nhau", "sources give different ranks";

    HOW_LITTLE: "Một bậc nói lên ít: một nửa số cặp liền kề trong bảng này cách nhau không quá {0} điểm.", "One place says little: half of all neighbours in this table are at most {0} points apart.";
    OWN_NEVER: "{0}: các nguồn đã đọc chưa có số {1} của năm nào.", "{0}: the sources read have no figure of {1} in any year.";
    OWN_MISSING: "{0}: chưa có số {1} năm {2}; gần nhất là năm {3}: {4}.", "{0}: no figure of {1} in {2}; the nearest is of {3}: {4}.";
    OWN_ELSEWHERE: "{0}: năm {1} có số trong danh sách {2} đơn vị: {3}.", "{0}: has a figure in the list of {2} units of {1}: {3}.";
    MORE_SOURCES: "thêm {0} nguồn", "{0} more sources";
    OWN_RANK: "hạng {0}", "rank {0}";

    // Missing figures.
    MISSING_NOT_FOUND: "chưa có trong các nguồn đã đọc", "not in the sources read";
    MISSING_NOT_PUBLISHED: "nguồn không công bố", "not published by the source";
    MISSING_NOT_SURVEYED: "không được khảo sát", "not surveyed";
    MISSING_NOT_RANKED: "được đánh giá nhưng không xếp hạng", "assessed but not ranked";
    IN_OTHER_LIST: "có số trong danh sách {0} đơn vị của năm này", "has a figure in this year's list of {0} units";
    MISSING_BEFORE: "đơn vị chưa thành lập", "before the unit existed";
    MISSING_AFTER: "đơn vị không còn", "after the unit ended";
    MISSING_TITLE: "Không có số liệu ({0})", "No figures ({0})";
    MISSING_LEAD: "Các tỉnh, thành dưới đây nằm ngoài xếp hạng. Thiếu số liệu không có nghĩa là bằng không.", "The provinces below are outside the ranking. Missing does not mean zero.";

    // Changes and comparability.
    UP_PLACES: "lên {0} bậc", "up {0}";
    DOWN_PLACES: "xuống {0} bậc", "down {0}";
    SAME_PLACE: "giữ nguyên hạng", "same rank";
    NOT_COMPARABLE: "không so sánh được", "not comparable";
    NOT_COMPARABLE_PLACES: "không so sánh được: hạng {0} năm {1}, hạng {2} năm {3}", "not comparable: rank {0} in {1}, rank {2} in {3}";
    NOT_COMPARABLE_POINTS: "không so sánh được với năm {0}", "not comparable with {0}";
    NO_FIGURE_FOR: "chưa có số năm {0} để so sánh", "no figure for {0} to compare";
    DISPUTED_FOR: "các nguồn nêu số năm {0} khác nhau", "sources give different figures for {0}";
    OTHER_ORIGIN: "một hạng do nguồn công bố, một hạng do tính", "one rank is published, the other computed";
    SINCE: "So với {0}:", "Compared with {0}:";
    SAME_METHOD: "cùng phương pháp.", "same method.";
    SAME_METHOD_TEXT: "Thay đổi về hạng và điểm so sánh được.", "Changes in rank and score may be compared.";
    SAME_METHOD_COUNT: "Chênh lệch về số lượng so sánh được.", "Differences in number may be compared.";
    METHOD_CHANGED: "phương pháp thay đổi, không so sánh được.", "the method changed; not comparable.";
    UNCLEAR: "chưa rõ phương pháp có giữ nguyên, không coi là so sánh được.", "it is not clear that the method stayed; not held to be comparable.";
    UNITS_CHANGED: "danh sách đơn vị thay đổi, hạng không so sánh được.", "the list of units changed; ranks are not comparable.";
    UNITS_CHANGED_TEXT: "Từ 1/7/2025 có 34 đơn vị thay cho 63; 23 đơn vị mới chưa có số của năm trước.", "Since 1 July 2025 there are 34 units instead of 63; the 23 new ones have no figure for the year before.";
    NO_BASE_YEAR: "không có số liệu năm {0}.", "there are no figures for {0}.";
    WHY: "Vì sao?", "Why?";
    DECISION: "Quyết định {0}.", "Decision {0}.";
    VERDICT_SAME: "Cùng phương pháp", "Same method";
    VERDICT_METHOD: "Phương pháp thay đổi", "Method changed";
    VERDICT_UNCLEAR: "Chưa rõ", "Not clear";
    VERDICT_UNITS: "Đơn vị thay đổi", "Units changed";
    NEW_METHOD: "đổi cách tính", "new method";

    // The ranking page.
    TABLE: "Bảng xếp hạng", "Ranking";
    TABLE_PLAIN: "Bảng số liệu", "Figures";
    CAPTION: "{0} {1}: hạng, điểm và thay đổi so với {2}", "{0} {1}: rank, score and change since {2}";
    CAPTION_PLAIN: "{0} {1}: số liệu theo tỉnh, thành", "{0} {1}: figures by province";
    LEADS: "{0} dẫn đầu", "{0} leads";
    LEADS_STREAK: "{0} dẫn đầu năm thứ {1} liên tiếp", "{0} leads for the {1} year in a row";
    LEADS_OPEN: "{0} dẫn đầu, ít nhất năm thứ {1} liên tiếp", "{0} leads, for at least the {1} year in a row";
    LEADS_SINCE_METHOD: "{0} dẫn đầu năm thứ {1} liên tiếp theo phương pháp áp dụng từ năm {2}", "{0} leads for the {1} year in a row under the method in use since {2}";
    LEADS_SINCE_UNITS: "{0} dẫn đầu năm thứ {1} liên tiếp kể từ khi danh sách xếp hạng thay đổi năm {2}", "{0} leads for the {1} year in a row since the list of ranked provinces changed in {2}";
    LEADS_SINCE: "{0} dẫn đầu năm thứ {1} liên tiếp trong các năm so sánh được, từ năm {2}", "{0} leads for the {1} year in a row among the comparable years since {2}";
    LEAD_TOGETHER: "{0} cùng dẫn đầu", "{0} lead together";
    CLIMBS: "{0} lên {1} bậc", "{0} climbs {1} places";
    FALLS: "{0} xuống {1} bậc", "{0} falls {1} places";
    CLIMBS_ONE: "{0} lên 1 bậc", "{0} climbs one place";
    TOP_GROUP: "{0}: {1}/{2} tỉnh, thành ở nhóm cao nhất", "{0}: {1} of {2} provinces in the highest group";
    COVERAGE_TITLE: "có số của {0}/{1} tỉnh, thành", "figures of {0} of {1} provinces";
    TITLED: "{0} {1}: {2}", "{0} {1}: {2}";
    STANDS: "{0} hạng {1}", "{0} ranks {1}";
    RANK_MARKED: "{0} (tính)", "{0} (computed)";
    IN_GROUP: "{0} ở nhóm {1}", "{0} in the {1} group";
    MEASURE: "{0}, năm {1}", "{0}, {1}";
    SCALE_POINTS: "thang {0}–{1} điểm", "scale {0}–{1} points";
    SCALE_PERCENT: "thang {0}–{1}%", "scale {0}–{1} %";
    HIGHER: "cao hơn là tốt hơn", "higher is better";
    LOWER: "thấp hơn là tốt hơn", "lower is better";
    COVERAGE: "{0}/{1} tỉnh, thành có số", "{0} of {1} provinces have a figure";
    COVERAGE_VALUES: "{0} có điểm", "{0} with a score";
    NATION_LINE: "cả nước {0} (công bố)", "Viet Nam {0} (as published)";
    MEAN_LINE: "trung bình cộng {1} (tính từ bảng đầy đủ {0} tỉnh, thành)", "mean {1} (computed from the complete table of {0} provinces)";
    NATION_CONFLICT: "Cả nước: các nguồn nêu số khác nhau.", "Viet Nam: sources give different figures.";
    FILTER_NAME: "Tên tỉnh, thành", "Province name";
    ALL_REGIONS: "Cả nước", "All regions";
    SHOW: "Xem", "Show";
    BASIS: "Đơn vị", "Units";
    BASIS_63: "63 tỉnh, thành (đến 30/6/2025)", "63 provinces (to 30 June 2025)";
    BASIS_34: "34 tỉnh, thành (từ 1/7/2025)", "34 provinces (since 1 July 2025)";
    SHOWN: "Hiện {0}/{1} dòng.", "{0} of {1} rows shown.";
    NO_ROWS: "Không có tỉnh, thành nào khớp bộ lọc.", "No province matches the filter.";
    CLEAR: "Bỏ lọc", "Clear the filter";
    ALL_COLUMNS: "Hiện đủ cột", "Show all columns";
    SORT_BY: "Sắp xếp theo {0}", "Sort by {0}";
    HIGHLIGHTED: "đang theo dõi", "followed";
    FOLLOW: "Đánh dấu", "Mark";
    FOLLOW_NONE: "Không", "None";
    CONFLICTS: "Nguồn không thống nhất ({0})", "Sources disagree ({0})";
    CONFLICTS_LEAD: "Các nguồn nêu số khác nhau. Thước Đo không chọn thay: số gây mâu thuẫn không được dùng để tính hạng, thay đổi hay vẽ biểu đồ, trừ khi người phụ trách số liệu đã chọn một nguồn và nêu lý do.", "The sources give different figures. Thước Đo does not choose: a disputed figure enters no computed rank, change or chart, unless those in charge of the figures chose a source and said why.";
    CLAIM_CHOSEN: "{0} (được chọn: {1})", "{0} (chosen: {1})";
    DISPUTED_CHIP: "nguồn khác nhau", "sources differ";
    CONTRADICTED: "Hạng và điểm không khớp ({0})", "Rank and score do not fit ({0})";
    CONTRADICTED_LEAD: "Hạng và điểm của các tỉnh, thành này đều như nguồn nêu, nhưng thứ tự theo điểm khác thứ tự theo hạng: ít nhất một con số trong các nguồn không đúng.", "Rank and score of these provinces are as the sources give them, but their order by score differs from their order by rank: at least one of the published numbers is wrong.";
    CONFLICT_CELL: "{0} nguồn khác nhau", "{0} sources differ";
    SOURCES_HERE: "Nguồn của bảng này", "Sources of this table";
    CHART_BUMP: "Thứ hạng qua các năm", "Ranks over the years";
    CHART_BARS: "Điểm", "Scores";
    CHART_BARS_COUNT: "Số lượng", "Counts";
    CHART_SLOPE: "So với năm trước", "Compared with the year before";
    CHART_TABLE: "Số liệu của biểu đồ", "Figures of this chart";
    CHARTS: "Biểu đồ", "Chart";
    BUMP_SUBTITLE: "Hạng {0}, {1}–{2}; các tỉnh, thành khác màu xám", "Rank in {0}, {1}–{2}; other provinces in grey";
    BREAKS_NOTE: "vạch đứt: hai bên không so sánh được", "dashed: not comparable across";
    SLOPE_SUBTITLE: "{0}, {1} và {2}", "{0}, {1} and {2}";
    BARS_SUBTITLE: "{0}, năm {1}", "{0}, {1}";
    NOT_DRAWN: "không vẽ: {0} (nguồn khác nhau)", "not drawn: {0} (sources differ)";
    CHART_SOURCE: "Nguồn: {0}. Thước Đo, bản dữ liệu số {1}.", "Source: {0}. Thước Đo, data edition {1}.";
    MEAN: "Trung bình {0}", "Mean {0}";
    NATION_REF: "Cả nước {0}", "Viet Nam {0}";
    BUMP_TEXT: "Biểu đồ thứ hạng từ {0} đến {1} của {2} tỉnh, thành, hạng 1 ở trên. {3}", "Ranks from {0} to {1} of {2} provinces, rank 1 on top. {3}";
    BARS_TEXT: "Biểu đồ thanh của {0} tỉnh, thành. {1}", "Bars of {0} provinces. {1}";
    SLOPE_TEXT: "Biểu đồ dốc giữa {0} và {1} của {2} tỉnh, thành. {3}", "Lines between {0} and {1} of {2} provinces. {3}";
    LINES_TEXT: "Biểu đồ đường từ {0} đến {1}. {2}", "Lines from {0} to {1}. {2}";
    PARTS_TEXT: "Biểu đồ thanh của {0} thành phần. {1}", "Bars of {0} components. {1}";

    // The province page.
    PROVINCE_CITY: "Thành phố trực thuộc trung ương", "City under the central government";
    PROVINCE_KIND: "Tỉnh", "Province";
    CODE: "Mã thống kê {0}", "Statistics code {0}";
    FORMED: "Thành lập ngày {0}, từ:", "Formed on {0} from:";
    ENDED: "Đến hết ngày {0}; nay thuộc", "Until {0}; now part of";
    EARLIER_NAME: "Đến {0} mang tên {1}.", "Until {0} named {1}.";
    FORMER: "cũ", "former";
    SEE_PARTS: "Số liệu trước ngày 1/7/2025 thuộc về các đơn vị cũ; không có điểm chính thức nào của đơn vị mới trước ngày đó.", "Figures before 1 July 2025 belong to the former units; no official score of the new unit exists before that day.";
    STANDING: "Vị trí hiện tại", "Where it stands";
    STRONG: "Ba thành phần mạnh nhất", "Three strongest components";
    WEAK: "Ba thành phần yếu nhất", "Three weakest components";
    BY_RANK: "xếp theo hạng của tỉnh, thành trong từng thành phần (tính từ bảng đầy đủ)", "by the province's rank in each component (computed from the complete table)";
    BY_SHARE: "xếp theo tỷ lệ so với điểm tối đa", "by the share of the maximum";
    HISTORY: "Qua các năm", "Over the years";
    COMPONENTS_OF: "Thành phần năm {0}", "Components in {0}";
    AVERAGE_MARK: "Trung bình các tỉnh, thành", "Mean of provinces";
    BEST_MARK: "Cao nhất", "Highest";
    NO_FIGURES_PROVINCE: "Chưa có số liệu nào của đơn vị này trong bản dữ liệu.", "This edition holds no figure of this unit.";
    AS_OF: "Thời điểm", "As of";
    PLACE: "hạng {0} về {1}", "{0} in {1}";
    PLACE_GROUP: "nhóm {0} về {1}", "{0} group in {1}";
    ALL_YEARS: "Số liệu qua các năm ({0})", "Figures over the years ({0})";
    FOR_MEETINGS: "Dùng cho cuộc họp", "For meetings";
    NO_INDICATORS: "Chưa có số: {0}.", "No figures: {0}.";

    // Lists.
    PROVINCES_NOW: "34 tỉnh, thành phố từ 1/7/2025", "34 provinces since 1 July 2025";
    PROVINCES_BEFORE: "63 tỉnh, thành phố đến 30/6/2025", "63 provinces to 30 June 2025";
    PROVINCES_FORMER: "Trước đó", "Before";
    PROVINCES_LEAD: "Ngày 1/7/2025, 63 tỉnh, thành được sắp xếp thành 34: 23 đơn vị mới, 11 đơn vị giữ nguyên. Số liệu cũ giữ nguyên theo đơn vị cũ.", "On 1 July 2025 the 63 provinces became 34: 23 were formed, 11 stayed as they were. Earlier figures stay with the earlier units.";
    FORMED_FROM: "từ {0}", "from {0}";
    UNCHANGED: "giữ nguyên", "unchanged";
    NOW: "nay là {0}", "now {0}";

    // The overview.
    OVERVIEW_TITLE: "Các chỉ số cải cách hành chính cấp tỉnh", "Administrative-reform indicators of the provinces";
    OVERVIEW_LEAD: "Số mới nhất đã công bố của từng chỉ số, kèm nguồn; những gì chưa biết được nói rõ.", "The newest published figures of each indicator, with sources; unknowns are stated.";
    NOT_KNOWN: "Chưa biết", "Not known";
    NEWS: "Có gì mới trong dữ liệu", "What is new in the data";
    NEWS_EDITION: "Bản số {0} ({1}): {2}. {3} dòng số liệu từ {4} nguồn, {5} chỗ nguồn không thống nhất.", "Edition {0} ({1}): {2}. {3} rows of figures from {4} sources, {5} places where sources disagree.";
    NEWS_YEAR: "Số liệu năm {0}: {1}.", "Figures for {0}: {1}.";
    NO_RANKING: "không xếp hạng", "no ranking";
    SEE_RANKING: "Xem bảng {0} {1}", "See {0} {1}";

    // The indicator page.
    MEASURES: "Nội dung đo lường", "What it measures";
    PUBLISHER: "Cơ quan công bố", "Publisher";
    UNIT_SCALE: "Đơn vị, thang điểm", "Unit and scale";
    METHODS: "Phương pháp theo năm", "Method by year";
    METHOD: "Phương pháp", "Method";
    COMPARABILITY: "So sánh được hay không", "Which years may be compared";
    COMPARABILITY_LEAD: "Giữa hai năm cùng phương pháp thì so sánh được. Khi phương pháp đổi, chênh lệch không phải là tiến bộ hay thụt lùi.", "Years under one method may be compared. Across a change of method a difference is neither progress nor decline.";
    PAIR: "Cặp năm", "Pair of years";
    VERDICT: "Kết luận", "Verdict";
    REASON: "Lý do", "Reason";
    COVERAGE_BY_YEAR: "Phủ số liệu theo năm", "Coverage by year";
    WITH_FIGURE: "Có số", "With a figure";
    WITH_SCORE: "Có điểm", "With a score";
    WITH_RANK: "Có hạng", "With a rank";
    COMPONENTS: "Thành phần", "Components";
    MAXIMUM: "Điểm tối đa", "Maximum";
    YEARS: "Năm", "Years";
    BANDS: "Xếp loại", "Bands";
    BANDS_LEAD: "Cùng một chữ có thể là ngưỡng khác nhau giữa các năm.", "The same letter may mean a different cut-off in different years.";
    LICENCE: "Sử dụng lại", "Reuse";
    CITATION: "Trích dẫn", "Citation";
    BLOCK: "khối điểm, không phải lĩnh vực", "block of points, not a domain";
    DECISION_WORD: "Quyết định", "Decision";
    INDICATORS_LEAD: "Mỗi chỉ số có cơ quan công bố, phương pháp theo năm và bảng so sánh riêng.", "Each indicator has its publisher, its methods by year and its own table of comparability.";
    UP_TO: "đến {0}", "to {0}";
    AND_LATER: "{0} trở đi", "{0} onwards";

    // Sources.
    SOURCES_LEAD: "{0} nguồn của {1} dòng số liệu trong bản dữ liệu này. Bấm vào tên để mở trang gốc (ra ngoài trang này).", "{0} sources of the {1} rows in this edition. A title opens the original page, outside this site.";
    KIND_PUBLISHER: "Cơ quan công bố chỉ số", "Publishers of the indicators";
    KIND_GOVERNMENT: "Cơ quan nhà nước", "Public authorities";
    KIND_PRESS: "Báo chí", "Press";
    KIND_COPY: "Bản chép số liệu của bên thứ ba", "Third-party copies of published figures";
    USED: "{0} số", "figures: {0}";
    NOT_USED: "chỉ có trong các dòng không đưa vào", "only among the rows left out";
    LEFT_OUT: "Những dòng không đưa vào ({0})", "Rows left out ({0})";
    LEFT_OUT_ALIKE: "{0} dòng", "{0} rows";
    LEFT_OUT_LEAD: "Các dòng dưới đây đã được đọc nhưng không nói cùng một điều với danh mục chỉ số, nên không được tính là số liệu.", "These rows were read but do not state what the catalogue means, so they are not among the figures.";
    AS_FOUND: "Nguyên văn", "As found";
    NO_ADDRESS: "không có địa chỉ", "no address";

    // Search.
    SEARCH_TITLE: "Tìm kiếm", "Search";
    SEARCH_RESULTS: "{0} kết quả cho “{1}”", "{0} results for “{1}”";
    SEARCH_NONE: "Không tìm thấy gì cho “{0}”. Thử tên khác, có hoặc không dấu; hoặc xem danh sách tỉnh, thành.", "Nothing was found for “{0}”. Try another name, with or without diacritics, or see the list of provinces.";
    SEARCH_EMPTY: "Gõ tên tỉnh, thành hoặc chỉ số, có hoặc không dấu.", "Type the name of a province or an indicator, with or without diacritics.";

    // Errors.
    NOT_FOUND: "Không có trang này", "There is no such page";
    NOT_FOUND_TEXT: "Địa chỉ “{0}” không dẫn tới trang nào. Có thể địa chỉ đã gõ sai hoặc năm đó không có số liệu.", "The address “{0}” leads to no page. It may be mistyped, or that year has no figures.";
    NO_EDITION: "Không có bản dữ liệu số {0}; bản mới nhất là số {1}.", "There is no data edition {0}; the latest is {1}.";
    NO_YEAR: "{0} không có số liệu năm {1}. Các năm có số: {2}.", "{0} has no figures for {1}. Years with figures: {2}.";
    BAD_REQUEST: "Địa chỉ có chỗ chưa đúng", "Something in the address is not right";
    BAD_PARAMETER: "“{0}={1}”: cần {2}.", "“{0}={1}”: expected {2}.";
    EXPECT_ONE_OF: "một trong: {0}", "one of: {0}";
    EXPECT_EDITION: "số của một bản dữ liệu, ví dụ 1", "the number of a data edition, such as 1";
    EXPECT_REGION: "tên vùng trong danh sách chọn", "a region of the list";
    EXPECT_COMPONENT: "một thành phần của chỉ số", "a component of the indicator";
    EXPECT_PROVINCE: "tên tỉnh, thành trong địa chỉ, ví dụ nghe-an (tối đa năm, cách nhau bằng dấu phẩy)", "a province as in addresses, such as nghe-an (five at most, separated by commas)";
    EXPECT_SHORT: "tối đa {0} ký tự", "{0} characters at most";
    EXPECT_YEAR: "một năm có số liệu", "a year with figures";
    EXPECT_INDICATOR: "một chỉ số trong danh mục", "an indicator of the catalogue";
    WAYS_OUT: "Có thể đi tiếp từ đây", "Ways on from here";
}

/// Vietnamese ordinal after "năm thứ", English with "for the … year".
pub(crate) fn ordinal(lang: Lang, n: u16) -> String {
    const VI: [&str; 11] = [
        "không", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười",
    ];
    const EN: [&str; 11] = [
        "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ];
    let words = match lang {
        Lang::Vi => VI,
        Lang::En => EN,
    };
    words.get(usize::from(n)).map_or_else(
        || match lang {
            Lang::Vi => n.to_string(),
            Lang::En => format!("{n}{}", english_suffix(n)),
        },
        |word| (*word).to_owned(),
    )
}

/// What follows the digits of an English ordinal number: 21st, 112th.
const fn english_suffix(n: u16) -> &'static str {
    match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    #[test]
    fn what_is_filled_in_is_not_filled_again() {
        let bad = |name, found| BAD_PARAMETER.fill(Lang::En, &[name, found, "a year"]);
        assert_eq!(bad("year", "{2}"), "“year={2}”: expected a year.");
        assert_eq!(bad("{1}", "{0}"), "“{1}={0}”: expected a year.");
        assert_eq!(bad("year", "{"), "“year={”: expected a year.");
        assert_eq!(Msg::new("a", "{0} {7} {x} {").fill(Lang::En, &["1"]), "1 {7} {x} {");
    }

    #[test]
    fn ordinal_numbers_are_written_as_they_are_read() {
        let numbers = [1, 4, 10, 11, 12, 13, 21, 22, 23, 24, 101, 111, 112, 121];
        let english: Vec<String> = numbers.map(|n| ordinal(Lang::En, n)).to_vec();
        let expected = [
            "first", "fourth", "tenth", "11th", "12th", "13th", "21st", "22nd", "23rd", "24th", "101st", "111th",
            "112th", "121st",
        ];
        assert_eq!(english, expected);
        let vietnamese = [1, 4, 5, 11].map(|n| ordinal(Lang::Vi, n));
        assert_eq!(vietnamese, ["nhất", "tư", "năm", "11"]);
    }

    /// Both languages say something, with the same blanks, in NFC.
    pub(crate) fn check(all: &[(&str, Msg)]) {
        for (name, msg) in all {
            assert!(!msg.vi.is_empty() && !msg.en.is_empty(), "{name}");
            for i in 0..6 {
                let blank = format!("{{{i}}}");
                let optional = matches!(*name, "NOT_COMPARABLE_PLACES");
                assert!(
                    optional || msg.vi.contains(&blank) == msg.en.contains(&blank),
                    "{name} {blank}"
                );
            }
            assert_eq!(domain::tidy(msg.vi), msg.vi, "{name} is not in NFC");
        }
    }

    #[test]
    fn both_languages_say_everything_with_the_same_blanks() {
        check(ALL);
    }
}
