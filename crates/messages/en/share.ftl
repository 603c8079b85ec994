## The panel under a chart or a table.

share = Share, download
copy-image = Copy image
image-copied = The image is copied; paste it with Ctrl+V.
image-not-copied = The browser does not allow copying images; download the PNG instead.
quick-pptx = PowerPoint slide
quick-png = Image (PNG 16:9)
quick-xlsx = Excel
quick-csv = CSV
more-options = More options
vietnamese-csv = CSV for Vietnamese Excel
program-csv = CSV
which-csv = CSV has commas between cells and decimal points, which Vietnamese Excel misreads; the CSV for it has semicolons and decimal commas.
which-edition = Figures
frozen = Frozen: data edition { $edition }
live = Live: always the newest edition
frozen-why = A frozen one never changes: the figures on a slide stay as they were when shown. A live one changes with each new edition.
language = Language
vietnamese = Tiếng Việt
english = English
theme = Ground
light = Light
dark = Dark
size = Size
size-auto = As high as needed, 960 wide
size-wide = Slide 16:9
size-standard = Slide 4:3
size-square = Square
size-half = Half of A4
size-phone = Phone
size-card = Link card 1200 × 630
title = Title inside
notes = Notes inside
on = Yes
off = No
scale = PNG resolution
scale-times = { $scale }×
get-code = Get link and code
add-to-deck = Add to the deck
download = Download
also-combined = Score and rank in one picture

## The page of one chart or table.

share-title = Share: { $title }
share-lead = Choose how it looks, then copy a link or code, or download a file. All choices are in the address of this page.
back-to-page = See it on its page
preview = Preview
choices = How it looks
update = Show with these choices
links = Links and code
links-frozen = The addresses below are frozen at data edition { $edition }.
links-live = The addresses below always follow the newest data edition.
snippet-page = Link to the page
snippet-svg = Address of the SVG picture (sharp at every size)
snippet-png = Address of the PNG picture
snippet-html = HTML: picture with a link
snippet-frame = HTML: embedded frame
snippet-fit = HTML: embedded frame that fits its height
snippet-markdown = Markdown
snippet-oembed = oEmbed address
snippet-table = Address of the HTML table (open it and paste it into Word)
snippet-csv = Address of the CSV file
snippet-citation = Citation
copy = Copy
copy-what = Copy: { $name }
copied = Copied.
selected = Selected; press Ctrl+C to copy.
says-with-it = What must be said with it
cite-files = Citation files
how-to = How to embed in PowerPoint, Word, WordPress and elsewhere

## The deck builder.

deck = Deck builder
deck-h1 = Your deck
deck-lead = Collect charts while reading, put them in order, then download one PowerPoint file. Its charts can be edited and carry their figures and sources.
deck-empty = There are no charts yet.
deck-how = Under each chart open “Share, download” and press “Add to the deck”. You can also start from a ready deck.
deck-count = { $count } of { $limit } charts
deck-full = The deck holds { $limit } charts, the most it can: remove some before adding.
deck-name = Title of the deck
deck-size = Slide size
deck-update = Keep these choices
deck-up = Up
deck-down = Down
deck-remove = Remove
deck-up-what = Move up: { $title }
deck-down-what = Move down: { $title }
deck-remove-what = Remove from the deck: { $title }
deck-charts = Charts
deck-link = Link to this deck
deck-link-why = Whoever opens the link sees this deck; their own deck stays as it is.
deck-theirs = This deck was shared with you. Your own deck stays as it is.
deck-take = Use as my deck
deck-slides = A title slide comes first and a slide of sources last.

## Ready decks.

ready = Ready decks
ready-lead = Each deck is a 16:9 PowerPoint file with the charts of the newest figures. “Open to edit” lets you choose charts and order.
ready-open = Open to edit
ready-own = Your province
ready-country = The whole country
ready-regions-34 = Regions (34 provinces)
ready-regions-63 = Regions (63 provinces)
ready-34 = 34 provinces since 1 July 2025
ready-63 = Former provinces, to 30 June 2025
ready-made = Data edition { $edition }; a downloaded file does not change with later editions.
embedding = Embed and download
api = API
deck-added = Added; your deck has { $count ->
    [one] { $count } chart
   *[other] { $count } charts
}.
deck-open = Open the deck
my-deck = My deck ({ $count })
deck-moved = Moved to place { $place } of { $count }.
deck-removed = Removed; charts left: { $count }.
