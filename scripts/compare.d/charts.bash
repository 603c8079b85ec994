# Part of scripts/compare: vl-convert and matplotlib with the same chart. charts.py describes what is included.

charts() {
  say "vl-convert and matplotlib"
  local name output mine=() other=()
  output=$("$tools/python" "$parts/charts.py" "$product" thuocdo)
  read -ra mine <<<"$output"
  for name in vl-convert matplotlib; do
    output=$("$tools/python" "$parts/charts.py" "$product" "$name")
    read -ra other <<<"$output"
    row "chart of 63 bars, not cached, SVG ($((mine[2] / 1000)) kB; $((other[2] / 1000)) kB)" \
      "$(tenths "${mine[0]}") ms" "$name $(tenths "${other[0]}") ms" "$(ratio "${other[0]}" "${mine[0]}")"
    row "the same as PNG of 1920 x 3324 ($((mine[3] / 1000)) kB; $((other[3] / 1000)) kB)" \
      "$(tenths "${mine[1]}") ms" "$name $(tenths "${other[1]}") ms" "$(ratio "${other[1]}" "${mine[1]}")"
  done
}
