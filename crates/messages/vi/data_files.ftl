### Labels in files with data.

table = Bảng
readme = Đọc tôi
sources = Nguồn
title = Tiêu đề
shows = Nội dung
citation = Trích dẫn
edition = Ấn bản
published = Ngày công bố
link = Đường dẫn
publisher = Nơi công bố
