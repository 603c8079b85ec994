//! Messages of the feeds and of the page that lists them.

use crate::messages::messages;

messages! {
    FEEDS: "Theo dõi số liệu", "Follow the figures";
    FEEDS_LEAD: "Mỗi khi có bản dữ liệu mới, trình đọc tin (Outlook, Thunderbird, Feedly…) báo cho người theo dõi: số mới, hạng đổi, phương pháp đổi. Không cần tài khoản, không cần thư điện tử.", "Whenever a data edition is published, a feed reader (Outlook, Thunderbird, Feedly…) tells those who follow: new figures, ranks that changed, methods that changed. No account and no e-mail is needed.";
    FEEDS_HOW: "Chép địa chỉ của nguồn tin dưới đây vào trình đọc tin. Địa chỉ không đổi. Mỗi nguồn giữ tối đa {0} bản dữ liệu mới nhất; bản không thay đổi gì ở tỉnh, thành hay chỉ số được theo dõi thì không có tin.", "Copy the address of a feed below into the feed reader. The address never changes. Each feed holds the {0} newest editions at most; an edition that changes nothing for the followed province or indicator has no entry.";
    FEEDS_ALL: "Mọi bản dữ liệu", "All editions";
    FEEDS_INDICATORS: "Theo chỉ số", "By indicator";
    FEEDS_NEWEST: "Tin mới nhất", "Newest entries";
    FOLLOW_ATOM: "Theo dõi (Atom)", "Follow (Atom)";
    FOLLOW_WHAT: "Theo dõi {0} bằng nguồn tin Atom", "Follow {0} as an Atom feed";
    FEED_ALL: "Thước Đo: các bản dữ liệu", "Thước Đo: data editions";
    FEED_OF: "Thước Đo: {0}", "Thước Đo: {0}";
    FEED_SUBTITLE: "Số mới, hạng đổi, phương pháp đổi theo từng bản dữ liệu.", "New figures, changed ranks and changed methods, edition by edition.";

    // Titles of entries.
    EDITION: "Bản dữ liệu số {0}", "Data edition {0}";
    ENTRY_TITLE: "{0}: {1}", "{0}: {1}";
    TOPIC_NEW: "số mới {0}", "new figures {0}";
    TOPIC_RANK: "đổi hạng {0}", "rank changed {0}";
    TOPIC_CORRECTED: "sửa số {0}", "figures corrected {0}";
    TOPIC_GONE: "bỏ số {0}", "figures withdrawn {0}";
    TOPIC_METHOD: "đổi phương pháp {0}", "method changed {0}";
    TOPIC_FIRST: "bản đầu tiên", "the first edition";
    TOPIC_MORE: "{0} và {1} chỉ số khác", "{0} and {1} other indicators";
    TOPIC_NONE: "không đổi số liệu cấp tỉnh", "no change in figures of provinces";
    TOPIC_UNKNOWN: "bản trước không đọc được nên không so sánh", "the edition before cannot be read, so nothing is compared";

    // What an edition holds.
    HOLDS: "{0} {1} dòng số liệu, công bố ngày {2}.", "{0} {1} rows of figures, published {2}.";
    NOTHING_TOLD: "Bản trước đó không còn đọc được, nên không nói được bản này thay đổi gì.", "The edition before can no longer be read, so what this one changed cannot be told.";
    INDICATOR_LINE: "{0}: {1}.", "{0}: {1}.";
    NEW_OF_YEAR: "{0}: số mới của {1}/{2} tỉnh, thành", "{0}: new figures of {1} of {2} provinces";
    NEW_OF_YEARS: "số mới của {0} năm, {1}–{2}", "new figures of {0} years, {1} to {2}";
    COUNTS_OF_YEAR: "{0}: {1}", "{0}: {1}";
    ADDED: "thêm {0} số", "{0} added";
    CHANGED: "đổi {0} số", "{0} changed";
    GONE: "bỏ {0} số", "{0} withdrawn";
    PARTS: "thành phần: {0}", "components: {0}";
    RANKS_CHANGED: "hạng đổi: {0}", "ranks changed: {0}";
    RANKS_COUNT: "hạng đổi ở {0} tỉnh, thành", "ranks changed for {0} provinces";
    RANK_STEP: "{0} {1} → {2}", "{0} {1} → {2}";
    AND_OTHERS: "và {0} tỉnh, thành khác", "and {0} other provinces";

    // A province.
    NEW_FIGURE: "{0} {1}, số mới: {2}", "{0} {1}, new: {2}";
    WAS_AND_IS: "{0} {1}: trước là {2}; nay là {3}", "{0} {1}: before {2}; now {3}";
    NO_LONGER: "{0} {1}: bản này không còn số (trước là {2})", "{0} {1}: no longer in this edition (before {2})";
    YEARS_OF: "{0}: số của {1} năm, {2}–{3}; mới nhất năm {3}: {4}", "{0}: figures of {1} years, {2} to {3}; the newest, {3}: {4}";
    WITH_RANK: "{0}, hạng {1}", "{0}, rank {1}";
    ONLY_RANK: "hạng {0}", "rank {0}";
    COMPUTED: "{0} (Thước Đo tính)", "{0} (computed by Thước Đo)";
    DISPUTED: "các nguồn nêu số khác nhau", "sources give different figures";
    SINCE: "{0} so với {1}", "{0} against {1}";
    NOT_SINCE: "≠ không so sánh được với {0}: {1}", "≠ not comparable with {0}: {1}";

    // Rules.
    METHOD_NEW: "phương pháp mới: {0} ({1})", "new method: {0} ({1})";
    METHOD_SAID: "mô tả phương pháp đổi: {0} ({1})", "description of the method changed: {0} ({1})";
    VERDICT_NEW: "{0} → {1}: {2}", "{0} → {1}: {2}";
    VERDICT_CHANGED: "{0} → {1}: trước ghi “{3}”, nay {2}", "{0} → {1}: before “{3}”, now {2}";
    VERDICT_GONE: "{0} → {1}: không còn ghi “{2}”", "{0} → {1}: no longer said “{2}”";
    WITH_REASON: "{0}. {1}", "{0}. {1}";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_everything_with_the_same_blanks() {
        crate::messages::tests::check(super::ALL);
    }
}
