//! The file: its kind, size and letters.

wording! {
    EmptyFile {
        title: "Tệp trống", "The file is empty";
        what: "Tệp không có nội dung nào.", "There is nothing in the file.";
        expected: "Tệp CSV, TSV, XLSX, XLS hoặc ODS có bảng số liệu.", "A CSV, TSV, XLSX, XLS or ODS file with a table of figures.";
        fix: "Hãy mở tệp trên máy để kiểm tra, lưu lại rồi tải lên lần nữa.", "Open the file on your computer to check it, save it and upload it again.";
    }
    UnknownType {
        title: "Loại tệp chưa đọc được", "A type of file that cannot be read";
        what: "Tệp này không phải là văn bản hay bảng tính đọc được[; có vẻ là {0}].", "This file is neither text nor a workbook that can be read[; it looks like {0}].";
        expected: "Tệp CSV, TSV, XLSX, XLS hoặc ODS.", "A CSV, TSV, XLSX, XLS or ODS file.";
        fix: "Hãy mở tệp bằng chương trình đã tạo ra nó và lưu thành .xlsx hoặc CSV. Nếu chỉ có bản PDF hoặc ảnh, hãy xin nơi gửi bảng tính gốc.", "Open the file in the program that made it and save it as .xlsx or CSV. If there is only a PDF or an image, ask the sender for the original workbook.";
    }
    NotReadable {
        title: "Không mở được bảng tính", "The workbook cannot be opened";
        what: "Bảng tính bị hỏng hoặc chưa được gửi trọn vẹn[ (chi tiết kỹ thuật: {0})].", "The workbook is broken or did not arrive whole[ (technical detail: {0})].";
        expected: "Bảng tính mở được bằng Excel hoặc LibreOffice.", "A workbook that Excel or LibreOffice can open.";
        fix: "Hãy mở tệp bằng Excel hoặc LibreOffice, lưu thành tệp .xlsx mới rồi tải lên lại. Nếu không mở được, hãy xin nơi gửi gửi lại tệp.", "Open the file in Excel or LibreOffice, save it as a new .xlsx file and upload that. If it does not open, ask the sender for the file again.";
    }
    PasswordProtected {
        title: "Bảng tính có mật khẩu", "The workbook has a password";
        what: "Bảng tính được bảo vệ bằng mật khẩu nên không đọc được.", "The workbook is protected by a password and cannot be read.";
        expected: "Bảng tính mở được mà không cần mật khẩu.", "A workbook that opens without a password.";
        fix: "Hãy mở tệp bằng mật khẩu, gỡ bảo vệ, lưu lại rồi tải lên lần nữa.", "Open the file with its password, remove the protection, save it and upload it again.";
    }
    FileTooLarge {
        title: "Tệp quá lớn", "The file is too large";
        what: "Tệp lớn hơn mức được tải lên[ ({0} MB)].", "The file is larger than may be uploaded[ ({0} MB)].";
        expected: "[Tệp không quá {0} MB.]", "[A file of at most {0} MB.]";
        fix: "Hãy bỏ những trang tính và hình ảnh không cần, hoặc chia bảng thành nhiều tệp, rồi tải lên lại.", "Remove sheets and images that are not needed, or divide the table into several files, and upload again.";
    }
    TooManyRows {
        title: "Quá nhiều dòng", "Too many rows";
        what: "Tệp có nhiều dòng hơn mức được tải lên[ ({0} dòng)].", "The file has more rows than may be uploaded[ ({0})].";
        expected: "[Không quá {0} dòng.]", "[At most {0} rows.]";
        fix: "Hãy chia bảng thành nhiều tệp, ví dụ mỗi năm một tệp, rồi tải lên từng tệp.", "Divide the table into several files, such as one for each year, and upload them one by one.";
    }
    TooManyCells {
        title: "Quá nhiều ô", "Too many cells";
        what: "Khi mở ra, tệp có nhiều ô hơn mức đọc được[ ({0} ô)].", "Once opened, the file has more cells than can be read[ ({0})].";
        expected: "[Không quá {0} ô.]", "[At most {0} cells.]";
        fix: "Hãy chép riêng bảng số liệu sang một tệp mới (định dạng kéo dài đến cuối trang tính cũng bị tính là ô) rồi tải tệp mới lên.", "Copy the table alone into a new file (formatting that runs to the end of a sheet counts as cells too) and upload that.";
    }
    ReadingTime {
        title: "Đọc tệp quá lâu", "The file takes too long to read";
        what: "Việc đọc và kiểm tra tệp đã bị dừng vì quá thời gian cho phép[ ({0} giây)]. Các tệp khác và người đọc không bị ảnh hưởng.", "Reading and checking the file was stopped because it took longer than allowed[ ({0} {0|second|seconds})]. Nothing else was affected.";
        expected: "[Tệp đọc và kiểm tra xong trong {0} giây.]", "[A file that is read and checked within {0} {0|second|seconds}.]";
        fix: "Hãy chép riêng bảng số liệu (chỉ giá trị) sang một tệp mới, bỏ định dạng và các ô lặp kéo dài đến cuối trang tính, hoặc chia bảng thành nhiều tệp, rồi tải lên lại. Nếu tệp nhỏ mà vẫn quá lâu, hãy hỏi nơi gửi về tệp này.", "Copy the table alone (values only) into a new file, without formatting and repeated cells that run to the end of the sheet, or divide the table into several files, and upload again. If a small file still takes too long, ask the sender about it.";
    }
    ReadingMemory {
        title: "Tệp cần quá nhiều bộ nhớ", "The file takes too much memory to read";
        what: "Khi đọc, tệp chiếm nhiều bộ nhớ hơn mức cho phép[ ({0} MB)] nên việc đọc đã bị dừng.", "Reading the file took more memory than allowed[ ({0} MB)], so it was stopped.";
        expected: "[Tệp đọc được với không quá {0} MB bộ nhớ.]", "[A file that can be read with at most {0} MB of memory.]";
        fix: "Hãy chép riêng bảng số liệu (chỉ giá trị) sang một tệp mới, hoặc chia bảng thành nhiều tệp, rồi tải lên lại. Nếu tệp nhỏ mà vẫn quá mức, hãy hỏi nơi gửi về tệp này.", "Copy the table alone (values only) into a new file, or divide the table into several files, and upload again. If a small file is still too much, ask the sender about it.";
    }
    ReaderEnded {
        title: "Việc đọc tệp bị ngắt", "Reading the file broke off";
        what: "Chương trình đọc tệp đã dừng đột ngột khi đọc tệp này[ (chi tiết kỹ thuật: {0})].", "The program that reads files stopped suddenly while reading this one[ (technical detail: {0})].";
        expected: "Tệp mở được bằng Excel hoặc LibreOffice và đọc được đến hết.", "A file that Excel or LibreOffice can open and that can be read to its end.";
        fix: "Hãy mở tệp bằng Excel hoặc LibreOffice, lưu thành tệp .xlsx mới rồi tải lên lại. Nếu vẫn vậy, hãy báo quản trị viên: nhật ký máy chủ có chi tiết.", "Open the file in Excel or LibreOffice, save it as a new .xlsx file and upload that. If it happens again, tell the administrator: the server’s log has the details.";
    }
    BrokenText {
        title: "Chữ không đọc được", "Letters that cannot be read";
        what: "Có chữ không đọc được[ theo bảng mã {0}][: “{found}”].", "Some letters cannot be read[ as {0}][: “{found}”].";
        expected: "Tên tỉnh, thành và ghi chú đọc được, đủ dấu.", "Names and remarks that can be read, with their diacritics.";
        fix: "Hãy chọn bảng mã khác, hoặc lưu tệp dưới dạng CSV UTF-8 hay .xlsx rồi tải lên lại.", "Choose another encoding, or save the file as CSV UTF-8 or .xlsx and upload it again.";
    }
    Converted {
        title: "Chữ đã được chuyển mã", "The text was converted";
        what: "Chữ trong tệp được chuyển sang Unicode[; trong tệp là {0}].", "The text was converted to Unicode[; in the file it is {0}].";
        expected: "", "";
        fix: "", "";
    }
    LegacyFont {
        title: "Phông chữ cũ", "Letters of an older font";
        what: "Tệp được gõ bằng phông chữ cũ[, {0}]; chữ đã được chuyển sang Unicode.", "The file was typed in an older font[, {0}]; its letters were converted to Unicode.";
        expected: "Tên tỉnh, thành và ghi chú đọc được, đủ dấu.", "Names and remarks that can be read, with their diacritics.";
        fix: "Hãy xem vài tên tỉnh, thành và ghi chú đã đọc. Nếu đúng, hãy ghi lý do, ví dụ “đã kiểm tra chữ”; nếu sai dấu, hãy chọn bảng mã khác.", "Look at some names and remarks as they were read. If they are right, give that as the reason, such as “letters checked”; if diacritics are wrong, choose another encoding.";
    }
    UnsureEncoding {
        title: "Chưa chắc về bảng mã", "The encoding is not certain";
        what: "Nội dung tệp không cho biết chắc bảng mã[; đã đọc theo {0}].", "The file does not tell for certain how its letters are written[; it was read as {0}].";
        expected: "Tên tỉnh, thành và ghi chú đọc được, đủ dấu.", "Names and remarks that can be read, with their diacritics.";
        fix: "Hãy xem vài tên tỉnh, thành và ghi chú đã đọc. Nếu đúng, hãy ghi lý do; nếu sai dấu, hãy chọn bảng mã khác.", "Look at some names and remarks as they were read. If they are right, give that as the reason; if diacritics are wrong, choose another encoding.";
    }
    DamagedText {
        title: "Chữ bị thay bằng dấu hỏi", "Letters replaced by question marks";
        what: "Khi lưu tệp, nhiều chữ cái tiếng Việt đã bị thay bằng dấu “?”[, như “{found}”][: {0} từ]. Không thể khôi phục các chữ này từ tệp.", "When the file was saved, many Vietnamese letters were replaced by “?”[, as in “{found}”][: {0} {0|word|words}]. They cannot be restored from the file.";
        expected: "Chữ tiếng Việt còn dấu.", "Vietnamese text with its letters.";
        fix: "Hãy mở tệp gốc và xuất lại: chọn .xlsx, hoặc “CSV UTF-8”.", "Open the original and export it again: choose .xlsx, or “CSV UTF-8”.";
    }
    ScannedPdf {
        title: "PDF chỉ có ảnh quét", "Scanned PDF";
        what: "Tệp PDF này không có lớp chữ[: cả {0} trang đều là ảnh].", "This PDF has no text layer[: {0} {0|page is an image|pages are images}].";
        expected: "PDF có chữ chọn và sao chép được.", "A PDF whose text can be selected and copied.";
        fix: "Hãy xin tệp gốc (Word, Excel), hoặc nhận dạng chữ (OCR), kiểm tra lại từng số rồi tải lên.", "Ask for the original file (Word, Excel), or recognise the text (OCR), check every figure and upload that.";
    }
    OpenQuote {
        title: "Dấu ngoặc kép không đóng", "A quotation mark is not closed";
        what: "Dấu ngoặc kép mở ra ở đây không được đóng lại, nên các dòng sau bị đọc dính vào một ô.", "The quotation mark that opens here is never closed, so the rows after it run into one cell.";
        expected: "Mỗi dấu ngoặc kép mở có một dấu đóng trong cùng ô.", "A closing quotation mark for each opening one, in the same cell.";
        fix: "Hãy thêm dấu đóng hoặc bỏ dấu thừa ở dòng này, rồi tải tệp lên lại.", "Add the closing mark or remove the extra one in this row, and upload the file again.";
    }
    LongRow {
        title: "Dòng thừa ô", "Rows with too many cells";
        what: "Dòng này có nhiều ô hơn dòng tiêu đề[ ({0} so với {1})].", "This row has more cells than the header[ ({0} against {1})].";
        expected: "[{1} ô, như dòng tiêu đề.]", "[{1} {1|cell|cells}, as in the header.]";
        fix: "Nếu trong ô có dấu dùng để phân cách (như dấu phẩy trong 86,67), hãy đặt nội dung ô trong ngoặc kép hoặc lưu tệp với dấu ngăn cột khác; nếu cả tệp bị chia sai, hãy chọn dấu ngăn cột khác.", "If a cell holds the mark that separates cells (as the comma in 86,67 may), put the cell in quotation marks or save the file with another separator; if the whole file is divided wrongly, choose another separator.";
    }
    ShortRow {
        title: "Dòng thiếu ô", "Rows with too few cells";
        what: "Dòng này có ít ô hơn dòng tiêu đề[ ({0} so với {1})]; các ô thiếu được coi là trống.", "This row has fewer cells than the header[ ({0} against {1})]; those that lack are taken to be empty.";
        expected: "[{1} ô, như dòng tiêu đề.]", "[{1} {1|cell|cells}, as in the header.]";
        fix: "Hãy kiểm tra xem dòng có bị ngắt giữa chừng hay không và sửa trong tệp. Nếu các ô cuối đúng là để trống, hãy ghi lý do.", "See whether the row was cut short, and fix it in the file. If its last cells are meant to be empty, give that as the reason.";
    }
    SeparatorFound {
        title: "Dấu ngăn cột", "Separator";
        what: "Dấu ngăn cột được nhận ra từ nội dung tệp[: {0}].", "What separates the columns was found out from the file[: {0}].";
        expected: "", "";
        fix: "Nếu các cột bị chia sai, hãy chọn dấu ngăn cột khác.", "If columns are divided wrongly, choose another separator.";
    }
}
