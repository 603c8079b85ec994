## Around the pages.

desk = Desk
editions = Data editions
catalogue = Catalogue
audit = Log
accounts = Accounts
account = My account
title-refused = Not done: { $title }
optional = Optional.

## Signing in.

sign-in = Sign in
sign-in-lead = For those who upload and publish figures. Reading needs no account.
sign-in-first = This page needs an account.
no-account = No account, or password forgotten: ask an administrator.
name = Sign-in name
password = Password
forbidden = This account may not see this page
forbidden-text = { $person } is signed in as “{ $role }”. Ask an administrator for other rights.
role-reader = Reader
role-analyst = Analyst
role-administrator = Administrator
cross-site = The request did not come from this site
cross-site-text = The request was sent from another site and was not carried out. Nothing has changed. Open this site and begin again.
not-found = There is no such upload, draft, edition or account
not-found-text = The address may be mistyped, or the draft was thrown away.
no-workbook = This edition has no Excel file
trouble = The desk cannot be used at the moment
trouble-works = Readers still see data edition { $edition }. Nothing is lost, and nothing is half published.

## What was done.

done-saved = The choices were saved.
done-published = Data edition { $edition } is published. Everybody sees it now.
done-restored = The figures of edition { $edition_restored } are restored as edition { $edition_new }. Everybody sees them now.
done-discarded = The draft was thrown away. Public figures did not change.
done-approved = The draft is approved as it stands. If it is changed, it must be approved again.
done-same-file = This very file was uploaded before.
done-account = Account { $account } was saved.
done-password = The password was changed. Other devices are signed out.
done-signed-out = Signed out on all devices.
done-token-revoked = The token was revoked.
see-site = See the public pages
see-changes = See what changed
see-earlier-draft = See the earlier draft
same-edition = See the draft that became edition { $edition }
undo = Undo

## What was refused.

refused = This was not done, and nothing has changed
refused-password = The name or the password is wrong.
refused-wait = Too many failures. Try again in { $seconds ->
        [one] { $seconds } second
       *[other] { $seconds } seconds
    }.
refused-short = A password needs at least { $limit } characters.
refused-differ = The two new passwords differ.
refused-taken = There is an account called “{ $account }” already.
refused-name = The name “{ $account }” cannot be used: 2 to 60 letters, digits or . - _ @, without spaces.
refused-last = At least one active administrator must remain.
refused-no-file = No file was chosen. Choose one and send it again.
refused-large = The file is larger than { $megabytes } MB. Remove sheets or pictures, or save the one table as CSV.
refused-field = { $field }: “{ $found }” cannot be read.
refused-newer = Edition { $edition } was published meanwhile. The differences below are against that one now: look again, then publish.
refused-undo = Published after edition { $edition }: { $editions }. Nothing has changed. Look at those editions below, then undo again if you still want to.
refused-two-sources = { $field }: the existing source “{ $found }” is chosen and a new source is filled in as well. Leave one of them: choose “New source”, or empty its fields and choose the existing one again.
refused-day = { $field }: “{ $found }” cannot be read. Write day/month/year (14/03/2017), month/year (03/2017) or the year (2017).
refused-overtaken = Another editor saved this draft meanwhile. What was entered is still below, but not saved: save again to replace, or open the page again to drop it.
overtaken-field = { $field }: stored { $stored }; entered { $typed }
nothing-there = (empty)
refused-changed = Another editor has just changed this draft. Below is how it stands now: look again and repeat your change.
refused-errors = Errors to fix before publishing: { $errors }.
refused-reasons = Kinds of warnings still without a reason: { $count }.
refused-nothing = The file changes no figure, so there is nothing to publish.
refused-approval = Another person must look at it and approve it before it is published.
refused-own = You cannot approve your own draft.
refused-disk = The server’s disk is full, so nothing can be stored. Tell the administrator.
refused-read-only = The server’s data folder is read-only, so nothing can be stored. Tell the administrator.
refused-unreachable = The database does not answer. Try again in a few minutes; if it lasts, tell the administrator.
refused-files = With this change the data files would be wrong:
refused-long-workbook = This edition has more rows than a sheet of a workbook can hold (1,048,576). Download the CSV, Parquet or JSON file instead.
refused-failed = Something unexpected went wrong. The server’s log has the details.

## The desk.

desk-lead = Upload a file, see what would change, publish, undo.
upload = Upload figures
upload-button = Upload and preview
nothing-public = Nothing becomes public until “Publish” is pressed.
file = File
file-hint = CSV, TSV, XLSX, XLSB, XLS, ODS, Excel 2003 XML, HTML tables, tables in DOCX or PDF with text, as you received it. At most { $megabytes } MB and { $rows } rows. A file with several indicators or years becomes several drafts.
indicator-hint = Only needed if the file does not say it; if chosen, only this indicator is read.
year-hint = Only needed if the file does not say it; if given, only this year is read.
file-drop = A file can also be dropped here.
file-chosen = Chosen: { $file } ({ $size }).
file-sending = Sending: { $percent }%.
file-sent = Sent. The file is being read…
file-failed = It was not sent: the connection broke. The file is still chosen, send it again.
found-by-itself = Found out from the file
indicator = Indicator
year = Year
how = How it works
how-1 = Upload the file, no need to prepare it. Thước Đo finds the sheet, the header, the columns and the provinces.
how-2 = Decide in turn: the method of a new year, the source, columns, names of provinces; then errors and warnings. Every wrong cell is shown, with how to fix it.
how-3 = Compare: which figures would be added, changed, removed and which ranks would change, before anybody else sees it.
how-4 = Publish as a numbered edition. It can be undone at any time.
drafts = Open drafts
drafts-none = There are no drafts.
draft = Draft
kind = Kind
by = By
changed-at = Last changed
state = State
state-open = in progress
of-catalogue = catalogue
of-file = file of figures
approved-by = approved by { $person }
editions-newest = Newest editions
editions-all = See all editions
edition = Edition
edition-n = Edition { $edition }
published-at = Published
changes = Changes
note = Note
template = Template
template-lead = A CSV file with the codes and names of the provinces of that year, to be filled in.
template-button = Download the template

