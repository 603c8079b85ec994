//! Messages of old figures on today's provinces.

use crate::messages::messages;

messages! {
    // The choice of units.
    BASIS_REBASED: "Số liệu cũ xếp theo 34 tỉnh, thành hiện nay", "Old figures on today’s 34 provinces";

    // Titles: the finding.
    WIDEST: "{0}: điểm các đơn vị cũ cách nhau nhiều nhất, từ {1} đến {2}", "{0}: scores of its former units lie furthest apart, {1} to {2}";
    RANGE_OF: "{0}: điểm các đơn vị cũ từ {1} đến {2}", "{0}: scores of its former units from {1} to {2}";
    SUM_OF: "{0}: tổng {1}", "{0}: {1} in all";
    SUMS: "{0} {1}: cộng đủ cho {2}/{3} tỉnh, thành mới", "{0} {1}: sums for {2} of {3} new provinces";
    COVERAGE_TITLE: "{0} {1}: có số của {2}/{3} đơn vị cũ", "{0} {1}: figures of {2} of {3} former units";

    // What the page says.
    LEAD: "Số công bố theo các đơn vị cũ, xếp theo 34 tỉnh, thành từ 1/7/2025", "Figures as published for the former units, arranged by the 34 provinces since 1 July 2025";
    COVERAGE: "{0}/{1} tỉnh, thành hiện nay; {2}/{3} đơn vị cũ có số", "{0} of {1} provinces of today; {2} of {3} former units have a figure";
    NO_SCORE: "Trước 1/7/2025 không có điểm nào của các tỉnh, thành mới.", "No score exists for the new provinces before 1 July 2025.";
    NO_SCORE_HOW: "Điểm của các đơn vị cũ đứng cạnh nhau, kèm mức thấp nhất và cao nhất: không cộng, không lấy trung bình, không xếp hạng lại. Hạng ghi ở đây là hạng của đơn vị cũ.", "The scores of the former units stand side by side, with the lowest and the highest: they are not added, averaged or ranked anew. A rank given here is the former unit’s own.";
    SUM_HOW: "Số của tỉnh, thành mới là tổng các đơn vị cũ, chỉ khi có đủ mọi đơn vị ở cùng một thời điểm. Không xếp hạng.", "The figure of a new province is the sum of its former units, only where all of them have one at the same moment. Nothing is ranked.";
    MIXED: "Các số ghi ở những thời điểm khác nhau trong năm.", "The figures describe different moments of the year.";
    BORDERS_2008: "Ngày 1/8/2008, theo Nghị quyết 15/2008/QH12, Hà Nội nhận Hà Tây, huyện Mê Linh của Vĩnh Phúc và bốn xã của Hòa Bình; số liệu cũ không tách riêng phần của Mê Linh và bốn xã.", "On 1 August 2008, by Resolution 15/2008/QH12, Hanoi took in Ha Tay, the district of Me Linh from Vinh Phuc and four communes of Hoa Binh; the old figures do not set apart Me Linh and the communes.";
    TABLE: "Bảng theo 34 tỉnh, thành", "Table by the 34 provinces";
    CAPTION: "{0} {1}: số liệu của các đơn vị cũ, xếp theo 34 tỉnh, thành hiện nay", "{0} {1}: figures of the former units by today’s 34 provinces";
    TODAY: "Tỉnh, thành hiện nay", "Province of today";
    OLD_UNIT: "Đơn vị cũ", "Former unit";
    RANK_OLD: "Hạng của đơn vị cũ", "Former unit’s rank";
    UNCHANGED: "giữ nguyên", "unchanged";
    RANGE: "từ {0} đến {1}", "{0} to {1}";
    KNOWN: "{0}/{1} đơn vị cũ có điểm", "{0} of {1} former units with a score";
    NO_RANGE_MOMENTS: "khác thời điểm, không so với nhau", "different moments, not compared";
    NOTHING: "không có số", "no figure";
    SUM: "tổng {0}", "sum {0}";
    SUM_AT: "tổng {0} ({1})", "sum {0} ({1})";
    NOT_SUMMED: "không cộng được: {0}", "not added up: {0}";
    WHY_MISSING: "thiếu số của {0}", "no figure of {0}";
    WHY_DISPUTED: "các nguồn không thống nhất về {0}", "sources disagree on {0}";
    WHY_MOMENTS: "số ở những thời điểm khác nhau", "the figures are of different moments";
    WHY_OF: "không rõ tổng số đơn vị của {0}", "the total number of units of {0} is not known";
    ORDER: "Thứ tự", "Order";
    BY_NAME: "Theo tên", "By name";
    BY_REGION: "Theo vùng", "By region";
    NO_ROWS: "Không có tỉnh, thành nào trong vùng này.", "No province in this region.";
    BACK: "Xem bảng theo các đơn vị cũ", "See the table of the former units";

    // Indications.
    INDICATIVE: "Chỉ báo theo dân số (không phải điểm công bố)", "Indication weighted by population (not a published score)";
    INDICATIVE_CELL: "chỉ báo theo dân số: {0}", "indication by population: {0}";
    INDICATIVE_NOTE: "“Chỉ báo theo dân số” là trung bình điểm của các đơn vị cũ, tính theo dân số cùng năm. Không cơ quan nào công bố số này; nó không được xếp hạng, không so với điểm công bố. Nguồn dân số: {0}.", "An “indication by population” is the mean of the former units’ scores, weighted by their population of the same year. Nobody published it; it is not ranked and not compared with published scores. Source of the population: {0}.";

    // The chart.
    NAMESAKE: "Đơn vị cũ cùng tên", "Former unit of the same name";
    SECOND: "Đơn vị cũ thứ hai", "Second former unit";
    THIRD: "Đơn vị cũ thứ ba", "Third former unit";
    NEXT: "Đơn vị cũ thứ {0}", "Former unit {0}";
    STAYED: "Đơn vị giữ nguyên", "Unchanged unit";
    CHART_TEXT: "Mỗi dòng là một tỉnh, thành hiện nay, mỗi dấu là một đơn vị cũ; {0} dòng. {1}", "Each row is a province of today, each mark a former unit; {0} rows. {1}";
    BARS_TEXT: "Biểu đồ thanh của {0} tỉnh, thành hiện nay, không xếp hạng. {1}", "Bars of {0} provinces of today, not ranked. {1}";
    SUBTITLE: "{0}, năm {1}, theo 34 tỉnh, thành hiện nay", "{0}, {1}, by today’s 34 provinces";

    // The page of a province formed by the merger.
    CHART: "Biểu đồ", "Chart";
    BEFORE: "Trước 1/7/2025: số liệu của các đơn vị cũ", "Before 1 July 2025: figures of the former units";
    BEFORE_LEAD: "{0} được thành lập ngày {1}. Dưới đây là số liệu của {2}, mỗi đơn vị một cột; không có điểm nào của {0} trước ngày đó.", "{0} was formed on {1}. Below are the figures of {2}, a column each; {0} has no score of its own before that day.";
    BEFORE_OF: "{0}: các đơn vị cũ", "{0}: former units";
    BEFORE_TITLE: "{0} của các đơn vị cũ: {1} ({2})", "{0} of the former units: {1} ({2})";
    BEFORE_TABLE_TITLE: "{0}: số liệu của các đơn vị cũ của {1}", "{0}: figures of the former units of {1}";
    BEFORE_SUBTITLE: "{0}: các đơn vị nay thuộc {1}, {2}–{3}", "{0}: units now part of {1}, {2} to {3}";
    BEFORE_TEXT: "Biểu đồ đường từ {0} đến {1}, mỗi đơn vị cũ một đường. {2}", "Lines from {0} to {1}, one a former unit. {2}";
    BEFORE_CAPTION: "{0}: điểm và hạng của từng đơn vị cũ qua các năm", "{0}: score and rank of each former unit over the years";
    COUNTS_CAPTION: "{0}: số của từng đơn vị cũ và tổng", "{0}: figures of each former unit, and their sum";
    SPREAD: "Thấp nhất – cao nhất", "Lowest to highest";
    TOTAL: "Tổng", "Sum";
    SEE_BEFORE: "Xem số liệu của các đơn vị cũ", "See the figures of the former units";
    REBASED_LINK: "Xem số liệu cũ của cả 34 tỉnh, thành", "See the old figures of all 34 provinces";
    JOINED: "Ngày {0}, {1} nhập vào đây. Số liệu cũ của {1} ở trang riêng:", "On {0} {1} became part of it. The old figures of {1} are on a page of their own:";

    // Tables.
    COL_TODAY: "Tỉnh, thành hiện nay", "Province of today";
    COL_OLD: "Đơn vị cũ", "Former unit";
    COL_SUM: "Tổng ({0})", "Sum ({0})";
    COL_SUM_OF: "Trên tổng số", "Out of";
    COL_PARTS: "Các phần", "Parts";
    COL_INDICATIVE: "Chỉ báo theo dân số, không phải điểm công bố", "Indication by population, not a published score";
    README_HOW: "Cách trình bày", "How it is presented";

    // Search and lists.
    CODE_SHORT: "mã {0}", "code {0}";
    SINCE: "từ {0}", "since {0}";
    UNTIL: "đến {0}", "to {0}";
    NOW_IS: "nay là", "now";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_everything_with_the_same_blanks() {
        crate::messages::tests::check(super::ALL);
    }
}
