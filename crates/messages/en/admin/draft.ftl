## A draft.

preview-link = Preview link
preview-text = Whoever has this link can see the draft without an account, until { $date }. Every picture says that it is a draft.
draft-title = Draft: { $file }
contents = On this page
choices = Choices
update = Save choices
saved-here = Saved
change-this = Change
automatic = Automatic
automatic-is = Automatic: { $reading }
now-is = Now: { $reading }. Empty means automatic.
not-decided = Not chosen yet
received = received { $date }, uploaded by { $person }
state-published = This draft was published:
state-discarded = This draft was thrown away.
read-only = This page is for reading only.
sum-read = Read from the file: { $indicator }, { $years }; figures: { $figure_count }, provinces: { $province_count }
sum-nothing = No figure could be read yet
sum-clean = no errors, no warnings
sum-errors = errors to fix: { $errors }
sum-warnings = warnings that need a reason: { $warnings }
sum-both = errors to fix: { $errors }, warnings that need a reason: { $warnings }
sum-same = no figure would change
sum-will = { $changes }
sum-group = { $problem } ({ $count })
several-indicators = several indicators
year-is = { $year }
years-are = { $years }
year-unknown = year not known
to-do = What remains to be done
to-do-errors = To fix before publishing
to-do-warnings = To be looked at and given a reason
all-good = Nothing is wrong. Look at the differences, then publish.
all-read = Nothing is wrong, but the file changes no figure.
to-publish = Go to publishing
again = Upload the corrected file
again-file = Corrected file
again-hint = Takes the place of this draft’s file. The choices below are kept.
again-button = Upload the corrected file

## File and sheet.

reading-title = How the file is read
reading-change = Change indicator, year, sheet or how it is read
file-title = File and sheet
file-unreadable = The file could not be opened. The errors below say why.
file-kind = This is a file of this kind: { $file_kind }
file-encoding = Encoding: { $encoding }
file-converted = The text was converted from { $encoding } to Unicode: check a few names
file-separator = Columns are separated by: { $separator }
file-decimal = Decimal mark: { $decimal_mark }
layout = Table: { $shape }. Header in row { $header }, figures in rows { $rows }.
titles = Lines above the table
sheets = Sheets of the file
sheet = Sheet
sheet-automatic = Automatic
sheet-automatic-is = Automatic: { $sheet }
sheet-taken = being read
sheet-hidden = (hidden)
sheet-size = Rows × columns
sheet-fit = Figures that can be read
sheet-no-table = no table of provinces
header-row = First row of the header
header-rows = Rows of the header
encoding = Encoding
separator = Separator
decimal = Decimal mark

## What it is about.

about-title = Indicator and year
year-of-file = Year of the figures
as-of = Moment of the figures
as-of-hint = Only for counts of a day: 2021-06-30, 2021-06, 2021-Q2 or 2021-end.
fractions = Numbers in the file are fractions of 1 (0.85 means 85%)

## Columns.

columns = Columns
columns-lead = What each column is read as. Columns that are not recognised are not read.
columns-clear = No column needs a decision.
columns-unsure = Columns that need a decision: { $count }.
columns-more = Further columns: { $count }. Save the choices above to see the next ones.
columns-all = All columns ({ $count }; not read: { $unread })
change-column = Change what column { $column } is read as
roles-free = Not in any column yet
columns-none = No table was found yet. Choose the sheet and the header row above.
column = Column
row = Row
column-head = Header in the file
no-header = (no header)
samples = Samples
filled = Filled cells
read-as = Read as
read-column-as = Column { $column } ({ $heading }) is read as
how-sure = How sure
choose-perhaps = Please choose (perhaps: { $reading })
ignored-unknown = not recognised, not read
ignored-chosen = not read, as chosen by an editor
roles-plain = General
roles-other = Other details of a figure

## Provinces.

