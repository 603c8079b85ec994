//! Single values.

use domain::upload::{Arg, Issue, IssueKind};

use super::wording::Words;

/// Wording for what was found, where that of the kind would be wrong.
pub(super) fn special(issue: &Issue) -> Option<&'static Words> {
    match (issue.kind, &issue.args[..]) {
        (IssueKind::OutOfScale, [Arg::Number(low, _), Arg::Number(high, _)]) if low > high => Some(&UPSIDE_DOWN),
        // What counts may reach has no limit worth saying.
        (IssueKind::OutOfScale, [_, Arg::Number(high, _)]) if *high >= f64::from(u32::MAX) => Some(&NEGATIVE),
        _ => None,
    }
}

const OUTSIDE: [&str; 2] = ["Ngoài khoảng cho phép", "Outside the range"];

const UPSIDE_DOWN: Words = Words {
    title: OUTSIDE,
    what: [
        "Cận dưới lớn hơn cận trên[: {0} và {1}].",
        "The lower end of the interval is above its upper end[: {0} and {1}].",
    ],
    expected: [
        "Cận dưới không lớn hơn cận trên.",
        "A lower end that is not above the upper end.",
    ],
    fix: [
        "Hãy đối chiếu với nguồn và sửa trong tệp. Nếu hai cột bị đổi chỗ, hãy chọn lại nội dung của chúng.",
        "Compare them with the source and fix the file. If the two columns changed places, choose again what they hold.",
    ],
};

const NEGATIVE: Words = Words {
    title: OUTSIDE,
    what: [
        "Số lượng này nhỏ hơn 0[: {found}].",
        "This count is below zero[: {found}].",
    ],
    expected: ["Một số từ 0 trở lên.", "A number from zero upwards."],
    fix: [
        "Hãy đối chiếu với nguồn và sửa trong tệp, hoặc chọn lại nội dung của cột.",
        "Compare it with the source and fix the file, or choose what the column holds.",
    ],
};

