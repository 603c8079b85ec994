//! What pages say that change the catalogue.

use crate::messages::messages;

messages! {
    // The catalogue.
    CATALOGUE_LEAD: "Chỉ số, thành phần, tên gọi khác và kết luận so sánh. Mọi thay đổi đều qua bản nháp, xem trước và hoàn tác được.", "Indicators, components, other names and verdicts. Every change goes through a draft, can be previewed and undone.";
    CATALOGUE_DRAFT: "Sửa danh mục: {0}", "Change of the catalogue: {0}";
    CATALOGUE_FILES: "Các tệp của danh mục", "Files of the catalogue";
    CATALOGUE_FILES_LEAD: "Bấm vào tên tệp để mở bản nháp và sửa trực tiếp.", "A name opens a draft in which the file can be edited.";
    BYTES: "Số byte", "Bytes";
    BEGUN_BY: "Do {0} soạn.", "Begun by {0}.";
    BEGIN_DRAFT: "Lập bản nháp", "Begin a draft";
    ALIAS: "Thêm tên gọi khác của tỉnh, thành", "Add another name of a province";
    ALIAS_LEAD: "Ví dụ cách viết tắt mà tệp của một cơ quan hay dùng.", "For example an abbreviation that an authority’s files use.";
    SPELLING: "Cách viết", "Spelling";
    SPELLING_HINT: "Đúng như trong tệp.", "Exactly as in the files.";
    FROM: "Từ ngày", "From";
    TO: "Đến hết ngày", "Until";
    DAY_HINT: "Năm-tháng-ngày; để trống là không giới hạn.", "Year-month-day; empty means without limit.";
    VERDICT: "Thêm kết luận so sánh giữa hai năm", "Add a verdict on two years";
    VERDICT_LEAD: "Hai năm của một chỉ số có so sánh được hay không, và vì sao.", "Whether two years of an indicator may be compared, and why.";
    YEAR_FROM: "Từ năm", "From year";
    YEAR_TO: "Đến năm", "To year";
    DECISION: "Số quyết định", "Number of the decision";
    REASON_VI: "Lý do (tiếng Việt)", "Reason (Vietnamese)";
    REASON_EN: "Lý do (tiếng Anh)", "Reason (English)";
    COMPONENT: "Thêm thành phần của chỉ số", "Add a component of an indicator";
    COMPONENT_LEAD: "Ví dụ một trục nội dung mới của bộ chỉ số.", "For example a new dimension of the index.";
    COMPONENT_ID: "Tên ngắn dùng trong tệp và địa chỉ", "Short name for files and addresses";
    COMPONENT_ID_HINT: "Chữ thường không dấu, chữ số, gạch dưới.", "Plain lower-case letters, digits, underscores.";
    NAME_VI: "Tên tiếng Việt", "Vietnamese name";
    NAME_EN: "Tên tiếng Anh", "English name";
    PARENT: "Thuộc thành phần", "Part of the component";
    PARENT_HINT: "Tên ngắn của thành phần cấp trên; để trống nếu không có.", "Short name of the component above; empty if there is none.";
    SCALE_MIN: "Điểm thấp nhất", "Lowest score";
    SCALE_MAX: "Điểm cao nhất", "Highest score";
    NEW_FILE: "Tải lên một tệp danh mục", "Upload a file of the catalogue";
    NEW_FILE_LEAD: "Thay một tệp đang có, hoặc thêm một chỉ số mới bằng một tệp TOML.", "Replace a file, or add a new indicator with a TOML file.";
    PATH: "Đường dẫn trong dữ liệu", "Path within the data";
    PATH_HINT: "Ví dụ catalogue/indicators/pgi.toml", "For example catalogue/indicators/pgi.toml";
    LINES_CHANGE: "Những dòng sẽ đổi", "Lines that change";
    LINE: "Dòng", "Line";
    TEXT: "Nội dung", "Text";
    PROBLEMS: "Chỗ chưa đúng ({0})", "Problems ({0})";
    GO_ON_EDITING: "Sửa tiếp", "Go on editing";
    FILE_TEXT: "Toàn bộ tệp", "The whole file";
    FILE_TEXT_HINT: "Sửa ở đây rồi bấm kiểm tra.", "Edit here, then check.";
    CHECK: "Lưu và kiểm tra", "Save and check";
}