places = Provinces
province = Province
places-lead = These names need an editor’s answer. It is remembered for the next file.
places-clear = All names of provinces are clear.
answer-sending = Saving…
answer-stored = Saved. Still to answer: { $count }.
answers-complete = Saved. Nothing is left to answer.
answer-failed = Not saved. Use the button at the end of the section to see why; what you chose is still there.
places-more = More names: { $count }. Save the choices to see the next ones. If the table is not one of provinces, choose another sheet.
change-place = Change the province of “{ $name }”
places-rest = and { $count ->
        [one] { $count } other name
       *[other] { $count } other names
    }.
places-chosen = Already chosen
places-matched = Names that were recognised ({ $count })
place-spelled = “{ $name }” (cell { $cell }, times: { $count })
leave-out = Leave these rows out
left-out = rows left out
other-place = If it is another one:
regions = Regions
as-in-file = As in the file
means = Means
how-matched = Recognised
times = Times
absent = Provinces without a row ({ $count })
absent-short = Provinces without a row
absent-lead = Why is there none? Readers see the reason; missing does not mean zero.
absent-all = Reason for all of them
absent-as-all = As for all of them

## Issues.

issues = Errors and warnings
issues-none = None.
notices = Things that were noted, nothing to do ({ $count })
download-remarks = Download the file with a column of remarks
download-issues = Download the list of issues (CSV)
download-original = Download the original file
issues-all = See all { $count }
published-now = Published now
where = Where
found = Found
what = What is wrong
expected = Expected
fix = How to fix it
column-n = column { $column }
row-n = row { $row }
whole-file = whole file

## Source and mode.

source = Source
source-title = Source of the figures
source-hint = No figure is published without a source.
source-none = Not chosen yet
source-new = New source
source-new-option = New source (fill in below)
sources-of-indicator = Sources already used for this indicator
source-name = Title
sources-all = Show all sources of the catalogue
source-name-hint = As published.
source-publisher = Publisher
source-url = Web address
source-day = Day of publication
source-day-hint = Day/month/year, such as 14/03/2017; or only 03/2017, 2017.
source-kind = Kind of source
mode = What happens to figures that are there already
mode-counts = With this file: { $changes }.
mode-counts-kept = With this file: { $changes }; { $kept ->
        [one] { $kept } left as it is
       *[other] { $kept } left as they are
    } though the file differs.

## The file beside the year before.

picture = Compared with the year before
picture-none = { $measure }: no earlier year with figures of at least half the provinces is published, so there is nothing to compare.
picture-title = { $measure }: { $up ->
        [one] { $up } province
       *[other] { $up } provinces
    } up, { $down } down (of { $total })
picture-title-break = { $measure }: { $year_before } and { $year } cannot be compared (≠)
picture-subtitle = Each line is a province: { $year_before } as published, { $year } in the file { $file }
picture-source = Draft, not published: { $file }
picture-published = { $year_before } (published)
picture-file = { $year } (in the file)
picture-columns = Each component of the file ({ $count })
picture-table = Each component: year before → file (year before | file where they cannot be compared). Choose one to see its picture.
spread-count = Provinces
spread-low = Lowest
spread-middle = Median
spread-high = Highest
ranks-rest = and { $count ->
        [one] { $count } other change
       *[other] { $count } other changes
    } of rank.

## Publishing.

publish = Publish
publish-button = Publish
reasons = Why it is right to publish despite the warnings
reasons-lead = Each kind of warning needs a reason; it is kept with the edition.
none-given = none
note-hint = A sentence for readers: what is new in this edition.
will = This makes data edition { $edition_new } from edition { $edition }: { $changes }. Public pages change at once for everybody; it can be undone.
save-reasons = Only save note and reasons
blocked-errors = Cannot be published yet. Errors: { $errors }.
blocked-nothing = Cannot be published yet: no figure was read.
approve = Approve
approve-text = { $person } prepared this draft. If all is right, approve it; then it can be published.
own-link = Send them the address of this page.
discard = Throw the draft away
discard-text = The draft can then no longer be published. Public figures do not change.
