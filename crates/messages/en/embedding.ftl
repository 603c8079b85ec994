embed-h1 = Embed and download
embed-lead = Every chart and table has an address of its own for slides, reports and web pages. Source, edition and the note on the method always travel with it.

which-one = Frozen or live
frozen-head = Frozen (edition= in the address)
frozen-text = The figures stay those of one edition. For slides, signed reports and anything that is cited: a year later they are still the figures that were shown.
live-head = Live (no edition=)
live-text = Always the newest edition. For web pages that must be up to date. A new edition shows within five minutes.

places = Place by place
powerpoint = PowerPoint
powerpoint-1 = Under the chart open “Share, download” and press PPTX. The file has one slide with a real PowerPoint chart that can be edited.
powerpoint-2 = Copy the slide into your own presentation; keep the source formatting to keep the colours. What to say is in the notes of the slide.
powerpoint-3 = Several charts: press “Add to the deck” at each and download the whole deck. A picture only: download the SVG and use Insert, Pictures.
word = Word
word-1 = Picture: choose “Half of A4”, download SVG (or PNG 3×) and use Insert, Pictures.
word-2 = Table: open the address of the HTML table, select all, copy and paste; Word keeps rows, columns and sources.
word-3 = Citation: copy the sentence, or download BibTeX or CSL-JSON for reference software.
excel = Excel
excel-1 = Download XLSX: typed cells, a sheet of sources and, for charts, a real Excel chart.
excel-2 = Figures that refresh: Data, From Web, paste the live CSV address.
google = Google Slides
google-1 = Upload the PPTX to Google Drive and open it with Google Slides.
google-2 = Or Insert, Image, By URL and paste the frozen PNG address.
wordpress = WordPress
wordpress-1 = Add a “Custom HTML” block and paste the code of the frame.
wordpress-2 = If your site does not allow code, add an Image block, choose “Insert from URL” and paste the PNG address.
portal = The portal of an office
portal-1 = Paste the code of the frame into the page. It sets no cookie, tracks nobody and calls no third party.
portal-2 = If the portal has a Content-Security-Policy, add { $site } to frame-src, and to script-src for the frame that fits its height; for pictures add it to img-src.
portal-3 = Where no script can be added use the frame with the computed height: it still shows everything.
reveal = reveal.js
reveal-1 = A frame as background: set data-background-iframe to the address of the frame.
reveal-2 = Or place the 16:9 SVG picture with an img element.
latex = LaTeX
latex-1 = Download the PDF (vectors, real text) and use \includegraphics.
latex-2 = Cite with the BibTeX file of the same chart.
markdown = Markdown, repositories, wikis
markdown-1 = Copy the Markdown line: a picture with a text alternative and a link back to the figures.

example = A real example
example-text = This code shows the frame below it, with the newest figures.
example-share = Choose another look.

addresses = Addresses and parameters
addresses-text = They follow { $site }. A frozen address gives the same content for ever and may be cached for good; a wrong one is answered with a page that says what is wrong.
address = Address
gives = Gives
parameters = Parameters
parameter = Parameter
means = Means
address-picture = A picture; also .png and .pdf
address-slide = One slide; .xlsx for the chart in Excel
address-table = The figures; also .xlsx, .json, .parquet, .html; citations: .bib, .csl.json
address-frame = A small page for an iframe
address-deck = A deck; ready ones: /decks/country.pptx, /decks/provinces/nghe-an.pptx
address-oembed = The oEmbed answer for an address (format=json or xml)
parameter-edition = number of the edition: frozen; absent: live
parameter-lang = vi (default) or en
parameter-theme = light (default) or dark
parameter-size = auto (default), 16x9, 4x3, 1x1, a4, phone, card
parameter-switch = on (default) or off
parameter-scale = 1, 2 (default) or 3: pixels for each px of a PNG
parameter-highlight = provinces to mark, such as nghe-an,ha-tinh (five at most)
parameter-state = component, region, list of units (63 or 34), year of the components
parameter-download = 1: save as a file instead of opening

terms = Terms of use
terms-text = The figures belong to the publisher named in each picture; when reusing them keep the line of sources, the number of the edition and the sign ≠ where years may not be compared. The terms of each indicator are on its own page.
