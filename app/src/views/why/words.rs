//! What is said of a change and of a place.

use crate::messages::messages;

messages! {
    // Titles: the finding.
    TITLE_UP: "{0}: {1} năm {3} tăng {4} điểm so với năm {2}, nhiều nhất nhờ “{5}” ({6})", "{0}: {1} up {4} points from {2} to {3}, above all through “{5}” ({6})";
    TITLE_DOWN: "{0}: {1} năm {3} giảm {4} điểm so với năm {2}, nhiều nhất ở “{5}” ({6})", "{0}: {1} down {4} points from {2} to {3}, above all in “{5}” ({6})";
    TITLE_UP_BARE: "{0}: {1} năm {3} tăng {4} điểm so với năm {2}", "{0}: {1} up {4} points from {2} to {3}";
    TITLE_DOWN_BARE: "{0}: {1} năm {3} giảm {4} điểm so với năm {2}", "{0}: {1} down {4} points from {2} to {3}";
    TITLE_SAME: "{0}: {1} năm {3} sau khi làm tròn bằng năm {2}", "{0}: rounded, {1} of {3} is that of {2}";
    TITLE_REFUSED: "{0}: không tách được thay đổi {1} từ {2} đến {3}", "{0}: the change in {1} from {2} to {3} cannot be taken apart";
    TITLE_ALONE: "{0}: {1} năm {2}", "{0}: {1} of {2}";
    TITLE_NOTHING: "{0}: chưa có số liệu {1} để giải thích", "{0}: no figures of {1} to explain";
    NOTHING: "Các nguồn đã đọc không có điểm tổng {0} của {1}.", "The sources read have no total of {0} for {1}.";
    DESCRIPTION: "{0}. Từng thành phần, ai vượt ai, mức điểm cần đạt để tăng hạng, mức độ ổn định của thứ hạng.", "{0}. Component by component, who passed whom, what more would take, how firm the place is.";
    SUBTITLE: "{0}: {1}, {2}–{3}", "{0}: {1}, {2} to {3}";

    // The choice of years.
    FROM: "So với năm", "Compared with";
    NEWER: "Có số liệu mới hơn (năm {0}), nhưng thay đổi đến năm đó không tách được.", "There are newer figures ({0}), but the change up to them cannot be taken apart.";
    SEE_NEWER: "Xem năm {0}", "Look at {0}";

    // Totals and ranks.
    BETWEEN: "Từ {0} đến {1}", "From {0} to {1}";
    TOTALS: "Điểm tổng: {0} năm {1}, {2} năm {3}: {4} điểm.", "Total: {0} in {1}, {2} in {3}: {4} points.";
    RANKS_PUBLISHED: "Hạng nguồn công bố: {0} năm {1}, {2} năm {3}: {4}.", "Published rank: {0} in {1}, {2} in {3}: {4}.";
    RANKS_COMPUTED: "Hạng do Thước Đo tính từ bảng đầy đủ: {0} năm {1}, {2} năm {3}: {4}.", "Rank computed by Thước Đo from the complete table: {0} in {1}, {2} in {3}: {4}.";
    RANKS_APART: "Hạng hai năm không so sánh được: {0} năm {1}, {2} năm {3}.", "The ranks of the two years do not compare: {0} in {1}, {2} in {3}.";
    STANDS: "Năm {0}: {1} điểm, hạng {2}.", "{0}: {1} points, rank {2}.";
    STANDS_COMPUTED: "Năm {0}: {1} điểm, hạng {2} (do Thước Đo tính từ bảng đầy đủ).", "{0}: {1} points, rank {2} (computed by Thước Đo from the complete table).";
    STANDS_SCORELESS: "Năm {0}: hạng {1}; các nguồn đã đọc không có điểm, hoặc nói khác nhau về điểm.", "{0}: rank {1}; the sources read have no score, or disagree on it.";
    STANDS_UNRANKED: "Năm {0}: {1} điểm.", "{0}: {1} points.";

    // How the components add up.
    SUM_PLAIN: "Đóng góp của một thành phần là thay đổi điểm của chính nó.", "A component contributes the change of its own score.";
    SUM_WEIGHTED: "Đóng góp của một thành phần là thay đổi điểm nhân với trọng số của nó.", "A component contributes the change of its score times its weight.";
    ADDS_UP: "Các đóng góp cộng lại là {0}; thay đổi công bố là {1}; phần dư {2} nằm trong phạm vi làm tròn (±{3}).", "The contributions add up to {0}; the published change is {1}; the remainder, {2}, is within rounding (±{3}).";
    DOES_NOT_ADD_UP: "Các đóng góp cộng lại là {0}; thay đổi công bố là {1}; phần dư {2} lớn hơn mức làm tròn gây ra (±{3}): số liệu thành phần của chính nguồn không cộng lại thành thay đổi đã công bố.", "The contributions add up to {0}; the published change is {1}; the remainder, {2}, is more than rounding makes (±{3}): the source’s own components do not add up to the change that it published.";
    NO_ACCOUNT: "Không nói được mỗi thành phần đóng góp bao nhiêu vào điểm tổng; bảng chỉ cho biết từng thành phần đã thay đổi ra sao.", "How much each component contributed to the total cannot be said; the table only shows how each of them changed.";
    NO_RULE: "Các nguồn đã đọc không cho biết điểm tổng được tính từ các thành phần như thế nào.", "The sources read do not say how the total follows from the components.";

    // The table.
    PARTS: "Từng thành phần", "Component by component";
    PARTS_TABLE: "{0}: điểm thành phần năm {1} và {2}", "{0}: component scores of {1} and {2}";
    DIFFERENCE: "Thay đổi", "Change";
    WEIGHT: "Trọng số", "Weight";
    CONTRIBUTION: "Đóng góp", "Contribution";
    PLACES: "Bậc", "Places";
    PLACES_TEXT: "Cột “Bậc”: số bậc mà thay đổi của riêng thành phần đó đem lại hay làm mất, so với hạng sẽ có nếu chỉ thành phần đó giữ điểm năm {0}, mọi thành phần khác và các tỉnh khác như năm {1}. Các con số này không cộng lại được.", "Column “Places”: the places that the change of this component alone won or cost, against the rank that would follow had only this component kept its score of {0}, with all other components and provinces as in {1}. These numbers do not add up.";
    PLACES_UNKNOWN: "Không tính được số bậc từng thành phần đem lại hay làm mất, vì bảng năm {0} không đủ các tỉnh hoặc hạng không theo đúng điểm.", "The places that each component won or cost cannot be computed, because the table of {0} is not complete or its ranks do not follow its scores.";
    WON: "đem lại {0} bậc", "places won: {0}";
    COST: "làm mất {0} bậc", "places lost: {0}";
    NO_PLACES: "không làm đổi bậc", "no place changed";
    SUM: "Cộng các đóng góp", "Sum of the contributions";
    REMAINDER: "Phần dư", "Remainder";
    TOTAL: "Điểm tổng", "Total";

    // Who passed whom.
    PASSING: "Vượt và bị vượt", "Who passed whom";
    PASSED: "{0} vượt ({1})", "{0} passed ({1})";
    PASSED_BY: "Vượt {0} ({1})", "Passed {0} ({1})";
    PASSED_NONE: "Không có tỉnh, thành nào.", "None.";
    PASSER: "hạng {0} năm {1}, hạng {2} năm {3}", "rank {0} in {1}, rank {2} in {3}";
    PASSING_KNOWN: "Trong {0} trên {1} tỉnh, thành khác có hạng so sánh được ở cả hai năm. Ngang hạng ở một trong hai năm thì không tính là vượt.", "Among {0} of {1} other provinces whose ranks of both years compare. Level in one of the years does not count as passing.";
    PASSING_REFUSED: "Không nói được ai vượt ai: hạng hai năm không so sánh được với nhau, hoặc không đủ.", "Who passed whom cannot be said: the ranks of the two years do not compare, or are not known.";

    // What more would take.
    REACH: "Mức điểm cần đạt để tăng hạng", "What moving up would take";
    REACH_LEAD: "Tính trên bảng năm {0}, điểm các tỉnh, thành khác giữ nguyên; bằng điểm thì cùng hạng.", "On the table of {0}, the scores of all other provinces unchanged; equal scores share a rank.";
    REACH_BAND: "Mức {0}: cần thêm {1} điểm, tức đạt {2}.", "Band {0}: {1} points more, that is {2}.";
    REACH_GROUP: "Nhóm “{0}”: cần thêm {1} điểm, tức đạt {2}. Điểm của tỉnh tăng thì ranh giới nhóm cũng dịch theo; con số này đã tính đến điều đó.", "Group “{0}”: {1} points more, that is {2}. As the score rises, the limits of the groups move with it; this number allows for that.";
    REACH_NEXT: "Hạng {0}, bậc ngay trên: cần thêm {1} điểm, tức đạt {2}.", "Rank {0}, the next place up: {1} points more, that is {2}.";
    REACH_FIVE: "Hạng {0}, lên năm bậc: cần thêm {1} điểm, tức đạt {2}.", "Rank {0}, five places up: {1} points more, that is {2}.";
    REACH_FIRST: "Hạng {0}: cần thêm {1} điểm, tức đạt {2}.", "Rank {0}: {1} points more, that is {2}.";
    TOP_BAND: "Đã ở mức cao nhất của năm đó.", "Already in the highest band of that year.";
    TOP_GROUP: "Đã ở nhóm cao nhất.", "Already in the highest group.";
    TOP_PLACE: "Đã đứng đầu bảng: không còn bậc nào để lên.", "Already at the top of the table: there is no place left to climb.";
    REACH_UNKNOWN: "Không tính được điểm cần để lên bậc: bảng năm {0} không đủ điểm của các tỉnh, hoặc hạng không theo đúng điểm.", "The score that a higher place needs cannot be computed: the table of {0} is not complete, or its ranks do not follow its scores.";

    // How firm the place is.
    FIRM: "Mức độ ổn định của thứ hạng", "How firm the place is";
    FIRM_UP: "Thêm {0} điểm là lên hạng {1}.", "{0} points more and the rank is {1}.";
    FIRM_DOWN: "Bớt {0} điểm là xuống hạng {1}.", "{0} points less and the rank is {1}.";
    FIRM_NEAR: "{0} tỉnh, thành khác có điểm hơn kém không quá {1} điểm: {2}.", "Other provinces within {1} points: {0}, namely {2}.";
    FIRM_ALONE: "Không tỉnh, thành nào khác có điểm hơn kém trong vòng {0} điểm.", "No other province is within {0} points.";
    FIRM_RANGE: "Khoảng tin cậy 95% đã công bố của điểm này là từ {0} đến {1}. Xét các khoảng của mọi tỉnh, thành, {2} nơi chắc chắn cao hơn và {3} nơi chắc chắn thấp hơn: hạng có thể ở bất cứ đâu từ {4} đến {5} trên {6}.", "The published 95% interval of this score runs from {0} to {1}. Going by the intervals of all provinces, surely ahead are {2} and surely behind {3}: the rank may be anywhere from {4} to {5} of {6}.";
    FIRM_GROUPS: "Các bậc đó thuộc nhóm từ “{0}” đến “{1}”.", "These places belong to the groups from “{0}” to “{1}”.";
    FIRM_ONE_GROUP: "Các bậc đó đều thuộc nhóm “{0}”.", "All of these places belong to the group “{0}”.";
    FIRM_HOW: "Hai khoảng chồng lên nhau thì không nói được bên nào đứng trước. Mỗi khoảng nói về một tỉnh, không phải về thứ tự cả bảng.", "Where two intervals overlap, neither can be said to be ahead. Each interval speaks of one province, not of the order of the whole table.";
    FIRM_UNKNOWN: "Không nói được: bảng năm {0} không đủ điểm của các tỉnh, hoặc hạng không theo đúng điểm.", "This cannot be said: the table of {0} is not complete, or its ranks do not follow its scores.";

    // Why a change is not taken apart.
    REFUSED: "Không tách thay đổi này.", "This change is not taken apart.";
    NOT_COMPARABLE: "Hai năm {0} và {1} không so sánh được: {2}.", "{0} and {1} do not compare: {2}.";
    NO_TOTAL: "Các nguồn đã đọc không có điểm tổng năm {0}.", "The sources read have no total of {0}.";
    DISPUTED: "Các nguồn nói khác nhau về điểm tổng năm {0}.", "The sources disagree on the total of {0}.";
    NO_COMPONENTS: "Các nguồn đã đọc không có điểm thành phần của hai năm này.", "The sources read have no component scores of these two years.";
    ONLY_IN: "Chỉ có năm {0}: {1}.", "Only in {0}: {1}.";
    COMPONENTS_DIFFER: "Hai năm không cùng bộ thành phần.", "The two years do not have the same components.";
    COMPONENTS_MISSING: "Thiếu điểm thành phần, hoặc các nguồn nói khác nhau.", "Component scores are missing, or the sources disagree.";
    MISSING_IN: "Năm {0}: {1}.", "{0}: {1}.";
    NOT_A_SCORE: "{0} không phải điểm tổng của các thành phần.", "{0} is not a score made of components.";
    ONE_YEAR: "Chỉ có số liệu của một năm, chưa có gì để so.", "There are figures of one year only, and nothing to compare them with.";
    INSTEAD: "Có thể xem", "What can be seen instead";
    INSTEAD_PAIR: "Thay đổi từ {0} đến {1}", "The change from {0} to {1}";
    INSTEAD_PROVINCE: "Mọi năm của {0}, với thành phần mạnh và yếu", "All years of {0}, with its strong and weak components";
    INSTEAD_VERDICTS: "Vì sao các năm so sánh được hay không", "Why years compare or do not";

    // Ways on.
    FURTHER: "Xem tiếp", "Further";
    TO_WHAT_IF: "Thử giả định điểm thành phần khác, năm {0}", "Suppose other component scores, {0}";
    TO_RANKING: "Bảng xếp hạng {0} năm {1}", "Ranking of {0} {1}";
    TO_PROVINCE: "Trang của {0}", "Page of {0}";
    TO_WHY: "Vì sao {0} thay đổi", "Why {0} changed";

    // The chart and its table.
    CHART_TEXT: "Biểu đồ bậc thang: điểm tổng {0} năm {1}, cộng trừ đóng góp của từng thành phần, thành {2} năm {3}. {4}.", "A chart of steps: a total of {0} in {1}, plus and minus what each component contributes, becomes {2} in {3}. {4}.";
    COL_FROM: "Điểm năm {0}", "Score of {0}";
    COL_PLACES: "Bậc đem lại (+) hay làm mất (−)", "Places won (+) or lost (−)";
    COL_DIFFERENCE: "Thay đổi (điểm thành phần)", "Change (points of the component)";
    COL_WEIGHT: "Trọng số (điểm tổng cho một điểm thành phần)", "Weight (points of the total for a point of the component)";
    COL_CONTRIBUTION: "Đóng góp (điểm tổng)", "Contribution (points of the total)";
    README_SUM: "Cách cộng", "How it adds up";

    EXPECT_EARLIER: "một năm có số liệu trước năm {0}: {1}", "an earlier year than {0} with figures: {1}";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_everything_with_the_same_blanks() {
        crate::messages::tests::check(super::ALL);
    }
}
