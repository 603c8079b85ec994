//! Columns and rows that are wrong as a whole.

wording! {
    ZeroTotal {
        title: "Tổng bằng 0, thành phần khác 0", "Totals of zero over parts that are not";
        what: "Điểm tổng[ của {2}] là 0 trong khi các thành phần cộng lại[ được {0}][ (tệp ghi {1})].", "The total[ of {2}] is zero while its parts add up to more[: {0}][ (the file has {1})].";
        expected: "[Tổng gần {0}.]", "[A total near {0}.]";
        fix: "Thường là công thức chưa được tính khi lưu tệp. Hãy mở tệp bằng phần mềm bảng tính, để công thức tính lại, lưu rồi tải lên; hoặc chọn “Không đọc” cho cột.", "The formula was probably not calculated when the file was saved. Open the file in a spreadsheet program, let it calculate, save it and upload it again; or choose “Not read” for the column.";
    }
    ZeroColumn {
        title: "Cột toàn số 0", "Columns of zeros";
        what: "[Cột “{0}” có {1} số 0 trong {2} giá trị. ]Từ trước đến nay chưa công bố số 0 nào.", "[The column “{0}” has {1} {1|zero|zeros} among {2} values. ]No zero was ever published here.";
        expected: "Giá trị mà nguồn công bố. Không có số thì để trống hoặc ghi “-”, không ghi 0.", "The values that the source published. Where there is none, an empty cell or “-”, not 0.";
        fix: "Thường là công thức chưa được tính khi lưu tệp. Hãy để phần mềm bảng tính tính lại, lưu rồi tải lên; hoặc chọn “Không đọc” cho cột.", "The formulas were probably not calculated when the file was saved. Let a spreadsheet program calculate them, save the file and upload it again; or choose “Not read” for the column.";
    }
    ZeroValue {
        title: "Số 0 khác thường", "Unusual zeros";
        what: "Ô này là 0[ ({0}, “{1}”)], nhưng trước đây chưa công bố số 0 nào.", "This cell is 0[ ({0}, “{1}”)], but no zero was ever published here.";
        expected: "Giá trị mà nguồn công bố; không có số thì để trống hoặc ghi “-”.", "The value that the source published; where there is none, an empty cell or “-”.";
        fix: "Hãy đối chiếu với nguồn và sửa trong tệp. Nếu nguồn công bố đúng là 0, hãy ghi lý do.", "Compare it with the source and correct the file. If the source does publish 0, give that as the reason.";
    }
    SameValue {
        title: "Một giá trị lặp lại trong cột", "One value repeated in a column";
        what: "Một giá trị lặp lại[ {1} lần trong {2} ô của cột “{0}”][: {3}].", "One value is repeated[ in {1} of {2} cells of the column “{0}”][: {3}].";
        expected: "Giá trị riêng của từng tỉnh, thành, như các năm đã công bố.", "A value for each province, as in the years published.";
        fix: "Hãy kiểm tra ô có bị kéo chép xuống hay công thức có chưa được tính không. Nếu nguồn công bố đúng như vậy, hãy ghi lý do.", "See whether a cell was filled down or formulas were not calculated. If the source publishes it so, give that as the reason.";
    }
    SameRow {
        title: "Hai dòng giống hệt nhau", "Two rows with the same values";
        what: "Hai tỉnh, thành có các giá trị giống hệt nhau ở mọi cột[: {0} và {1}].", "Two provinces have the same values in every column[: {0} and {1}].";
        expected: "Mỗi tỉnh, thành có số liệu của mình.", "Figures of its own for each province.";
        fix: "Có lẽ một dòng đã bị dán đè. Hãy đối chiếu với nguồn và sửa trong tệp; nếu nguồn đúng như vậy, hãy ghi lý do.", "One row was probably pasted over the other. Compare both with the source and correct the file; if the source has them so, give that as the reason.";
    }
    LevelShift {
        title: "Mức chung thay đổi khác thường", "Unusual changes of a whole column";
        what: "Cả cột[ “{0}”] lệch khỏi mức các năm đã công bố[: trung vị {3}][, năm {2} là {1}].", "The whole column[ “{0}”] is off the level of the years published[: its median is {3}][, in {2} it was {1}].";
        expected: "Mức thay đổi không lớn hơn các năm đã công bố, cùng thang điểm.", "A change no larger than in the years published, on the same scale.";
        fix: "Hãy kiểm tra dấu thập phân, thang điểm và xem có nhầm cột không. Nếu cách tính của năm đó đã đổi, hãy ghi lý do.", "Check the decimal mark, the scale and whether this is the right column. If the method of that year changed, give that as the reason.";
    }
    OrderUnlike {
        title: "Thứ tự các tỉnh, thành khác hẳn các năm", "An order of provinces unlike other years";
        what: "Thứ tự các tỉnh, thành[ trong cột “{0}”] khác các năm lân cận nhiều hơn mọi năm đã công bố[: hệ số tương quan {1}][, thấp nhất đã công bố là {2}].", "The order of the provinces[ in the column “{0}”] differs from the years around it by more than in any year published[: the correlation is {1}][, the lowest published is {2}].";
        expected: "Phần lớn tỉnh, thành giữ vị trí gần với các năm trước.", "Most provinces near their places of the years before.";
        fix: "Có lẽ tên và giá trị đã bị sắp xếp riêng hoặc lệch dòng, hoặc đây là cột khác. Hãy đối chiếu vài dòng với nguồn. Nếu số đúng như nguồn, hãy ghi lý do.", "Names and values may have been sorted apart or moved by a row, or this is another column. Compare some rows with the source. If they are as the source has them, give that as the reason.";
    }
    RowsMoved {
        title: "Cột có vẻ bị lệch dòng", "Columns that seem moved by some rows";
        what: "Nếu lệch đi một số dòng hoặc đảo ngược, các giá trị[ trong cột “{0}”] khớp với các năm đã công bố và các cột khác hơn nhiều[: hệ số tương quan {2}][, hiện nay là {1}].", "Moved by some rows, or turned around, the values[ in the column “{0}”] would fit the years published and the other columns far better[: the correlation would be {2}][, now it is {1}].";
        expected: "Mỗi giá trị cùng dòng với tên tỉnh, thành của nó.", "Each value in the row of its own province.";
        fix: "Có lẽ một ô đã bị chèn hoặc xóa, hoặc cột được dán từ bảng có thứ tự khác. Hãy đối chiếu vài dòng với nguồn và sửa trong tệp. Nếu số đúng như nguồn, hãy ghi lý do.", "A cell may have been inserted or deleted, or the column pasted from a table in another order. Compare some rows with the source and correct the file. If they are as the source has them, give that as the reason.";
    }
    SortedAlone {
        title: "Cột có vẻ được sắp xếp riêng", "Columns that seem sorted on their own";
        what: "Các giá trị[ trong cột “{0}”] tăng hoặc giảm dần theo dòng, nhưng không hợp với các năm đã công bố và các cột khác[: hệ số tương quan {1}][, thường là {2}].", "The values[ in the column “{0}”] rise or fall from row to row, but do not fit the years published and the other columns[: the correlation is {1}][, usually {2}].";
        expected: "Giá trị được sắp xếp cùng với tên tỉnh, thành.", "Values sorted together with the names of the provinces.";
        fix: "Có lẽ chỉ cột này, hoặc chỉ cột tên, đã được sắp xếp. Hãy đối chiếu vài dòng với nguồn và sửa trong tệp. Nếu số đúng như nguồn, hãy ghi lý do.", "This column alone, or the names alone, may have been sorted. Compare some rows with the source and correct the file. If they are as the source has them, give that as the reason.";
    }
    OrderUnexplained {
        title: "Thứ tự các tỉnh, thành không hợp với các cột khác", "An order of provinces that other columns do not explain";
        what: "Thứ tự các tỉnh, thành[ trong cột “{0}”] không hợp với các năm đã công bố và các cột khác trong tệp[: hệ số tương quan {1}][, thường là {2}].", "The order of the provinces[ in the column “{0}”] does not fit the years published and the other columns of the file[: the correlation is {1}][, usually {2}].";
        expected: "Mức tương quan gần với các năm đã công bố.", "A correlation near that of the years published.";
        fix: "Có lẽ giá trị đã bị xáo trộn giữa các dòng, hoặc đây là cột khác. Hãy đối chiếu vài dòng với nguồn. Nếu số đúng như nguồn, hãy ghi lý do.", "The values may have been mixed among the rows, or this is another column. Compare some rows with the source. If they are as the source has them, give that as the reason.";
    }
    SwappedColumns {
        title: "Có vẻ hai cột bị đổi chỗ", "Two columns that seem exchanged";
        what: "Hai cột có vẻ bị đổi chỗ cho nhau[: “{0}” và “{1}”]. Mỗi cột giống số đã công bố của cột kia hơn của chính nó.", "Two columns seem to have changed places[: “{0}” and “{1}”]. Each is more like the other's published figures than its own.";
        expected: "Mỗi cột giống các năm đã công bố của chính nó.", "Columns like their own published years.";
        fix: "Hãy đối chiếu hai cột với nguồn, rồi sửa tiêu đề trong tệp hoặc chọn lại nội dung của cột. Nếu đúng như nguồn, hãy ghi lý do.", "Compare both columns with the source, then correct the headings in the file or choose again what the columns hold. If they are as the source has them, give that as the reason.";
    }
    TotalUnexplained {
        title: "Điểm tổng không tính được từ các thành phần", "Totals that no weights of the parts give";
        what: "Không có trọng số nào của các thành phần cho ra điểm tổng[ “{0}”][ năm {2}][ ({1} thành phần)]; mọi năm đã công bố đều tính được.", "No weights of the parts give the total[ “{0}”][ of {2}][ ({1} {1|part|parts})]; for all years published there are such weights.";
        expected: "Điểm tổng là tổng có trọng số của các thành phần trong tệp.", "A total that is a weighted sum of the parts in the file.";
        fix: "Có lẽ một cột bị lệch dòng, sai thang điểm hoặc nhầm cột. Hãy đối chiếu từng cột với nguồn. Nếu năm đó có cách tính khác, hãy ghi lý do.", "A column may be moved by a row, on another scale or not the right one. Compare each column with the source. If the year has another method, give that as the reason.";
    }
    PublishedDiffers {
        title: "Nhiều số khác số đã công bố của cùng năm", "Many figures that differ from those published for the year";
        what: "Nhiều số khác với số đang công bố của cùng năm[: {1} trong {2} số của cột “{0}”][, năm {3}].", "Many figures differ from those published for the same year[: {1} of {2} in the column “{0}”][, {3}].";
        expected: "Số đã công bố, trừ những số mà nguồn đã sửa.", "The figures published, but for those that the source has corrected.";
        fix: "Hãy kiểm tra có đúng cột, đúng năm và đúng thang điểm không. Nếu nguồn đã công bố lại, hãy ghi lý do.", "See whether column, year and scale are right. If the source published new figures, give that as the reason.";
    }
    PublishedErased {
        title: "Bỏ trống số đã công bố", "Published figures without a value in the file";
        what: "Tệp ghi là không có số[ ở {1}], trong khi số này đã được công bố[: {0}].", "The file says that there is no figure[ for {1}], but one is published[: {0}].";
        expected: "[Số đã công bố: {0}.]", "[The figure published: {0}.]";
        fix: "Hãy đối chiếu với nguồn và điền số vào tệp. Nếu nguồn đã rút số này, hãy ghi lý do.", "Compare it with the source and fill in the figure. If the source has withdrawn it, give that as the reason.";
    }
    OddDecimals {
        title: "Nhiều chữ số thập phân hơn cả cột", "More decimals than the column";
        what: "Ô này có nhiều chữ số thập phân hơn các ô khác trong cột[: {found}][ ({2})][; {0} chữ số, cả cột có {1}].", "This cell has more decimals than the others of its column[: {found}][ ({2})][; {0} where the column has {1}].";
        expected: "[Nhiều nhất {1} chữ số thập phân.]", "[At most {1} {1|decimal|decimals}.]";
        fix: "Có lẽ dấu chú thích đã dính vào số. Hãy đối chiếu với nguồn và sửa trong tệp; nếu số đúng như nguồn, hãy ghi lý do.", "A footnote mark may have become a digit. Compare it with the source and correct the file; if the figure is as the source has it, give that as the reason.";
    }
    UnevenDecimals {
        title: "Số chữ số thập phân không đều", "Uneven decimals in a column";
        what: "Phần lớn giá trị[ trong cột “{0}”] thiếu chữ số thập phân[: chỉ {1}/{2} ô có đủ {3} chữ số].", "Most values[ in the column “{0}”] lack decimals[: only {1} of {2} have all {3}].";
        expected: "Cùng số chữ số thập phân trong cả cột, trừ những ô tận cùng bằng 0.", "The same number of decimals throughout, but for values that end in 0.";
        fix: "Có lẽ các giá trị bị mất chữ số, hoặc cột ghép từ hai nguồn. Hãy đối chiếu vài dòng với nguồn và sửa trong tệp. Nếu số đúng như nguồn, hãy ghi lý do.", "Digits may have been lost, or the column was put together from two sources. Compare some rows with the source and correct the file. If they are as the source has them, give that as the reason.";
    }
    FarFromOthers {
        title: "Giá trị xa hẳn các giá trị khác", "Values far from all others";
        what: "Giá trị[ của {2}] xa hẳn mọi giá trị khác trong cột[: {found}][; các giá trị khác từ {0} đến {1}].", "The value[ of {2}] is far from all others of its column[: {found}][; the others are from {0} to {1}].";
        expected: "[Một giá trị gần khoảng từ {0} đến {1}.]", "[A value near the range from {0} to {1}.]";
        fix: "Hãy đối chiếu với nguồn: thường là sai dấu thập phân, thừa hoặc thiếu chữ số. Nếu số đúng như nguồn, hãy ghi lý do.", "Compare it with the source: often the decimal mark is wrong, or a digit too many or too few. If the figure is as the source has it, give that as the reason.";
    }
    MoreIssues {
        title: "Còn nhiều chỗ nữa", "More of the same";
        what: "[Còn {0} chỗ nữa cùng loại “{found}” không được liệt kê.]", "[{0} more {0|issue|issues} of the kind “{found}” {0|is|are} not listed.]";
        expected: "", "";
        fix: "", "";
    }
}
