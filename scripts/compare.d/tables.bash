# Part of scripts/compare: Datasette with the same table.
#
# The same question to Datasette: the table of PCI 2016 in the order of ranks, as HTML and JSON. It gets an index, and
# neither facets nor suggestions of them nor a second query for the number of rows in HTML. It is one process that uses
# one core, and has no cache of pages.
tables() {
  say "Datasette"
  curl -sSf -o figures.csv "$product/editions/1/figures.csv"
  python3 "$parts/table.py" figures.csv figures.db
  "$tools/datasette" serve -i figures.db -h 127.0.0.1 -p 0 >datasette.log 2>&1 &
  local other=$!
  servers+=("$other")
  local datasette question="indicator=pci&component=overall&year=2016&_sort=rank&_nofacet=1&_nosuggest=1"
  datasette=$(address datasette.log "$other")
  local html="$datasette/figures/figures?$question" json="$datasette/figures/figures.json?$question&_shape=objects"
  local api=/api/v1/rankings/pci/2016
  echo "$page $page?highlight={three}" >html
  # Every one of these has the same 63 rows: the limit is higher, and `from` says less than `year`.
  local figures="/api/v1/figures?indicator=pci&component=overall&year=2016"
  echo "$figures $figures&from={year}&limit={limit}" >json
  local count
  count=$(curl -sSf "$json" | python3 -c 'import json, sys; print(len(json.load(sys.stdin)["rows"]))')
  [ "$count" = 63 ] || fail "Datasette answers with $count rows, not 63"
  for _ in $(seq "$rounds"); do
    load table-cached "$me" -c 16 "$product$page"
    stream table-html 99 100 html 16 100 0
    load datasette-html "$other" -c 16 "$html"
    load api-cached "$me" -c 16 "$product$api"
    stream api 99 100 json 16 100 0
    load datasette-json "$other" -c 16 "$json"
  done
  rates "table of PCI 2016 as a page, not cached" table-html Datasette datasette-html
  rates "the same, cached" table-cached Datasette datasette-html
  rates "the same table as JSON, not cached (\`/api/v1/figures\`)" api Datasette datasette-json
  rates "the same, cached (\`/api/v1/rankings\`, with the table's changes and notes)" api-cached Datasette datasette-json
}
