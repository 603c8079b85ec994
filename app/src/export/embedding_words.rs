//! Messages of the page about embedding.

use crate::messages::messages;

messages! {
    EMBED_H1: "Nhúng và tải về", "Embed and download";
    EMBED_LEAD: "Mỗi biểu đồ và mỗi bảng có địa chỉ riêng, dùng được trong trang trình chiếu, báo cáo và trang web. Nguồn, bản dữ liệu và ghi chú phương pháp luôn đi kèm.", "Every chart and table has an address of its own for slides, reports and web pages. Source, edition and the note on the method always travel with it.";

    WHICH_ONE: "Cố định hay cập nhật", "Frozen or live";
    FROZEN_HEAD: "Cố định (có edition= trong địa chỉ)", "Frozen (edition= in the address)";
    FROZEN_TEXT: "Số liệu đứng yên ở một bản dữ liệu. Dùng cho trang trình chiếu, báo cáo đã ký, văn bản trích dẫn: một năm sau mở lại vẫn là con số đã trình bày.", "The figures stay those of one edition. For slides, signed reports and anything that is cited: a year later they are still the figures that were shown.";
    LIVE_HEAD: "Cập nhật (không có edition=)", "Live (no edition=)";
    LIVE_TEXT: "Luôn theo bản dữ liệu mới nhất. Dùng cho trang web cần số hiện hành. Khi có bản mới, hình đổi theo trong vòng năm phút.", "Always the newest edition. For web pages that must be up to date. A new edition shows within five minutes.";

    PLACES: "Từng nơi, từng bước", "Place by place";
    POWERPOINT: "PowerPoint", "PowerPoint";
    POWERPOINT_1: "Dưới biểu đồ, mở “Chia sẻ, tải về” và bấm PPTX. Tệp có một trang với biểu đồ thật của PowerPoint, sửa được.", "Under the chart open “Share, download” and press PPTX. The file has one slide with a real PowerPoint chart that can be edited.";
    POWERPOINT_2: "Chép trang đó vào bài của mình; chọn giữ định dạng nguồn nếu muốn giữ màu. Lời nói kèm nằm trong phần ghi chú của trang.", "Copy the slide into your own presentation; keep the source formatting to keep the colours. What to say is in the notes of the slide.";
    POWERPOINT_3: "Nhiều biểu đồ: bấm “Thêm vào bộ trang trình chiếu” ở từng biểu đồ rồi tải cả bộ. Chỉ cần hình: tải SVG rồi chèn bằng Chèn, Hình ảnh.", "Several charts: press “Add to the deck” at each and download the whole deck. A picture only: download the SVG and use Insert, Pictures.";
    WORD: "Word", "Word";
    WORD_1: "Hình: chọn khổ “Nửa trang A4”, tải SVG (hoặc PNG 3×) rồi chèn bằng Chèn, Hình ảnh.", "Picture: choose “Half of A4”, download SVG (or PNG 3×) and use Insert, Pictures.";
    WORD_2: "Bảng: mở địa chỉ bảng HTML, chọn cả bảng, chép và dán; Word giữ nguyên hàng, cột và nguồn.", "Table: open the address of the HTML table, select all, copy and paste; Word keeps rows, columns and sources.";
    WORD_3: "Trích dẫn: chép câu trích dẫn, hoặc tải BibTeX, CSL-JSON cho phần mềm quản lý tài liệu.", "Citation: copy the sentence, or download BibTeX or CSL-JSON for reference software.";
    EXCEL: "Excel", "Excel";
    EXCEL_1: "Tải XLSX: bảng có kiểu số đúng, trang nguồn và, với biểu đồ, một biểu đồ thật của Excel.", "Download XLSX: typed cells, a sheet of sources and, for charts, a real Excel chart.";
    EXCEL_2: "Số liệu tự làm mới: Dữ liệu, Từ Web, dán địa chỉ CSV bản cập nhật.", "Figures that refresh: Data, From Web, paste the live CSV address.";
    GOOGLE: "Google Trang trình bày", "Google Slides";
    GOOGLE_1: "Tải PPTX lên Google Drive rồi mở bằng Google Trang trình bày.", "Upload the PPTX to Google Drive and open it with Google Slides.";
    GOOGLE_2: "Hoặc Chèn, Hình ảnh, Theo URL và dán địa chỉ PNG cố định.", "Or Insert, Image, By URL and paste the frozen PNG address.";
    WORDPRESS: "WordPress", "WordPress";
    WORDPRESS_1: "Thêm khối “HTML tùy chỉnh” và dán mã khung nhúng.", "Add a “Custom HTML” block and paste the code of the frame.";
    WORDPRESS_2: "Nếu trang của bạn không cho nhập mã, thêm khối Hình ảnh, chọn “Chèn từ URL” và dán địa chỉ PNG.", "If your site does not allow code, add an Image block, choose “Insert from URL” and paste the PNG address.";
    PORTAL: "Cổng thông tin của cơ quan", "The portal of an office";
    PORTAL_1: "Dán mã khung nhúng vào trang. Không có mã theo dõi, không cookie, không gọi bên thứ ba.", "Paste the code of the frame into the page. It sets no cookie, tracks nobody and calls no third party.";
    PORTAL_2: "Nếu cổng có Content-Security-Policy, thêm {0} vào frame-src, và vào script-src nếu dùng khung tự vừa chiều cao; dùng hình thì thêm vào img-src.", "If the portal has a Content-Security-Policy, add {0} to frame-src, and to script-src for the frame that fits its height; for pictures add it to img-src.";
    PORTAL_3: "Không thêm được script thì dùng khung có chiều cao tính sẵn: nội dung vẫn đủ.", "Where no script can be added use the frame with the computed height: it still shows everything.";
    REVEAL: "reveal.js", "reveal.js";
    REVEAL_1: "Trang nền là khung: đặt data-background-iframe bằng địa chỉ khung nhúng.", "A frame as background: set data-background-iframe to the address of the frame.";
    REVEAL_2: "Hoặc đặt hình SVG khổ 16:9 bằng thẻ img.", "Or place the 16:9 SVG picture with an img element.";
    LATEX: "LaTeX", "LaTeX";
    LATEX_1: "Tải PDF (hình véc-tơ, chữ thật) rồi dùng \\includegraphics.", "Download the PDF (vectors, real text) and use \\includegraphics.";
    LATEX_2: "Trích dẫn bằng tệp BibTeX của chính biểu đồ đó.", "Cite with the BibTeX file of the same chart.";
    MARKDOWN: "Markdown, kho mã, wiki", "Markdown, repositories, wikis";
    MARKDOWN_1: "Chép dòng Markdown: hình có chữ thay thế và liên kết về trang số liệu.", "Copy the Markdown line: a picture with a text alternative and a link back to the figures.";

    EXAMPLE: "Ví dụ thật", "A real example";
    EXAMPLE_TEXT: "Mã dưới đây hiện đúng khung bên dưới nó, với số liệu mới nhất.", "This code shows the frame below it, with the newest figures.";
    EXAMPLE_SHARE: "Chọn cách trình bày khác.", "Choose another look.";

    ADDRESSES: "Địa chỉ và tham số", "Addresses and parameters";
    ADDRESSES_TEXT: "Đứng sau {0}. Địa chỉ cố định trả về cùng một nội dung mãi mãi và được lưu đệm lâu dài; địa chỉ sai được trả lời bằng một trang nói rõ chỗ sai.", "They follow {0}. A frozen address gives the same content for ever and may be cached for good; a wrong one is answered with a page that says what is wrong.";
    ADDRESS: "Địa chỉ", "Address";
    GIVES: "Cho", "Gives";
    PARAMETERS: "Tham số", "Parameters";
    PARAMETER: "Tham số", "Parameter";
    MEANS: "Nghĩa", "Means";
    ADDRESS_PICTURE: "Hình; cũng có .png và .pdf", "A picture; also .png and .pdf";
    ADDRESS_SLIDE: "Một trang trình chiếu; .xlsx cho biểu đồ trong Excel", "One slide; .xlsx for the chart in Excel";
    ADDRESS_TABLE: "Số liệu; cũng có .xlsx, .json, .parquet, .html; trích dẫn: .bib, .csl.json", "The figures; also .xlsx, .json, .parquet, .html; citations: .bib, .csl.json";
    ADDRESS_FRAME: "Trang nhỏ để nhúng bằng iframe", "A small page for an iframe";
    ADDRESS_DECK: "Bộ trang trình chiếu; có sẵn: /decks/country.pptx, /decks/provinces/nghe-an.pptx", "A deck; ready ones: /decks/country.pptx, /decks/provinces/nghe-an.pptx";
    ADDRESS_OEMBED: "Mô tả oEmbed của một địa chỉ (format=json hoặc xml)", "The oEmbed answer for an address (format=json or xml)";
    PARAMETER_EDITION: "số của bản dữ liệu: cố định; không có: cập nhật", "number of the edition: frozen; absent: live";
    PARAMETER_LANG: "vi (mặc định) hoặc en", "vi (default) or en";
    PARAMETER_THEME: "light (mặc định) hoặc dark", "light (default) or dark";
    PARAMETER_SIZE: "auto (mặc định), 16x9, 4x3, 1x1, a4, phone, card", "auto (default), 16x9, 4x3, 1x1, a4, phone, card";
    PARAMETER_SWITCH: "on (mặc định) hoặc off", "on (default) or off";
    PARAMETER_SCALE: "1, 2 (mặc định) hoặc 3: điểm ảnh cho mỗi px của PNG", "1, 2 (default) or 3: pixels for each px of a PNG";
    PARAMETER_HIGHLIGHT: "tỉnh, thành được đánh dấu, ví dụ nghe-an,ha-tinh (tối đa năm)", "provinces to mark, such as nghe-an,ha-tinh (five at most)";
    PARAMETER_STATE: "thành phần, vùng, danh sách đơn vị (63 hoặc 34), năm của các thành phần", "component, region, list of units (63 or 34), year of the components";
    PARAMETER_DOWNLOAD: "1: lưu thành tệp thay vì mở", "1: save as a file instead of opening";

    TERMS: "Điều kiện sử dụng", "Terms of use";
    TERMS_TEXT: "Số liệu thuộc cơ quan công bố ghi trong từng hình; khi dùng lại, giữ nguyên dòng nguồn, số của bản dữ liệu và dấu ≠ ở chỗ không so sánh được. Điều kiện của từng chỉ số nằm ở trang của chỉ số đó.", "The figures belong to the publisher named in each picture; when reusing them keep the line of sources, the number of the edition and the sign ≠ where years may not be compared. The terms of each indicator are on its own page.";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_everything_with_the_same_blanks() {
        crate::messages::tests::check(super::ALL);
    }
}
