## Separators of cells

separator-comma = comma
separator-semicolon = semicolon
separator-tab = tab
separator-bar = vertical bar
separator-other = another mark

## Encodings

encoding-utf8 = UTF-8
encoding-utf16-le = UTF-16 (LE)
encoding-utf16-be = UTF-16 (BE)
encoding-windows1258 = Windows-1258 (Vietnamese)
encoding-tcvn3 = TCVN3 (fonts such as .VnTime)
encoding-vni = VNI (fonts such as VNI-Times)

## Roles of columns

role-ignore = Not read
role-number = Running number
role-province = Name of the province
role-code = Statistics code of the province
role-indicator = Name of the indicator
role-component = Name of the component
role-year = Year
role-as-of = As of

## Fields of a figure

field-value = Value
field-rank = Rank
field-rank-of = Number ranked
field-of = Out of (total or maximum)
field-tier = Band or group
field-approx = Precision (about, over, nearly)
field-low = Lower end of the interval
field-high = Upper end of the interval
field-standard-error = Standard error
field-missing = Reason for no figure
field-note-vi = Remark in Vietnamese
field-note-en = Remark in English
field-source = Source
field-origin = Row in the original file

## Actions in the log

action-account-added = Account added
action-account-renamed = Name of an account changed
action-role-changed = Role of an account changed
action-password-changed = Password changed
action-account-disabled = Account switched off
action-account-enabled = Account switched on again
action-signed-in = Signed in
action-sign-in-failed = Sign-in failed
action-signed-out = Signed out
action-signed-out-everywhere = Signed out on all devices
action-token-added = API token made
action-token-revoked = API token revoked
action-uploaded = File uploaded
action-draft-begun = Draft begun
action-draft-saved = Draft changed
action-draft-approved = Draft approved
action-draft-discarded = Draft thrown away
action-profile-saved = Choices remembered for the next file
action-published = Data edition published
action-restored = Data edition restored
action-backup-restored = Restored from a backup

## Confidence in a suggestion

confidence-low = not sure, please confirm
confidence-high = very likely
confidence-certain = certain
confidence-chosen = chosen by an editor

## What each way does

mode-explained-add = Figures that are not there yet are added. Those that are there stay, even where the file says otherwise.
mode-explained-update = The file's figures take the place of those that are there. Figures that the file does not mention stay.
mode-explained-replace-year = All figures of this indicator in the file's years go, and the file's come. Figures that the file does not have are gone afterwards.
mode-explained-beside = The file is one more source. Its figures stand beside those that are there; where they differ, pages show both.

## How figures are taken over

mode-add = Add new figures only
mode-update = Update
mode-replace-year = Replace the whole year
mode-beside = Add as one more source

## Shapes of tables

shape-wide = one row for each province
shape-tidy = one row for each figure
shape-sorted = each column sorted on its own, with its own names
shape-across = provinces across, indicators down

## Kinds of files

file-kind-delimited = text file (CSV, TSV)
file-kind-xlsx = Excel workbook (.xlsx)
file-kind-xls = older Excel workbook (.xls)
file-kind-ods = OpenDocument workbook (.ods)
file-kind-xlsb = binary Excel workbook (.xlsb)
file-kind-excel-xml = Excel 2003 XML spreadsheet
file-kind-html = HTML page with tables
file-kind-docx = Word document (.docx)
file-kind-pdf = PDF document with a text layer

## Decimal marks

decimal-comma = comma (86,67)
decimal-point = point (86.67)

## How a name was matched

matched-code = by the statistics code
matched-exact = the name in the catalogue
matched-alias = another name that is known
matched-folded = other diacritics or spelling
matched-chosen = chosen by an editor
matched-near = similar, please confirm
matched-nothing = not recognised

## Severities of issues

severity-error = Error
severity-warning = Warning
severity-notice = Note

## Places in a file

place-column = column { $name }
place-row = row { $row }
place-cell = cell { $name }
place-sheet = sheet “{ $sheet }”
expected = Expected

## What a table is of, if not of provinces

looks-like-ministries = ministries
looks-like-districts = districts
looks-like-communes = communes and wards
looks-like-departments = provincial departments
looks-like-ministry-units = units of a ministry
