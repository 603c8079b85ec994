//! Messages of comparisons.

use crate::messages::messages;

messages! {
    // The page.
    COMPARE: "So sánh", "Compare";
    TITLE: "So sánh các tỉnh, thành", "Compare provinces";
    LEAD: "Chọn từ hai đến tám tỉnh, thành, hoặc một tỉnh, thành cùng nhóm tương đồng của nó, theo bất kỳ chỉ số, thành phần và năm nào có số.", "Choose two to eight provinces, or one province with its peers, over any indicator, component and year that has figures.";
    ONE_MORE: "Mới có một tỉnh, thành. Chọn thêm ít nhất một, hoặc chọn một nhóm để so cùng.", "There is one province so far. Choose at least one more, or a group to compare it with.";
    SUGGESTIONS: "Gợi ý", "Suggestions";
    SUGGEST_NEIGHBOURS: "{0} và các tỉnh, thành lân cận về hạng ({1} {2})", "{0} and its neighbours in rank ({1} {2})";
    SUGGEST_REGION: "{0} và các tỉnh, thành cùng vùng ({1} {2})", "{0} and its region ({1} {2})";
    SUGGEST_CITIES: "Các thành phố trực thuộc trung ương ({0} {1})", "The centrally run cities ({0} {1})";
    MEASURE_YEARS: "{0}, năm {1} so với {2}", "{0}, {1} against {2}";
    SHOWN_COVERAGE: "có số của {0}/{1} tỉnh, thành được so", "{0} of {1} compared provinces have a figure";
    YEARS_AGAINST: "{0} so với {1}", "{0} against {1}";
    NTH: "Tỉnh, thành {0}", "Province {0}";
    NONE: "– không chọn –", "– none –";
    TOGETHER_WITH: "Cùng với", "Together with";
    NEWEST_YEAR: "Mới nhất có số", "The newest with figures";
    YEAR_BEFORE: "Năm liền trước có số", "The year before that has figures";
    FROM: "So với năm", "Compared with the year";
    GO: "So sánh", "Compare";
    DIFFERENCES: "Khác nhau ở đâu", "What differs";
    DIFFERENCES_LEAD: "Các câu này được lập theo quy tắc từ chính các số trong bảng; điều gì số liệu không cho phép thì không nói.", "These sentences follow by rule from the figures in the tables; what the figures do not allow is not said.";
    NOTHING: "Số liệu không đủ để nói điều gì khác nhau.", "The figures do not suffice to say what differs.";
    TABLE: "Bảng so sánh", "Comparison";
    TABLE_CAPTION: "{0}: giá trị, hạng và thay đổi", "{0}: value, rank and change";
    PARTS: "Thành phần năm {0}", "Components in {0}";
    PARTS_CAPTION: "{0} năm {1}: thành phần theo tỉnh, thành; giá trị cao nhất và thấp nhất của mỗi dòng được ghi chữ", "{0} {1}: components by province; the highest and the lowest value of each row carry a word";
    HIGHEST: "cao nhất", "highest";
    LOWEST: "thấp nhất", "lowest";
    MOST: "nhiều nhất", "most";
    FEWEST: "ít nhất", "fewest";
    DASH_MEANS: "Dấu – nghĩa là không có số ({0}), không phải số 0.", "A dash means that there is no figure ({0}), not zero.";
    MOMENTS_DIFFER: "số ở các thời điểm khác nhau, không đánh dấu", "figures of different moments, not marked";
    CHARTS: "Biểu đồ", "Charts";
    NO_CHANGE_CHART: "Không vẽ thay đổi giữa {0} và {1}: không tỉnh, thành nào được so có số của cả hai năm.", "No change from {0} to {1} is drawn: no compared province has a figure for both years.";
    RANK_HERE: "hạng {0}", "rank {0}";
    TIER: "Xếp loại (nguồn công bố)", "Tier (as published)";
    SEE_TABLE: "Xem cả bảng {0} {1}", "See the whole table, {0} {1}";

    // Peers.
    PEERS: "Nhóm để so cùng", "Peers to compare with";
    PEERS_NONE: "Chỉ các tỉnh, thành đã chọn", "Only those chosen";
    PEERS_REGION: "Cùng vùng", "Same region";
    PEERS_BAND: "Cùng nhóm hoặc xếp loại", "Same group or band";
    PEERS_NEIGHBOURS: "Lân cận về hạng", "Neighbours in rank";
    OF_REGION: "Cùng vùng {1} với {0}", "In the region of {0}, {1}";
    OF_BAND: "Cùng {1} với {0} năm {2}", "In the same {1} as {0} in {2}";
    BAND_GROUP: "nhóm “{0}”", "group “{0}”";
    BAND_LABEL: "loại {0}", "band {0}";
    PEERS_SIMILAR: "Tương đồng về số liệu", "Similar figures";
    OF_SIMILAR: "Địa phương có số liệu gần {0} nhất. {1}", "Provinces with figures nearest to {0}. {1}";
    SIMILAR_WHY: "{0}: {1}", "{0}: {1}";
    NO_SIMILAR: "{0} không có đủ số để tìm địa phương tương đồng trong bảng đầy đủ đến năm {1}.", "{0} has too few figures in complete tables up to {1} to find similar provinces.";
    OF_NEIGHBOURS: "Lân cận về hạng của {0} năm {1}: tối đa ba bậc trên và ba bậc dưới", "Neighbours in rank of {0} in {1}: at most three places above and three below";
    OF_NEIGHBOURS_COMPUTED: "Lân cận về hạng của {0} năm {1}: tối đa ba bậc trên và ba bậc dưới, theo hạng do Thước Đo tính từ bảng đầy đủ", "Neighbours in rank of {0} in {1}: at most three places above and three below, by ranks that Thước Đo computes from the complete table";
    NEIGHBOURS_PART: "chỉ những hạng mà các nguồn đã đọc nêu", "only ranks that the sources read give";
    CAPPED: "Ngoài các tỉnh, thành đã chọn, nhóm này có {0}; hiện {1} vì một lần so tối đa tám: gần {2} nhất về hạng trước, không có số thì sau cùng. Không hiện: {3}.", "Besides those chosen the group has {0}; {1} are shown because eight is the most at a time: those nearest {2} in rank first, those without a figure last. Not shown: {3}.";
    CAPPED_ALPHABET: "Ngoài các tỉnh, thành đã chọn, nhóm này có {0}; hiện {1} vì một lần so tối đa tám: theo vần, không có số thì sau cùng. Không hiện: {2}.", "Besides those chosen the group has {0}; {1} are shown because eight is the most at a time: by the alphabet, those without a figure last. Not shown: {2}.";
    NO_BAND: "Năm {1}, {0} không có nhóm hay xếp loại nào được công bố hoặc tính được cho chỉ số này.", "In {1}, {0} has no group or band, published or computable, for this indicator.";
    NO_RANKS: "Chỉ số này không có xếp hạng, nên không có lân cận về hạng.", "This indicator has no ranking, so there are no neighbours in rank.";
    NO_RANK_OF: "Năm {1} không rõ hạng của {0}, nên không có lân cận về hạng.", "The rank of {0} in {1} is not known, so there are no neighbours in rank.";
    NO_RANK_MIXED: "Các số của năm {0} ở những thời điểm khác nhau, nên không có lân cận về hạng.", "The figures of {0} describe different moments, so there are no neighbours in rank.";
    ALONE: "Không có tỉnh, thành nào khác trong nhóm này có trong bảng năm {0}.", "No other province of this group stands in the table of {0}.";

    // Provinces that are not in the list.
    OUTSIDE: "Không có trong danh sách của năm này", "Not in this year's list";
    OUTSIDE_LEAD: "Năm {0} được so trong danh sách {1}. Đơn vị của danh sách khác không bao giờ đứng chung trong một bảng xếp hạng.", "For {0} the comparison is within the list of the {1}. Units of another list never stand in one ranking with them.";
    UNITS_63: "63 tỉnh, thành (đến 30/6/2025)", "63 provinces (to 30 June 2025)";
    UNITS_34: "34 tỉnh, thành (từ 1/7/2025)", "34 provinces (since 1 July 2025)";
    FORMED: "{0} chỉ có từ ngày {1}; trước đó là", "{0} exists only since {1}; before that there were";
    FORMED_LATER: "{0} chưa có trong danh sách này.", "{0} is not in this list yet.";
    ENDED: "{0} có đến hết ngày {1}; nay thuộc", "{0} existed until {1}; now part of";
    ENDED_ALONE: "{0} có đến hết ngày {1}.", "{0} existed until {1}.";
    SWAP: "So các đơn vị này thay cho {0}", "Compare these instead of {0}";

    // What differs, in sentences. Names may be one or several, so no verb depends on their number.
    LEVEL_TWO: "Năm {0}, {1} ({2}) cao hơn {3} ({4}): chênh {5}.", "In {0}, {1} ({2}) is above {3} ({4}) by {5}.";
    LEVEL_TWO_COUNT: "Năm {0}, {1} ({2}) nhiều hơn {3} ({4}): chênh {5}.", "In {0}, {1} ({2}) has more than {3} ({4}): a difference of {5}.";
    LEVEL: "Năm {0}, cao nhất: {1} ({2}); thấp nhất: {3} ({4}); cách nhau {5}.", "In {0}, highest: {1} ({2}); lowest: {3} ({4}); {5} apart.";
    LEVEL_COUNT: "Năm {0}, nhiều nhất: {1} ({2}); ít nhất: {3} ({4}); cách nhau {5}.", "In {0}, most: {1} ({2}); fewest: {3} ({4}); {5} apart.";
    LEVEL_SAME: "Năm {0}, {1} cùng ở mức {2}.", "In {0}, {1} stand at the same {2}.";
    LEVEL_SAME_ROUNDED: "Năm {0}, {1} cùng ở mức {2} sau khi làm tròn.", "In {0}, {1} stand at the same {2} after rounding.";
    LEVEL_ONE: "Năm {0} chỉ có số của {1} ({2}), nên không so được mức.", "In {0} only {1} has a figure ({2}), so levels cannot be compared.";
    LEVEL_MOMENTS: "Các số của năm {0} ở những thời điểm khác nhau ({1}), nên không xếp cao thấp.", "The figures of {0} describe different moments ({1}), so none is called higher or lower.";
    LEVEL_PART: "Tính trên {0}/{1} tỉnh, thành có số.", "Among the {0} of {1} with a figure.";
    OVERLAP: "Khoảng tin cậy 95% đã công bố của {0} ({1}) và {2} ({3}) chồng lên nhau: chênh lệch này có thể chỉ do mẫu khảo sát.", "The published 95 % intervals of {0} ({1}) and {2} ({3}) overlap: the difference may be due to the sample alone.";
    NO_OVERLAP: "Khoảng tin cậy 95% đã công bố của {0} ({1}) và {2} ({3}) không chồng lên nhau.", "The published 95 % intervals of {0} ({1}) and {2} ({3}) do not overlap.";
    GROUPS: "Theo nhóm (tứ phân vị của bảng đầy đủ): {0}.", "By group (quartiles of the complete table): {0}.";
    GROUP_OF: "“{0}” gồm {1}", "“{0}”: {1}";
    RANK_PART: "Tính trên {0}/{1} tỉnh, thành rõ hạng.", "Among the {0} of {1} whose rank is known.";
    RANK_TWO: "Về hạng, {0} ({1}) đứng trên {2} ({3}): chênh {4} bậc.", "In rank, {0} ({1}) stands above {2} ({3}): places between them: {4}.";
    RANK_MANY: "Về hạng, cao nhất: {0} ({1}); thấp nhất: {2} ({3}).", "In rank, highest: {0} ({1}); lowest: {2} ({3}).";
    RANK_COMPUTED: "Hạng này do Thước Đo tính từ bảng đầy đủ.", "These ranks are computed by Thước Đo from the complete table.";
    MOVES_BOTH: "Từ {0} đến {1}, tăng nhiều nhất: {2} ({3}); giảm nhiều nhất: {4} ({5}).", "From {0} to {1}, rose most: {2} ({3}); fell most: {4} ({5}).";
    MOVES_UP: "Từ {0} đến {1}, tăng nhiều nhất: {2} ({3}); tăng ít nhất: {4} ({5}).", "From {0} to {1}, rose most: {2} ({3}); rose least: {4} ({5}).";
    MOVES_DOWN: "Từ {0} đến {1}, giảm nhiều nhất: {4} ({5}); giảm ít nhất: {2} ({3}).", "From {0} to {1}, fell most: {4} ({5}); fell least: {2} ({3}).";
    MOVES_UP_STILL: "Từ {0} đến {1}, tăng nhiều nhất: {2} ({3}); không đổi: {4}.", "From {0} to {1}, rose most: {2} ({3}); unchanged: {4}.";
    MOVES_DOWN_STILL: "Từ {0} đến {1}, giảm nhiều nhất: {2} ({3}); không đổi: {4}.", "From {0} to {1}, fell most: {2} ({3}); unchanged: {4}.";
    MOVES_SAME: "Từ {0} đến {1}, {2} thay đổi như nhau: {3}.", "From {0} to {1}, the change is the same for {2}: {3}.";
    MOVES_STILL: "Từ {0} đến {1}, không đổi: {2}.", "From {0} to {1}, unchanged: {2}.";
    MOVES_ONE: "Từ {0} đến {1} chỉ so được {2}: {3}.", "From {0} to {1} only {2} can be compared: {3}.";
    MOVES_PART: "Tính trên {0}/{1} tỉnh, thành so sánh được.", "Among the {0} of {1} that can be compared.";
    MOVES_NONE: "Giữa {0} và {1} không so sánh được, nên không nêu ai tăng, ai giảm.", "The years {0} and {1} are not comparable, so nobody is said to have risen or fallen.";
    PLACES: "Về hạng, từ {0} đến {1}: {2}.", "In rank, from {0} to {1}: {2}.";
    PLACES_UP: "lên nhiều bậc nhất là {0} ({1})", "most places climbed: {0} ({1})";
    PLACES_DOWN: "xuống nhiều bậc nhất là {0} ({1})", "most places lost: {0} ({1})";
    PLACES_ONE_UP: "{0} lên {1}", "{0} up {1}";
    PLACES_ONE_DOWN: "{0} xuống {1}", "{0} down {1}";
    PARTS_APART: "Trong {0} thành phần cùng có số, xa nhau nhất là {1}: {2} {3}, {4} {5}; gần nhau nhất là {6}: {7}.", "Of the {0} components with figures for all, they lie furthest apart in {1}: {2} {3}, {4} {5}; closest in {6}: {7}.";
    PARTS_SHARE: "Xa gần tính theo phần của điểm tối đa.", "Distances are taken as shares of the maximum.";
    PARTS_RANGE: "từ {0} đến {1}", "from {0} to {1}";
    PARTS_TWO: "{0} cao hơn ở {1}/{2} thành phần, {3} cao hơn ở {4}/{2}.", "{0} is higher in {1} of {2} components, {3} in {4}.";
    PARTS_MOST: "{0} một mình cao nhất ở {1}/{2} thành phần, nhiều hơn mọi tỉnh, thành khác được so.", "{0} alone is highest in {1} of {2} components, more often than any other compared.";
    YEARS_MOST: "{0} một mình cao nhất trong {1}/{2} năm mà mọi tỉnh, thành được so đều có số ({3}–{4}).", "{0} alone is highest in {1} of the {2} years in which all those compared have a figure ({3}–{4}).";
    YEARS_BREAK: "Các năm đó không cùng một phương pháp.", "These years do not share one method.";
    NO_VALUE: "Không có số năm {0}: {1}.", "No figure for {0}: {1}.";
    DISPUTED: "các nguồn nêu số khác nhau", "sources give different figures";
    RANK_ONLY: "chỉ có hạng, {0}", "only a rank, {0}";
    INEXACT: "Số gần đúng không xếp cao thấp: {0}.", "Inexact figures are not called higher or lower: {0}.";
    PERCENT_POINTS: "điểm phần trăm", "percentage points";
    STEP: "một bậc", "one place";
    STEPS: "{0} bậc", "{0} places";
    OF_WHICH: "Các số này là số đơn vị trên tổng số khác nhau, nên không xếp cao thấp.", "These are numbers out of different totals, so none is called higher or lower.";

    // Titles.
    TITLE_TWO: "{0} cao hơn {1} {2}", "{0} is above {1} by {2}";
    TITLE_TWO_COUNT: "{0} nhiều hơn {1} {2}", "{0} has {2} more than {1}";
    TITLE_MANY: "cao nhất là {0}, thấp nhất là {1}, cách nhau {2}", "highest {0}, lowest {1}, {2} apart";
    TITLE_MANY_COUNT: "nhiều nhất là {0}, ít nhất là {1}, cách nhau {2}", "most {0}, fewest {1}, {2} apart";
    TITLE_SAME: "{0} cùng ở mức {1}", "{0} at the same {1}";
    TITLE_RANK_TWO: "{0} đứng trên {1} {2} bậc", "{0} stands {2} places above {1}";
    TITLE_RANK_ONE: "{0} đứng trên {1} một bậc", "{0} stands one place above {1}";
    TITLE_RANK_MANY: "về hạng, cao nhất là {0}, thấp nhất là {1}", "in rank, highest {0}, lowest {1}";
    TITLE_OUTSIDE: "{0} {1}: {2}/{3} đơn vị đã chọn có trong danh sách của năm", "{0} {1}: {2} of the {3} chosen units are in that year's list";
    TITLE_COVERAGE: "{0} {1}: có số của {2}/{3} tỉnh, thành được so", "{0} {1}: figures of {2} of the {3} compared provinces";
    TITLE_YEARS: "{0} cao nhất trong {1}/{2} năm", "{0} highest in {1} of {2} years";
    TITLE_LINES: "{0} của {1}, {2}–{3}", "{0} of {1}, {2} to {3}";
    TITLE_MOVES: "Từ {0} đến {1}: {2}", "From {0} to {1}: {2}";
    TITLE_MOVES_NONE: "{0} và {1}: không so sánh được", "{0} and {1}: not comparable";
    TITLE_PARTS: "Xa nhau nhất: {0}; gần nhau nhất: {1}", "Furthest apart: {0}; closest: {1}";
    TITLE_PARTS_PLAIN: "Thành phần của {0} năm {1}", "Components of {0} in {1}";

    // Charts.
    LINES_SUBTITLE: "{0}, {1}–{2}; mỗi khung một tỉnh, thành, các tỉnh, thành còn lại màu xám", "{0}, {1} to {2}; one panel a province, the others in grey";
    LINES_SUBTITLE_RANKS: "Hạng {0}, {1}–{2}, 1 ở trên; mỗi khung một tỉnh, thành, các tỉnh, thành còn lại màu xám", "Rank in {0}, {1} to {2}, 1 on top; one panel a province, the others in grey";
    LINES_TEXT: "{0} biểu đồ đường nhỏ chung một trục, từ {1} đến {2}. {3}", "{0} small line charts on the same axes, from {1} to {2}. {3}";
    YEARS_SUBTITLE: "{0}, {1} và {2}; mũi tên chỉ có ở nơi so sánh được", "{0}, {1} and {2}; an arrow only where the two may be compared";
    YEARS_TEXT: "Biểu đồ chấm của {0} tỉnh, thành, năm {1} và {2}. {3}", "Dots of {0} provinces for {1} and {2}. {3}";
    PROFILE_SUBTITLE: "{0}, năm {1}; mỗi thành phần có thang riêng, từ 0 đến điểm tối đa", "{0}, {1}; each component has its own scale, from 0 to its maximum";
    PROFILE_TEXT: "Biểu đồ chấm của {0} thành phần và {1} tỉnh, thành. {2}", "Dots of {0} components and {1} provinces. {2}";
    NOT_DRAWN_PARTS: "không vẽ vì không rõ điểm tối đa: {0}", "not drawn because the maximum is not known: {0}";
    WITH_MAX: "{0} (tối đa {1})", "{0} (of {1})";

    // Parameters.
    EXPECT_PROVINCES: "từ hai đến tám tỉnh, thành như trong địa chỉ, ví dụ nghe-an,ha-tinh (hoặc một, cùng peers=region, band hay neighbours)", "two to eight provinces as in addresses, such as nghe-an,ha-tinh (or one, with peers=region, band or neighbours)";
    EXPECT_YEAR: "một năm có số liệu: {0}", "a year with figures: {0}";
    EXPECT_FROM: "một năm có số liệu trước năm {0}: {1}", "a year with figures before {0}: {1}";
    EXPECT_BASIS: "danh sách có số liệu của năm này: {0}", "a list that has figures of this year: {0}";
    EXPECT_COMPONENT_OF: "một thành phần có số liệu của chỉ số nêu ở indicator", "a component with figures of the indicator that is named";
    EXPECT_ANY_YEAR: "một năm mà chỉ số nào đó có số liệu", "a year in which some indicator has figures";
    NO_YEARS: "không có năm nào", "there is none";

    // Ways in.
    WITH_SIMILAR: "So với các tỉnh, thành tương đồng về số liệu", "Compare with provinces of similar figures";
    WITH_NEIGHBOURS: "So với các tỉnh, thành lân cận về hạng", "Compare with its neighbours in rank";
    WITH_REGION: "So với các tỉnh, thành cùng vùng", "Compare with its region";
    FOLLOWED_NEIGHBOURS: "So {0} với các tỉnh, thành lân cận về hạng", "Compare {0} with its neighbours in rank";
    FOLLOWED_REGION: "So {0} với các tỉnh, thành cùng vùng", "Compare {0} with its region";
    FOLLOWED_SEVERAL: "So {0} với nhau", "Compare {0} with one another";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_everything_with_the_same_blanks() {
        crate::messages::tests::check(super::ALL);
    }
}
