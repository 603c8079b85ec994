//! Messages of trends, of figures beside the country's, and of provinces alike in their figures.

use crate::messages::messages;

messages! {
    TREND: "Xu hướng", "Trend";
    RISING: "tăng trong năm năm {0}-{1}", "rising over the five years {0} to {1}";
    FALLING: "giảm trong năm năm {0}-{1}", "falling over the five years {0} to {1}";
    CLIMBING: "tăng hạng trong năm năm {0}-{1}", "gaining places over the five years {0} to {1}";
    SINKING: "giảm hạng trong năm năm {0}-{1}", "losing places over the five years {0} to {1}";
    NO_CLEAR_DIRECTION: "không rõ chiều trong năm năm {0}-{1}", "no clear direction over the five years {0} to {1}";
    IS_BETTER: "tốt hơn", "better";
    IS_WORSE: "kém hơn", "worse";
    TREND_RULE: "Kiểm định Mann-Kendall trên năm năm so sánh được: S = {0}; rõ chiều từ 8 trở lên.", "Mann-Kendall test over five comparable years: S = {0}; a direction is clear from 8.";
    CANNOT_SAY: "Chưa nói được xu hướng năm năm: {0}.", "No trend over five years can be said: {0}.";
    CANNOT_SAY_OF: "{0} ({1})", "{0} ({1})";
    BEGINS: "mới có số từ năm {0}", "figures begin in {0}";
    NO_TABLE: "chưa có bảng năm {0}", "no table of {0}";
    NO_FIGURE: "chưa có số năm {0}", "no figure of {0}";
    UNCERTAIN: "số năm {0} còn khác nhau hoặc ước chừng", "the figure of {0} is disputed or inexact";
    MOMENTS: "số năm {0} ở các thời điểm khác nhau", "figures of {0} are of different moments";
    BREAK: "{0} ≠ {1}", "{0} ≠ {1}";
    OTHER_ORIGIN: "hạng năm {0} và {1}: một năm do nguồn công bố, một năm tính", "of the ranks of {0} and {1} one is published, the other computed";

    COUNTRY: "So với cả nước", "Beside the country";
    BETTER: "tốt hơn", "better";
    SIMILAR_TO: "tương đương", "similar";
    WORSE: "kém hơn", "worse";
    HIGHER: "cao hơn", "higher";
    LOWER: "thấp hơn", "lower";
    BEST_QUARTER: "trong một phần tư tốt nhất", "in the best quarter";
    SECOND: "trong một phần tư thứ hai", "in the second quarter";
    THIRD: "trong một phần tư thứ ba", "in the third quarter";
    WORST_QUARTER: "trong một phần tư kém nhất", "in the worst quarter";
    HIGHEST: "trong một phần tư cao nhất", "in the highest quarter";
    LOWEST: "trong một phần tư thấp nhất", "in the lowest quarter";
    AGAINST_NATIONAL: "khoảng tin cậy 95% đã công bố, so với {0} của cả nước", "published 95 % interval, against the national {0}";
    AGAINST_MEAN: "khoảng tin cậy 95% đã công bố, so với trung bình {0} (tính)", "published 95 % interval, against the mean {0} (computed)";
    AGAINST_RANK: "theo hạng đã công bố của {0} tỉnh, thành", "by the published rank among {0}";
    AGAINST_ALL: "theo giá trị của {0} tỉnh, thành", "by the values of {0} provinces";
    AGAINST_SOME: "theo giá trị của {0}/{1} tỉnh, thành", "by the values of {0} of {1} provinces";
    DISPUTED: "chưa so được: các nguồn nêu số khác nhau", "not compared: sources disagree";
    INEXACT: "chưa so được: nguồn nêu số ước chừng", "not compared: the source is inexact";
    OF_MOMENTS: "chưa so được: số ở các thời điểm khác nhau", "not compared: figures of different moments";
    UNEQUAL: "không so: tổng số của mỗi tỉnh, thành khác nhau", "not compared: totals differ between provinces";
    EQUAL: "không so: quá nhiều tỉnh, thành có cùng giá trị", "not compared: too many equal values";
    TOO_FEW: "chưa so được: mới có số của {0}/{1} tỉnh, thành", "not compared: figures of {0} of {1} provinces only";

    ALIKE: "Địa phương có số liệu tương đồng", "Provinces with similar figures";
    ALIKE_WHY: "Vì sao tương đồng", "Why they are alike";
    ALIKE_BY: "Gần nhất theo {0} nội dung của {1} {2}, mỗi nội dung được chuẩn hoá và tính như nhau; đây không phải xếp hạng.", "Nearest by the {0} components of {1} {2}, each standardised and of equal weight; this is no ranking.";
    ALIKE_BY_HEADLINES: "Gần nhất theo {0}, mỗi chỉ số được chuẩn hoá và tính như nhau; đây không phải xếp hạng.", "Nearest by {0}, each standardised and of equal weight; this is no ranking.";
    ALIKE_IN: "giống ở {0}", "alike in {0}";
    UNLIKE_IN: "khác ở {0}", "unlike in {0}";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_everything_with_the_same_blanks() {
        crate::messages::tests::check(super::ALL);
    }
}
