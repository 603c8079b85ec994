//! The Vietnamese of what the OpenAPI document says in English: it is where the English is.

/// Summary and description of an address in Vietnamese.
pub(super) fn endpoint(path: &str) -> Option<[&'static str; 2]> {
    Some(match path {
        "/api/v1/figures" => [
            "Số liệu",
            "Mọi số liệu cùng điều các nguồn nói, theo thứ tự của bản dữ liệu, có lọc và chia trang.",
        ],
        "/api/v1/indicators" => ["Danh sách chỉ số", "Các chỉ số theo thứ tự hiển thị trên trang."],
        "/api/v1/indicators/{indicator}" => [
            "Một chỉ số",
            "Thành phần, phương pháp, mức xếp loại, kết luận về khả năng so sánh, và mức đầy đủ của từng năm.",
        ],
        "/api/v1/provinces" => [
            "Danh sách tỉnh, thành phố",
            "Tỉnh, thành phố các thời kỳ theo bảng chữ cái: 63 đơn vị, Hà Tây và 34 đơn vị.",
        ],
        "/api/v1/provinces/{province}" => [
            "Một tỉnh, thành phố",
            "Tên, thời gian tồn tại, vùng, đơn vị tiền thân và đơn vị kế thừa.",
        ],
        "/api/v1/rankings/{indicator}/{year}" => [
            "Bảng xếp hạng",
            "Bảng của một chỉ số, thành phần và năm: thứ hạng, giá trị, nhóm và thay đổi so với năm trước.",
        ],
        "/api/v1/changes" => [
            "Thay đổi giữa hai năm",
            "Hai năm có so sánh được không, cùng giá trị, thứ hạng và chênh lệch của từng tỉnh, thành phố.",
        ],
        "/api/v1/editions" => [
            "Danh sách bản dữ liệu",
            "Đã công bố gì, khi nào, mới nhất trước. Số bản dữ liệu liên tục và một bản dữ liệu không bao giờ thay đổi.",
        ],
        "/api/v1/editions/{number}/restore" => [
            "Hoàn tác: khôi phục một bản dữ liệu",
            "Công bố lại số liệu của một bản dữ liệu trước thành bản dữ liệu mới. base là bản dữ liệu mới nhất đã xem: nếu sau đó đã có bản dữ liệu khác thì không làm gì (409), published_since kể ra các bản dữ liệu đó. Không có base thì chỉ hoàn tác được bản dữ liệu mới nhất. note là lý do.",
        ],
        "/api/v1/decks/refresh" => [
            "Cập nhật tệp trình chiếu",
            "Nhận tệp PowerPoint đã tải từ đây, kể cả khi đã sửa: nội dung yêu cầu là tệp, hoặc trường file của biểu mẫu. Những gì chưa ai sửa được thay bằng nội dung của bản dữ liệu; mọi thứ khác giữ nguyên từng byte. Câu trả lời là tệp, hoặc báo cáo về từng trang.",
        ],
        "/api/v1/openapi.json" => [
            "Tài liệu này cho máy",
            "OpenAPI 3.1, có tên các chỉ số, thành phần, tỉnh và vùng của bản dữ liệu mới nhất.",
        ],
        "/api/v1/uploads" => [
            "Tải bảng số liệu lên",
            "Nhận tệp và tạo bản nháp cho mỗi chỉ số và năm trong tệp: nội dung yêu cầu là tệp, hoặc trường file của biểu mẫu. Câu trả lời là bản nháp đầu tiên cùng danh sách mọi bản nháp và mọi bảng của tệp. Những gì đã chọn đặt sau dấu hỏi hoặc trong biểu mẫu.",
        ],
        "/api/v1/uploads/{id}" => [
            "Một tệp đã tải lên",
            "Từng bảng của tệp và kết quả, từng bản nháp được lập từ tệp.",
        ],
        "/api/v1/uploads/{id}/drafts" => [
            "Lập bản nháp từ một bảng",
            "Lập bản nháp từ một bảng: table như trong danh sách của tệp, indicator và year khi tệp không ghi, cùng các lựa chọn khác.",
        ],
        "/api/v1/corrections" => [
            "Sửa một số liệu",
            "Tạo bản nháp sửa một số liệu: indicator, component, province, year hoặc as_of; value và rank, hoặc missing; source, hoặc source_title kèm source_publisher, source_url, source_published; how (replace, beside, shown); reason. show với tên một nguồn chọn nguồn đó khi các nguồn khác nhau, all hiện lại tất cả. Bản nháp được công bố như bản nháp của một bảng.",
        ],
        "/api/v1/drafts/{id}" => [
            "Một bản nháp",
            "Chương trình hiểu tệp thế nào, mọi vấn đề, và công bố sẽ thay đổi gì.",
        ],
        "/api/v1/drafts/{id}/issues" => [
            "Lỗi và cảnh báo của bản nháp",
            "Mọi lỗi, cảnh báo và ghi chú, theo từng phần: from là phần tử đầu (từ 0), limit là số lượng; next là chỗ phần sau bắt đầu.",
        ],
        "/api/v1/drafts/{id}/choices" => [
            "Chọn cho bản nháp",
            "Thêm lựa chọn vào bản nháp; giá trị rỗng bỏ lựa chọn đã có.",
        ],
        "/api/v1/drafts/{id}/publish" => [
            "Công bố bản nháp",
            "Tạo bản dữ liệu mới: revision và base như đã đọc trong bản nháp, note, và reason.MÃ cho từng loại cảnh báo. Gọi lại cho cùng bản dữ liệu đó.",
        ],
        _ => return None,
    })
}

