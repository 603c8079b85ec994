//! Messages of counts beside their whole.

use crate::messages::messages;

messages! {
    TITLE: "{0} {1}: {2} từ {3} đến {4}", "{0} {1}: {2}, from {3} to {4}";
    TITLE_ONE: "{0} {1}: {2} {3}", "{0} {1}: {2}, {3}";
    SUBTITLE: "{0} chia theo {1}; {2}", "{0} by {1}; {2}";
    TEXT: "{0}. {1} tỉnh, thành: {2}.", "{0}. {1} provinces: {2}.";
    COVERED: "{0}/{1} tỉnh, thành có đủ các phần cộng thành tổng.", "{0} of {1} provinces have all parts, adding up to the total.";
    MOMENTS: "Các tỉnh, thành được đếm ở những thời điểm khác nhau.", "Provinces were counted on different dates.";
    UNEVEN: "Không vẽ vì các phần không cộng thành tổng: {0}.", "Not drawn because the parts do not add up to the total: {0}.";
    NO_JUDGEMENT: "Nhiều dịch vụ trực tuyến hơn không có nghĩa là phục vụ tốt hơn.", "More online services do not mean better service.";
    COL_WHOLE: "{0} (tổng)", "{0} (total)";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_everything_with_the_same_blanks() {
        crate::messages::tests::check(super::ALL);
    }
}
