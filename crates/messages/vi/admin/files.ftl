### Files that the administration gives out. file-… are parts of file names: ASCII only.

code = Mã
province = Tỉnh, thành phố
severity = Mức
sheet = Trang tính
cell = Ô
row = Dòng
column = Cột
found = Tìm thấy
issue = Vấn đề
expected = Cần có
how-to-fix = Cách sửa
issue-code = Mã
remarks = Nhận xét
file-issues = loi
file-remarks = nhan xet
