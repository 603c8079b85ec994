# Part of scripts/compare: frictionless with the same file.
#
# A whole process each, from start to end. frictionless checks every cell against a schema: types, required cells,
# names. `import` also recognises encoding, header, columns and provinces, checks ranks against values, and compares
# with the published edition; `check` reads the data files and the catalogue.
files() {
  say "frictionless"
  curl -sSf -o figures.csv "$product/editions/1/figures.csv"
  # It refuses schemas outside the folder.
  cp "$parts/figures.schema.json" .
  local count output theirs=() mine=()
  local check=("$tools/frictionless" validate figures.csv --schema figures.schema.json)
  count=$(whole "$(($(wc -l <figures.csv) - 1))")
  "${check[@]}" >frictionless.log 2>&1 ||
    fail "frictionless finds errors in figures.csv: $(tail -n 20 frictionless.log)"
  output=$(python3 "$parts/measure.py" 5 "${check[@]}")
  read -ra theirs <<<"$output"
  output=$(python3 "$parts/measure.py" 5 "$program" import figures.csv --dry-run --data "$folder/import")
  read -ra mine <<<"$output"
  row "figures.csv, $count rows, checked and compared with the edition (frictionless: checked only)" \
    "${mine[0]} s" "frictionless ${theirs[0]} s" "$(ratio "${theirs[0]}" "${mine[0]}")"
  row "memory of that" "${mine[1]} MB" "${theirs[1]} MB" "$(ratio "${theirs[1]}" "${mine[1]}")"
  output=$(python3 "$parts/measure.py" 5 "$program" check)
  read -ra mine <<<"$output"
  row "the data files of the same figures checked (\`thuocdo check\`; frictionless: figures.csv)" \
    "${mine[0]} s" "frictionless ${theirs[0]} s" "$(ratio "${theirs[0]}" "${mine[0]}")"
  row "memory of that" "${mine[1]} MB" "${theirs[1]} MB" "$(ratio "${theirs[1]}" "${mine[1]}")"
}
