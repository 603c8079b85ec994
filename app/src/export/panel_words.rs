//! Messages of the share panel, the share page, decks and the page about embedding.

use crate::messages::messages;

messages! {
    // The panel under a chart or a table.
    SHARE: "Chia sẻ, tải về", "Share, download";
    WHICH_EDITION: "Số liệu", "Figures";
    FROZEN: "Cố định: bản dữ liệu số {0}", "Frozen: data edition {0}";
    LIVE: "Cập nhật: luôn theo bản mới nhất", "Live: always the newest edition";
    FROZEN_WHY: "Bản cố định không bao giờ đổi: số trên trang trình chiếu vẫn đúng như lúc trình bày. Bản cập nhật đổi theo mỗi lần công bố.", "A frozen one never changes: the figures on a slide stay as they were when shown. A live one changes with each new edition.";
    LANGUAGE: "Ngôn ngữ", "Language";
    VIETNAMESE: "Tiếng Việt", "Tiếng Việt";
    ENGLISH: "English", "English";
    THEME: "Nền", "Ground";
    LIGHT: "Sáng", "Light";
    DARK: "Tối", "Dark";
    SIZE: "Khổ hình", "Size";
    SIZE_AUTO: "Cao theo biểu đồ, rộng 960", "As high as needed, 960 wide";
    SIZE_WIDE: "Trang trình chiếu 16:9", "Slide 16:9";
    SIZE_STANDARD: "Trang trình chiếu 4:3", "Slide 4:3";
    SIZE_SQUARE: "Hình vuông", "Square";
    SIZE_HALF: "Nửa trang A4", "Half of A4";
    SIZE_PHONE: "Điện thoại", "Phone";
    SIZE_CARD: "Thẻ liên kết 1200 × 630", "Link card 1200 × 630";
    TITLE: "Tiêu đề trong hình", "Title inside";
    NOTES: "Ghi chú trong hình", "Notes inside";
    ON: "Có", "Yes";
    OFF: "Không", "No";
    SCALE: "Độ nét của PNG", "PNG resolution";
    SCALE_TIMES: "{0}×", "{0}×";
    GET_CODE: "Lấy liên kết và mã nhúng", "Get link and code";
    ADD_TO_DECK: "Thêm vào bộ trang trình chiếu", "Add to the deck";
    DOWNLOAD: "Tải về", "Download";
    ALSO_COMBINED: "Điểm và hạng trong một hình", "Score and rank in one picture";

    // The page of one chart or table.
    SHARE_TITLE: "Chia sẻ: {0}", "Share: {0}";
    SHARE_LEAD: "Chọn cách trình bày rồi chép liên kết, mã nhúng hoặc tải tệp. Mọi lựa chọn nằm trong địa chỉ của trang này.", "Choose how it looks, then copy a link or code, or download a file. All choices are in the address of this page.";
    BACK_TO_PAGE: "Xem trên trang số liệu", "See it on its page";
    PREVIEW: "Hình xem trước", "Preview";
    CHOICES: "Cách trình bày", "How it looks";
    UPDATE: "Xem lại với lựa chọn này", "Show with these choices";
    LINKS: "Liên kết và mã nhúng", "Links and code";
    LINKS_FROZEN: "Các địa chỉ dưới đây cố định ở bản dữ liệu số {0}.", "The addresses below are frozen at data edition {0}.";
    LINKS_LIVE: "Các địa chỉ dưới đây luôn theo bản dữ liệu mới nhất.", "The addresses below always follow the newest data edition.";
    SNIPPET_PAGE: "Liên kết đến trang", "Link to the page";
    SNIPPET_SVG: "Địa chỉ hình SVG (nét ở mọi cỡ)", "Address of the SVG picture (sharp at every size)";
    SNIPPET_PNG: "Địa chỉ hình PNG", "Address of the PNG picture";
    SNIPPET_HTML: "HTML: hình có liên kết", "HTML: picture with a link";
    SNIPPET_FRAME: "HTML: khung nhúng", "HTML: embedded frame";
    SNIPPET_FIT: "HTML: khung nhúng tự vừa chiều cao", "HTML: embedded frame that fits its height";
    SNIPPET_MARKDOWN: "Markdown", "Markdown";
    SNIPPET_OEMBED: "Địa chỉ oEmbed", "oEmbed address";
    SNIPPET_TABLE: "Địa chỉ bảng HTML (mở ra rồi chép vào Word)", "Address of the HTML table (open it and paste it into Word)";
    SNIPPET_CSV: "Địa chỉ tệp CSV", "Address of the CSV file";
    SNIPPET_CITATION: "Trích dẫn", "Citation";
    COPY: "Chép", "Copy";
    COPY_WHAT: "Chép: {0}", "Copy: {0}";
    COPIED: "Đã chép.", "Copied.";
    SELECTED: "Đã chọn sẵn; bấm Ctrl+C để chép.", "Selected; press Ctrl+C to copy.";
    SAYS_WITH_IT: "Phải nói kèm", "What must be said with it";
    CITE_FILES: "Tệp trích dẫn", "Citation files";
    HOW_TO: "Cách nhúng vào PowerPoint, Word, WordPress và nơi khác", "How to embed in PowerPoint, Word, WordPress and elsewhere";

    // The deck builder.
    DECK: "Trang trình chiếu", "Deck builder";
    DECK_H1: "Bộ trang trình chiếu", "Your deck";
    DECK_LEAD: "Gom biểu đồ trong khi đọc, sắp thứ tự rồi tải về thành một tệp PowerPoint. Biểu đồ trong tệp sửa được, kèm số liệu và nguồn.", "Collect charts while reading, put them in order, then download one PowerPoint file. Its charts can be edited and carry their figures and sources.";
    DECK_EMPTY: "Chưa có biểu đồ nào.", "There are no charts yet.";
    DECK_HOW: "Dưới mỗi biểu đồ có mục “Chia sẻ, tải về”; trong đó bấm “Thêm vào bộ trang trình chiếu”. Cũng có thể bắt đầu từ một bộ có sẵn.", "Under each chart open “Share, download” and press “Add to the deck”. You can also start from a ready deck.";
    DECK_COUNT: "{0}/{1} biểu đồ", "{0} of {1} charts";
    DECK_FULL: "Bộ đã đủ {0} biểu đồ: bỏ bớt trước khi thêm.", "The deck holds {0} charts, the most it can: remove some before adding.";
    DECK_NAME: "Tiêu đề của bộ", "Title of the deck";
    DECK_SIZE: "Khổ trang", "Slide size";
    DECK_UPDATE: "Lưu lựa chọn", "Keep these choices";
    DECK_UP: "Lên", "Up";
    DECK_DOWN: "Xuống", "Down";
    DECK_REMOVE: "Bỏ", "Remove";
    DECK_UP_WHAT: "Đưa lên: {0}", "Move up: {0}";
    DECK_DOWN_WHAT: "Đưa xuống: {0}", "Move down: {0}";
    DECK_REMOVE_WHAT: "Bỏ khỏi bộ: {0}", "Remove from the deck: {0}";
    DECK_CHARTS: "Các biểu đồ", "Charts";
    DECK_LINK: "Liên kết đến bộ này", "Link to this deck";
    DECK_LINK_WHY: "Ai mở liên kết cũng thấy đúng bộ này; bộ riêng của người đó không đổi.", "Whoever opens the link sees this deck; their own deck stays as it is.";
    DECK_THEIRS: "Đây là bộ do người khác chia sẻ. Bộ riêng của bạn không đổi.", "This deck was shared with you. Your own deck stays as it is.";
    DECK_TAKE: "Dùng làm bộ của tôi", "Use as my deck";
    DECK_SLIDES: "Thêm vào đó là trang tiêu đề ở đầu và trang nguồn ở cuối.", "A title slide comes first and a slide of sources last.";

    // Ready decks.
    READY: "Bộ có sẵn", "Ready decks";
    READY_LEAD: "Mỗi bộ là một tệp PowerPoint khổ 16:9 với các biểu đồ của số liệu mới nhất. “Mở để sửa” cho phép chọn lại biểu đồ và thứ tự.", "Each deck is a 16:9 PowerPoint file with the charts of the newest figures. “Open to edit” lets you choose charts and order.";
    READY_OPEN: "Mở để sửa", "Open to edit";
    READY_OWN: "Tỉnh, thành của bạn", "Your province";
    READY_COUNTRY: "Cả nước", "The whole country";
    READY_REGIONS_34: "Vùng (34 tỉnh, thành)", "Regions (34 provinces)";
    READY_REGIONS_63: "Vùng (63 tỉnh, thành)", "Regions (63 provinces)";
    READY_34: "34 tỉnh, thành phố từ 1/7/2025", "34 provinces since 1 July 2025";
    READY_63: "Các tỉnh, thành phố cũ, đến 30/6/2025", "Former provinces, to 30 June 2025";
    READY_MADE: "Bản dữ liệu số {0}; tệp tải về không đổi khi có bản mới.", "Data edition {0}; a downloaded file does not change with later editions.";
    EMBEDDING: "Nhúng và tải về", "Embed and download";
    API: "API", "API";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_everything_with_the_same_blanks() {
        crate::messages::tests::check(super::ALL);
    }
}
