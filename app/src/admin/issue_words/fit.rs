//! Values that do not fit together, or do not fit what is there already.

wording! {
    DuplicateSame {
        title: "Số lặp lại", "Figures given twice";
        what: "Số này đã có ở chỗ khác với cùng giá trị[ (ô {0})]; chỉ đọc một lần.", "This figure stands elsewhere with the same value[ (cell {0})]; it was read once.";
        expected: "", "";
        fix: "", "";
    }
    DuplicateDiffers {
        title: "Một số, hai giá trị", "One figure, two values";
        what: "Cùng một số liệu có hai giá trị khác nhau[: ở đây là {found}][, ở ô {1} là {0}].", "The same figure has two different values[: {found} here][, {0} in cell {1}].";
        expected: "Mỗi số liệu có một giá trị.", "One value for each figure.";
        fix: "Hãy đối chiếu với nguồn, giữ giá trị đúng và xóa giá trị kia trong tệp. Nếu hai dòng thuộc hai tỉnh, thành, năm hoặc thành phần khác nhau, hãy sửa tên của chúng.", "Compare with the source, keep the right value and delete the other from the file. If the two rows are of different provinces, years or components, fix their names.";
    }
    SumDiffers {
        title: "Thành phần cộng lại khác tổng", "Parts that do not add up";
        what: "Các thành phần[ của {2}] cộng lại khác điểm tổng[: {0} so với {1}].", "The parts[ of {2}] do not add up to the total[: {0} against {1}].";
        expected: "[Tổng là {1}, chỉ lệch do làm tròn.]", "[A sum of {1}, but for rounding.]";
        fix: "Hãy đối chiếu từng thành phần với nguồn và sửa trong tệp. Nếu nguồn công bố đúng như vậy (điểm cộng, điểm trừ), hãy ghi lý do.", "Compare each part with the source and fix the file. If the source publishes it so (points added or taken off), give that as the reason.";
    }
    RankDiffers {
        title: "Hạng không khớp với điểm", "Ranks that do not fit the values";
        what: "Hạng[ của {1}] không khớp với thứ tự theo giá trị[: tệp ghi {found}][, theo giá trị là {0}].", "The rank[ of {1}] does not fit the order by value[: the file says {found}][, the values give {0}].";
        expected: "[Hạng {0}.]", "[Rank {0}.]";
        fix: "Hãy đối chiếu hạng và giá trị với nguồn và sửa trong tệp. Nếu nguồn công bố đúng như vậy, hãy ghi lý do.", "Compare rank and value with the source and fix the file. If the source publishes them so, give that as the reason.";
    }
    Jump {
        title: "Thay đổi khác thường", "Unusual changes";
        what: "Giá trị[ của {2}] thay đổi khác thường[: {found}][, năm {1} là {0}].", "The value[ of {2}] changes unusually[: {found}][, in {1} it was {0}].";
        expected: "Mức thay đổi gần với các tỉnh, thành khác.", "A change like that of other provinces.";
        fix: "Hãy đối chiếu với nguồn: có thể nhầm dòng, nhầm cột hoặc sai dấu thập phân. Nếu số đúng như nguồn, hãy ghi lý do.", "Compare it with the source: the row or the column may be another, or the decimal mark wrong. If the figure is as the source has it, give that as the reason.";
    }
    SameAsOtherYear {
        title: "Trùng số của năm khác", "The same as another year";
        what: "Các số trong tệp, hoặc nhiều số trong đó, trùng với số đang có của năm khác[: {0}].", "The figures in the file, or many of them, are those of another year in the current edition[: {0}].";
        expected: "Số liệu mới của năm đã chọn.", "Figures of the year chosen.";
        fix: "Hãy kiểm tra có đúng tệp và đúng năm không. Nếu hai năm thật sự giống nhau, hãy ghi lý do.", "See whether file and year are right. If the two years really are the same, give that as the reason.";
    }
}
