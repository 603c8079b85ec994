//! Messages of the slideshow: a rotation of views for the screen of a meeting room.

use crate::messages::messages;

messages! {
    WALL: "Màn hình phòng họp", "Meeting-room screen";
    WALL_LEAD: "Chiếu lần lượt các biểu đồ, toàn màn hình, chữ to, kèm nguồn và bản dữ liệu. Không cần đăng nhập; luôn theo bản dữ liệu mới nhất; mất kết nối thì tự nối lại.", "Shows charts one after the other, over the whole screen, in large letters, with source and data edition. No login is needed; it always follows the newest edition and reconnects by itself.";
    WALL_DECK: "Nội dung", "What to show";
    WALL_INDICATOR: "Chỉ số", "Indicator";
    WALL_EVERY: "Tất cả", "All";
    WALL_SECONDS: "Mỗi hình", "Each view";
    WALL_SECONDS_OF: "{0} giây", "{0} seconds";
    WALL_THEME: "Nền", "Ground";
    WALL_SYSTEM: "Theo máy", "As the computer";
    WALL_LIGHT: "Sáng", "Light";
    WALL_DARK: "Tối (phòng tối)", "Dark (dark room)";
    WALL_SHOW: "Chiếu", "Show";
    WALL_REGIONS: "Vùng", "Regions";
    WALL_HOW: "Cách dùng", "How to use it";
    WALL_F11: "Bấm F11 để trình duyệt chiếm toàn màn hình; bấm lần nữa để thoát.", "Press F11 to let the browser take the whole screen; press it again to leave.";
    WALL_KEYS: "Mũi tên phải và trái: hình sau, hình trước. Phím cách: dừng lại hoặc chạy tiếp. Không có các phím đó thì dùng liên kết ở cuối màn hình.", "Right and left arrow: next and previous view. Space: pause or go on. Without those keys use the links at the foot of the screen.";
    WALL_ADDRESS: "Địa chỉ giữ mọi lựa chọn: lưu lại là lần sau mở đúng như cũ.", "The address holds all choices: keep it to open the same screen again.";
    WALL_OWN: "Muốn tự chọn từng biểu đồ: gom vào bộ trang trình chiếu rồi bấm “Chiếu lên màn hình phòng họp”.", "To choose each chart yourself: collect them in a deck, then follow “Show on a meeting-room screen”.";
    WALL_OF_DECK: "Chiếu lên màn hình phòng họp", "Show on a meeting-room screen";

    // The screen itself.
    WALL_POSITION: "Hình {0}/{1}", "View {0} of {1}";
    WALL_PREVIOUS: "Trước", "Previous";
    WALL_NEXT: "Sau", "Next";
    WALL_PAUSE: "Dừng", "Pause";
    WALL_GO_ON: "Chạy tiếp", "Go on";
    WALL_PAUSED: "Đang dừng", "Paused";
    WALL_CHOOSE: "Chọn nội dung khác", "Choose something else";
    WALL_OPEN: "Mở trang số liệu", "Open its page";
    WALL_LOST: "Mất kết nối, đang thử lại…", "Connection lost, trying again…";
    WALL_PUBLISHED: "{0} Công bố ngày {1}.", "{0} Published {1}.";
    WALL_NAV: "Điều khiển màn hình", "Screen controls";

    // What cannot be used.
    EXPECT_SECONDS: "số giây từ {0} đến {1}", "a number of seconds from {0} to {1}";
    EXPECT_AT: "số thứ tự của một hình, ví dụ 1", "the number of a view, such as 1";
    EXPECT_DECK: "một bộ có sẵn: country, regions/… hoặc provinces/…, ví dụ provinces/nghe-an", "a ready deck: country, regions/… or provinces/…, such as provinces/nghe-an";
    WALL_NO_VIEWS: "Không có biểu đồ nào cho lựa chọn này.", "There is no chart for this choice.";
}

#[cfg(test)]
mod tests {
    #[test]
    fn both_languages_say_everything_with_the_same_blanks() {
        crate::messages::tests::check(super::ALL);
    }
}