wording! {
    NotANumber {
        title: "Không phải là số", "Not a number";
        what: "Ô này không phải là số[: “{found}”].", "This cell is not a number[: “{found}”].";
        expected: "Một số, như 86,67 hoặc 86.67.", "A number, such as 86.67 or 86,67.";
        fix: "Hãy sửa ô này trong tệp rồi tải lên lại. Nếu nguồn không có số, hãy ghi “-”. Nếu cả cột không phải là số, hãy chọn nội dung khác cho cột.", "Fix the cell in the file and upload it again. If the source has no figure, write “-”. If the whole column is no numbers, choose what else it holds.";
    }
    AmbiguousNumber {
        title: "Số hiểu được theo hai cách", "Numbers that can be read in two ways";
        what: "Số này hiểu được theo hai cách[: “{found}”].", "This number can be read in two ways[: “{found}”].";
        expected: "[{0} nếu là dấu thập phân, {1} nếu là dấu ngăn hàng nghìn.]", "[{0} if the mark stands before decimals, {1} if it groups thousands.]";
        fix: "Hãy chọn dấu thập phân của tệp: dấu phẩy hay dấu chấm.", "Choose which mark stands before the decimals in this file: comma or point.";
    }
    MixedDecimals {
        title: "Hai kiểu dấu thập phân", "Two kinds of decimal marks";
        what: "Trong cùng một cột có cả dấu phẩy và dấu chấm thập phân[; kiểu ít hơn có {0} ô]. Cả hai đều được đọc.", "The column has decimal commas and decimal points[; the rarer kind stands in {0} {0|cell|cells}]. Both were read.";
        expected: "", "";
        fix: "", "";
    }
    FormulaError {
        title: "Công thức bị lỗi", "Errors of formulas";
        what: "Công thức trong ô này bị lỗi[: {found}].", "The formula in this cell fails[: {found}].";
        expected: "Một số.", "A number.";
        fix: "Hãy sửa công thức, hoặc ghi thẳng con số của nguồn vào ô, rồi tải tệp lên lại.", "Fix the formula, or write the source's number into the cell, and upload the file again.";
    }
    UncalculatedFormula {
        title: "Công thức chưa được tính", "Formulas never calculated";
        what: "Ô này có công thức nhưng tệp không lưu kết quả.", "This cell has a formula, but the file does not hold its result.";
        expected: "Một số đã tính.", "A calculated number.";
        fix: "Hãy mở tệp bằng Excel hoặc LibreOffice, lưu lại rồi tải lên.", "Open the file in Excel or LibreOffice, save it and upload it again.";
    }
    DateNotNumber {
        title: "Số bị đổi thành ngày", "Numbers turned into dates";
        what: "Bảng tính đã đổi số trong ô này thành ngày tháng[: {found}].", "The spreadsheet has turned the number in this cell into a date[: {found}].";
        expected: "Một số.", "A number.";
        fix: "Hãy đặt định dạng ô là số, gõ lại con số của nguồn, rồi tải tệp lên lại.", "Format the cell as a number, type the source's number again and upload the file again.";
    }
    BlankValue {
        title: "Ô trống", "Empty cells";
        what: "Ô này trống[ ở cột “{0}”], trong khi các dòng khác có giá trị.", "This cell is empty[ in the column “{0}”], while other rows have a value.";
        expected: "Một số, hoặc ký hiệu không có số như “-”.", "A number, or a mark for no figure such as “-”.";
        fix: "Hãy điền số của nguồn rồi tải tệp lên lại. Nếu nguồn không có số, hãy ghi lý do.", "Fill in the source's number and upload the file again. If the source has none, give that as the reason.";
    }
    NoFigureMark {
        title: "Ký hiệu không có số", "Marks for no figure";
        what: "Ký hiệu này[, “{found}”,] được hiểu là không có số, không phải là số 0.", "This mark[, “{found}”,] is taken for no figure, not for zero.";
        expected: "", "";
        fix: "", "";
    }
    OutOfScale {
        title: "Ngoài khoảng cho phép", "Outside the range";
        what: "Giá trị này nằm ngoài khoảng có thể có[: {found}].", "This value is outside the possible range[: {found}].";
        expected: "[Từ {0} đến {1}.]", "[From {0} to {1}.]";
        fix: "Hãy đối chiếu với nguồn: thường là thiếu dấu thập phân, nhầm cột hoặc nhầm chỉ số. Sửa trong tệp, hoặc chọn lại nội dung của cột.", "Compare it with the source: often a decimal mark is missing, or the column or the indicator is another. Fix the file, or choose what the column holds.";
    }
    OtherDenominator {
        title: "Mẫu số khác điểm tối đa", "Another maximum than the component's";
        what: "Mẫu số trong tệp[ ({0})] khác điểm tối đa của thành phần trong danh mục[ ({1})].", "The maximum in the file[ ({0})] differs from the component's in the catalogue[ ({1})].";
        expected: "[Điểm tối đa {1}.]", "[A maximum of {1}.]";
        fix: "Hãy kiểm tra có đúng thành phần và đúng năm không. Nếu nguồn dùng mẫu số này, hãy ghi lý do.", "See whether the component and the year are right. If the source uses this maximum, give that as the reason.";
    }
    FractionNotPercent {
        title: "Có vẻ là phần của 1", "Fractions of 1";
        what: "Các giá trị có vẻ là phần của 1, trong khi thang đến 100[; lớn nhất là {0}].", "The values look like fractions of 1, while the scale goes to 100[; the largest is {0}].";
        expected: "Giá trị trên thang 100, như 86,67.", "Values out of 100, such as 86.67.";
        fix: "Nếu đúng là phần của 1, hãy đánh dấu “Số trong tệp là phần của 1”. Nếu các số này đã đúng thang, hãy ghi lý do.", "If they are, tick “Numbers in the file are fractions of 1”. If they are out of 100 already, give that as the reason.";
    }
    PercentCells {
        title: "Ô định dạng phần trăm", "Cells shown as per cent";
        what: "Các ô định dạng phần trăm được đọc như bảng tính hiển thị[: {0} ô].", "Cells formatted as per cent were read as the workbook shows them[: {0} {0|cell|cells}].";
        expected: "", "";
        fix: "", "";
    }
    BadRank {
        title: "Không phải là hạng", "Not a rank";
        what: "Ô này không phải là một thứ hạng[: “{found}”].", "This cell is not a rank[: “{found}”].";
        expected: "[Một số nguyên từ 1 đến {0}.]", "[A whole number from 1 to {0}.]";
        fix: "Hãy đối chiếu với nguồn và sửa trong tệp. Nếu cột không phải là hạng, hãy chọn nội dung khác cho cột.", "Compare it with the source and fix the file. If the column has no ranks, choose what else it holds.";
    }
    UnknownTier {
        title: "Nhóm chưa từng công bố", "Tiers that the publisher has not";
        what: "Nơi công bố chưa từng dùng tên nhóm này[: “{found}”].", "The publisher never used this name of a tier[: “{found}”].";
        expected: "[Một trong các nhóm: {*}.]", "[One of the tiers: {*}.]";
        fix: "Hãy đối chiếu với nguồn và sửa trong tệp, hoặc chọn lại nội dung của cột. Nếu nguồn dùng tên này, hãy ghi lý do.", "Compare it with the source and correct the file, or choose again what the column holds. If the source uses this name, give that as the reason.";
    }
    NotWhole {
        title: "Số lượng không phải số nguyên", "Counts that are not whole";
        what: "Số lượng này không phải là số nguyên[: {found}].", "This count is not a whole number[: {found}].";
        expected: "Một số nguyên, như 1217.", "A whole number, such as 1217.";
        fix: "Hãy kiểm tra dấu phẩy và dấu chấm: 1.217 có thể là một nghìn hai trăm mười bảy. Chọn dấu thập phân của tệp, hoặc sửa trong tệp.", "Check commas and points: 1,217 may mean one thousand two hundred and seventeen. Choose the decimal mark of the file, or fix the file.";
    }
    BadYear {
        title: "Không phải là năm hay thời điểm", "Not a year or a moment";
        what: "Ô này không phải là năm hay thời điểm đọc được[: “{found}”].", "This cell is not a year or a moment that can be read[: “{found}”].";
        expected: "[Một năm hoặc thời điểm, như {*}.]", "[A year or a moment, such as {*}.]";
        fix: "Hãy sửa ô này trong tệp rồi tải lên lại, hoặc chọn nội dung khác cho cột.", "Fix the cell in the file and upload it again, or choose what else the column holds.";
    }
}