## Editions.

editions-lead = Each publication makes a numbered edition. Earlier ones stay as they are and can always be read and cited.
newest = newest
from-program = Figures that ship with the program
from-upload = Uploaded file
from-catalogue = Change of the catalogue
from-undo = Edition { $edition_restored } restored
counts = figures: { $added } added, { $changed } changed, { $removed } removed
rows-all = Rows in the whole edition: { $count }.
method = Method
fingerprint = Checksum of the whole edition (SHA-256)
read-edition = Read this edition
compare-before = What differs from edition { $edition_before }
download = Download
download-as = { $format }, edition { $edition }
compare = Compare two editions
compare-from = Earlier edition
compare-to = Later edition
compare-button = Compare
compare-title = Editions { $edition_before } and { $edition }
compare-lead = What edition { $edition } has that differs from edition { $edition_before }.
edition-day = Edition { $edition }, { $date }
undo-title = Undo edition { $edition }
undo-text = This makes edition { $edition_new } with exactly the figures and the catalogue of edition { $edition_restored }. Edition { $edition } is not deleted and can still be read. Public pages change at once for everybody.
undo-button = Undo edition { $edition }
undo-again-title = Published after edition { $edition }
undo-again-text = Undoing now makes edition { $edition_new } with exactly the figures and the catalogue of edition { $edition_restored }. These editions are no longer on the public pages, but can still be read: { $editions }.
undo-again-button = Undo editions { $editions }
restore = Restore edition { $edition_restored }
restore-text = This makes edition { $edition_new } with exactly the figures and the catalogue of edition { $edition_restored }. What was published after edition { $edition_restored } is no longer on the public pages, but can still be read in its own edition.
note-why = Why (goes into the history, public)

## Differences.

difference = What would change
difference-done = What changed
difference-lead-done = Against data edition { $edition }.
difference-figures = Figures that would change
difference-lead = Against data edition { $edition }, which is public now.
nothing-differs = Nothing differs.
files-differ = Catalogue files that differ
added = Added
changed = Changed
removed = Removed
unchanged = Unchanged
kept = Left as they are though the file differs
stays = All other figures stay as they are: { $count }.
movers = Values that change most
place = Place
figure = Figure
change = Change
before = Before
after = After
by-how-much = Difference
no-figure = none
kind-added = added
kind-changed = changed
kind-removed = removed
side-chosen = { $value } (chosen; other sources: { $other_values })
source-differs = other source or remark
rank-says = rank { $rank }
ranks-change = Ranks and bands that differ ({ $count })
table = Table
rank-before = Rank before
rank-after = Rank after
by-places = Places
band = Band
no-rank = no rank
no-band = no band
from-to = from { $band_before } to { $band }
every-change = Every figure
part-all = All ({ $count })
part-added = Added ({ $count })
part-changed = Changed ({ $count })
part-removed = Removed ({ $count })

## Accounts.

account-lead = { $person }, sign-in name { $account }, role: { $role }.
password-change = Change the password
password-old = Present password
password-new = New password
password-again = New password again
devices = Devices
devices-text = Sign this account out on all devices, this one included.
devices-button = Sign out everywhere
tokens = Tokens for the API
tokens-text = Other programs use a token to upload files in the name of this account. A revoked one stops working at once.
tokens-none = There are none.
token-fresh = The new token
token-once = Copy it now: it is shown this once only.
token-label = What it is for
token-hint = For example: monthly import.
token-make = Make a token
made-at = Made
used-at = Last used
never = never
revoke = Revoke
revoke-this = Revoke the token “{ $token }”
accounts-lead = Who may do what. Every change goes into the log.
account-add = Add an account
shown-name = Name shown
shown-hint = For example: Nguyễn Thị Hoa.
name-hint = 2 to 60 letters, digits or . - _ @, without spaces.
password-hint = Hand it over and ask for it to be changed at the first sign-in.
role = Role
role-hint = Readers read; analysts upload and publish; administrators also manage accounts and the catalogue.
role-of = Role of { $account }
role-set-of = Set the role of { $account }
password-of = New password of { $account }
password-set-of = Set the password of { $account }
set = Set
disable = Switch off
enable = Switch on
disabled-at = switched off { $date }
active-since = active since { $date }

## The log.

audit-lead = Everything that was done at the desk, the newest first.
audit-none = Nothing yet.
audit-draft = Draft { $id }…
audit-upload = Upload { $id }…
audit-account = Account { $account }
audit-via = Sent through
audit-base = Compared with edition
audit-restores = Restores edition
audit-sessions = Sessions ended
audit-failures = Failures
when = When
who = Who
action = Action
subject = Subject
detail = Details
newer = Newer
older = Older
