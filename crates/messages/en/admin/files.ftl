### Files that the administration gives out. file-… are parts of file names: ASCII only.

code = Code
province = Province
severity = Severity
sheet = Sheet
cell = Cell
row = Row
column = Column
found = Found
issue = Issue
expected = Expected
how-to-fix = How to fix
issue-code = Code
remarks = Remarks
file-issues = issues
file-remarks = remarks