/// What a parameter does, in Vietnamese.
pub(super) fn parameter(path: &str, name: &str) -> Option<&'static str> {
    let several = path == "/api/v1/figures";
    Some(match name {
        "edition" if path.starts_with("/api/v1/decks") => {
            "Số của bản dữ liệu mà tệp sẽ theo; bỏ trống là bản mới nhất."
        }
        "notes_slide" => "1 để thêm một trang ở cuối liệt kê thay đổi.",
        "report" => "1 để nhận báo cáo thay cho tệp, như khi gửi Accept: application/json.",
        "lang" => "Ngôn ngữ của báo cáo: vi hoặc en.",
        "edition" => "Số của bản dữ liệu. Có nó thì câu trả lời không bao giờ đổi.",
        "indicator" if several => "Các chỉ số; bỏ trống là tất cả.",
        "indicator" => "Chỉ số.",
        "component" if several => "Các thành phần, ví dụ entry; bỏ trống là tất cả.",
        "component" => "Thành phần; bỏ trống là số tổng hợp.",
        "province" if path.starts_with("/api/v1/provinces") => "Tỉnh, thành phố.",
        "province" => "Các tỉnh, thành phố; bỏ trống là tất cả.",
        "region" => "Các vùng: số của vùng và của các tỉnh trong vùng.",
        "place" => "Loại nơi chốn: tỉnh, vùng hoặc cả nước.",
        "basis" => "Danh sách 63 hoặc 34 tỉnh, thành phố.",
        "year" if several => "Các năm.",
        "year" => "Năm.",
        "from" if path.ends_with("/issues") => "Phần tử đầu, từ 0.",
        "from" => "Năm đầu.",
        "to" => "Năm cuối.",
        "status" => "Các nguồn nói gì về giá trị: biết, thiếu, hoặc khác nhau.",
        "limit" => "Số dòng nhiều nhất của một trang.",
        "cursor" => "Nơi trang tiếp theo bắt đầu, lấy từ next của trang trước. Nó giữ nguyên bản dữ liệu của trang đó.",
        "format" => "Dạng của câu trả lời.",
        "Accept-Language" => "Ngôn ngữ của note và method: vi hoặc en.",
        "id" if path.starts_with("/api/v1/uploads") => "Tên của tệp đã tải lên, lấy từ câu trả lời khi tải lên.",
        "id" => "Tên của bản nháp, lấy từ câu trả lời khi tải lên.",
        "number" => "Số của bản dữ liệu cần khôi phục.",
        "name" => "Tên tệp.",
        "mode" => "Làm gì với số liệu đã có.",
        "method" => {
            "Phương pháp của năm chưa có trong danh mục: same (như năm trước), same:NĂM, new (kèm method_name, \
             method_note, method_decision, method_date) hoặc unknown (chưa rõ)."
        }
        _ => return None,
    })
}
