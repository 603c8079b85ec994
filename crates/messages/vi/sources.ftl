search = Tên, cơ quan hoặc địa chỉ
all-indicators = Mọi chỉ số
filter = Lọc
found = Có { $count } trong { $total } nguồn { $filter }.
nothing = Không có nguồn nào { $filter } trong { $total } nguồn. Thử từ khác, có hoặc không dấu.
with-words = có “{ $query }”
of-indicator = của { $indicator }
show-all = Xem tất cả
