//! Names of provinces.

wording! {
    UnknownProvince {
        title: "Tên tỉnh, thành chưa nhận ra", "Names that are not recognised";
        what: "Chưa nhận ra tỉnh, thành nào có tên hoặc mã này[: “{found}”].", "No province of this name or code is known[: “{found}”].";
        expected: "Tên, tên gọi khác hoặc mã thống kê của một tỉnh, thành.", "A province's name, another name that is known, or its statistics code.";
        fix: "Hãy chọn tỉnh, thành tương ứng, hoặc chọn “Bỏ các dòng này” nếu không phải của tỉnh, thành nào.", "Choose the province that is meant, or choose “Leave these rows out” if they are no province's.";
    }
    NearProvince {
        title: "Tên gần giống, cần xác nhận", "Similar names to confirm";
        what: "Tên này gần giống tên một tỉnh, thành nhưng không khớp hẳn[: “{found}”].", "This name is similar to a province's but not the same[: “{found}”].";
        expected: "[Có lẽ là: {*}.]", "[Probably: {*}.]";
        fix: "Hãy xác nhận tỉnh, thành được gợi ý hoặc chọn tỉnh, thành khác.", "Confirm the suggested province or choose another.";
    }
    AmbiguousProvince {
        title: "Tên có thể là nhiều tỉnh, thành", "Names that several provinces have";
        what: "Nhiều tỉnh, thành có thể được gọi như vậy[: “{found}”].", "Several provinces may be called so[: “{found}”].";
        expected: "[Một trong: {*}.]", "[One of: {*}.]";
        fix: "Hãy chọn tỉnh, thành tương ứng.", "Choose the province that is meant.";
    }
    ProvinceNotThen {
        title: "Đơn vị không có vào thời điểm đó", "Units that did not exist at that time";
        what: "Vào thời điểm của số liệu[ ({2})] không có đơn vị này[: {0}][, {1}].", "This unit did not exist at the time of the figures[ ({2})][: {0}][, {1}].";
        expected: "63 tỉnh, thành đến hết ngày 30/6/2025; 34 tỉnh, thành từ ngày 1/7/2025.", "The 63 provinces to 30 June 2025; the 34 provinces since 1 July 2025.";
        fix: "Hãy kiểm tra năm. Nếu năm đúng, hãy chọn đơn vị có vào thời điểm đó hoặc chọn “Bỏ các dòng này”. Điểm của các đơn vị cũ không gộp được thành điểm của đơn vị mới.", "Check the year. If it is right, choose the unit of that time or “Leave these rows out”. Scores of former units do not add up to a score of the new one.";
    }
    CodeDisagrees {
        title: "Tên và mã không khớp", "Name and code disagree";
        what: "Tên và mã thống kê thuộc hai tỉnh, thành khác nhau[: tên là của {0}, mã là của {1}][ (tệp ghi “{found}”)].", "The name and the statistics code are of different provinces[: the name is that of {0}, the code that of {1}][ (the file says “{found}”)].";
        expected: "Tên và mã của cùng một tỉnh, thành.", "Name and code of the same province.";
        fix: "Hãy sửa tên hoặc mã trong tệp. Nếu cột đó không phải là mã thống kê, hãy chọn “Không đọc” cho cột.", "Fix the name or the code in the file. If that column has no statistics codes, choose “Not read” for it.";
    }
    MixedUnits {
        title: "Lẫn đơn vị cũ và mới", "Former and present units in one table";
        what: "Bảng có cả đơn vị trước và sau ngày 1/7/2025[, ví dụ {0} và {1}].", "The table has units from before and after 1 July 2025[, such as {0} and {1}].";
        expected: "Một danh sách: 63 tỉnh, thành đến hết ngày 30/6/2025, hoặc 34 tỉnh, thành từ ngày 1/7/2025.", "One list: the 63 provinces to 30 June 2025, or the 34 provinces since 1 July 2025.";
        fix: "Hãy tách thành hai tệp, hoặc bỏ những dòng không thuộc danh sách của năm đó.", "Divide it into two files, or leave out the rows that are not on that year's list.";
    }
    MatchedName {
        title: "Tên viết khác đã nhận ra", "Names in another spelling";
        what: "Tên viết khác danh mục nhưng nhận ra được[: “{found}” là {0}].", "The name is spelt otherwise than in the catalogue but is known[: “{found}” is {0}].";
        expected: "", "";
        fix: "", "";
    }
    AbsentProvince {
        title: "Tỉnh, thành không có dòng nào", "Provinces without a row";
        what: "Bảng không có dòng nào của tỉnh, thành này[: {0}].", "The table has no row of this province[: {0}].";
        expected: "Mỗi tỉnh, thành có một dòng, hoặc có lý do không có số.", "A row for each province, or a reason for having none.";
        fix: "Nếu tệp thiếu, hãy bổ sung rồi tải lên lại. Nếu nguồn không có số, hãy chọn lý do, ví dụ nguồn không công bố hoặc không được khảo sát.", "If the row is missing from the file, add it and upload the file again. If the source has no figure, choose why, such as not published or not surveyed.";
    }
}
