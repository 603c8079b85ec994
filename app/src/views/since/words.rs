//! Messages of changes over several years.

use crate::messages::messages;

messages! {
    SINCE: "Thay đổi qua nhiều năm", "Change over several years";
    SINCE_LEAD: "{0}, thay đổi từ {1} đến {2} ({3} năm)", "{0}, change from {1} to {2} ({3} years)";
    SINCE_COVERAGE: "{0}/{1} tỉnh, thành so sánh được giữa hai năm", "{0} of {1} provinces can be compared between the two years";
    SINCE_RANKING: "Bảng {0} năm {1}", "{0}, {1}";
    SINCE_CHOICES: "Khoảng thời gian", "Stretch of time";
    SINCE_YEARS: "{0} năm (từ {1})", "{0} years (since {1})";
    SINCE_ONE: "1 năm (từ {0})", "1 year (since {0})";
    SINCE_LONGEST: "Khoảng dài nhất so sánh được: {0}–{1}", "The longest stretch that can be compared: {0} to {1}";
    SINCE_LINK: "Thay đổi qua 3, 5, 10 năm", "Change over 3, 5, 10 years";
    SINCE_SLIDER: "Năm cuối", "Last year";

    // Titles.
    ROSE: "{0} tăng nhiều nhất trong {1} năm: {2}", "{0} rose most in {1} years: {2}";
    FELL: "{0} giảm nhiều nhất trong {1} năm: {2}", "{0} fell most in {1} years: {2}";
    ROSE_TOGETHER: "{0} cùng tăng nhiều nhất trong {1} năm: {2}", "{0} together rose most in {1} years: {2}";
    FELL_TOGETHER: "{0} cùng giảm nhiều nhất trong {1} năm: {2}", "{0} together fell most in {1} years: {2}";
    OWN_AND_ROSE: "{0} {1} trong {2} năm; tăng nhiều nhất: {3} {4}", "{0} {1} in {2} years; rose most: {3} {4}";
    OWN_AND_FELL: "{0} {1} trong {2} năm; giảm nhiều nhất: {3} {4}", "{0} {1} in {2} years; fell most: {3} {4}";
    NONE_ROSE: "Không tỉnh, thành nào tăng trong {0} năm, {1}–{2}", "No province rose in {0} years, {1} to {2}";
    NONE_FELL: "Không tỉnh, thành nào giảm trong {0} năm, {1}–{2}", "No province fell in {0} years, {1} to {2}";
    FEW: "Chỉ {0}/{1} tỉnh, thành so sánh được giữa {2} và {3}", "Only {0} of {1} provinces can be compared between {2} and {3}";
    NOT_COMPARABLE: "{0}: năm {1} và năm {2} không so sánh được", "{0}: {1} and {2} cannot be compared";
    NO_BASE: "{0}: không có số liệu năm {1}", "{0}: there are no figures for {1}";
    WITH_UNIT: "{0} {1}", "{0} {1}";
    PERCENT_POINTS: "điểm phần trăm", "percentage points";

    // The verdict.
    BREAK_AT: "{0} → {1}: {2}", "{0} → {1}: {2}";
    NO_STRETCH: "Không có khoảng nào khác so sánh được.", "No other stretch can be compared.";
    ORDER_WHY: "Thứ tự theo mức thay đổi chỉ đánh khi mọi tỉnh, thành đều có số ở cả hai năm.", "The order by change is numbered only where every province has a figure in both years.";

    // The table and the chart.
    TABLE: "Bảng thay đổi", "Table of changes";
    CAPTION: "{0}: giá trị, hạng và thay đổi từ {1} đến {2}", "{0}: values, ranks and change from {1} to {2}";
    ORDER: "Thứ tự", "Order";
    OF_YEAR: "{0} {1}", "{0} {1}";
    CHART_SUBTITLE: "{0}, {1} và {2}, xếp theo mức thay đổi", "{0}, {1} and {2}, ordered by change";
    CHART_TEXT: "Mũi tên từ giá trị năm {0} đến giá trị năm {1} của {2} tỉnh, thành. {3}", "Arrows from the value of {0} to that of {1} for {2} provinces. {3}";
    CHART_FIRST: "Thay đổi nhiều nhất: {0}", "Changed most: {0}";
    COL_THEN: "Giá trị năm {0}", "Value in {0}";
    COL_RANK_THEN: "Hạng năm {0}", "Rank in {0}";
    COL_ORDER: "Thứ tự theo mức thay đổi", "Order by change";

    // Playing a bump chart.
    PLAY: "Chạy qua các năm", "Play the years";
    PLAY_PAUSE: "Dừng", "Pause";
    PLAY_STEP: "Năm tiếp theo", "Next year";
    PLAY_AGAIN: "Chạy lại từ đầu", "From the beginning";

    EXPECT_YEARS: "số năm từ 1 đến {0}, ví dụ 3, 5 hoặc 10", "a number of years from 1 to {0}, such as 3, 5 or 10";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_everything_with_the_same_blanks() {
        crate::messages::tests::check(super::ALL);
    }
}
