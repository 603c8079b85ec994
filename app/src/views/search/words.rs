//! Messages of answers to a search and of addresses that are not understood.

use crate::messages::messages;

messages! {
    UNDERSTOOD: "Tìm theo: {0}.", "Searching for: {0}.";
    FIGURE: "{0} năm {1}: {2}", "{0}, {1}: {2}";
    RANKED: "hạng {0}", "rank {0}";
    RANKED_COMPUTED: "hạng {0} (tính từ bảng đầy đủ)", "rank {0} (computed from the complete table)";
    GROUP_OF: "nhóm {0}", "group: {0}";
    NO_FIGURE: "Không có số năm {0}: {1}.", "No figure for {0}: {1}.";
    NO_TABLE: "Không có số năm {0}.", "No figures for {0}.";
    NEAREST: "Năm gần nhất có số: {0}.", "Nearest years with figures: {0}.";
    NEAREST_YEAR: "{0} ({1})", "{0} ({1})";
    NEVER: "Chưa có số trong các nguồn đã đọc.", "No figure in the sources read.";
    YEARS_WITH: "Các năm có số: {0}.", "Years with figures: {0}.";
    TO_PROVINCE: "Trang của {0}", "Page of {0}";
    TO_WHY: "Vì sao {0} thay đổi", "Why {0} changed";
    TO_INDICATOR: "Về {0}", "About {0}";
    TO_REGION: "Bản tóm tắt của vùng", "Briefing of the region";
    COVERAGE: "có số của {0}/{1} tỉnh, thành", "figures of {0} of {1} provinces";
    IN_REGION: "{0}: {1} tỉnh, thành có số", "{0}: {1} provinces with figures";
    PAGES: "Trang liên quan", "Related pages";
    UNKNOWN: "Không rõ “{0}” là gì.", "“{0}” is not known.";
    UNKNOWN_PART: "Trong “{0}”, không rõ “{1}” là gì.", "In “{0}”, “{1}” is not known.";
    MEANT: "Có thể là:", "You may have meant:";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_everything_with_the_same_blanks() {
        crate::messages::tests::check(super::ALL);
    }
}
