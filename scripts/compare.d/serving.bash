# Part of scripts/compare: nginx with the same bytes, pages that are not cached, all kinds of pages.

# Sets nginx, its address, and other, its process.
start_nginx() {
  local modules module port user=
  modules=$(nginx -V 2>&1 | grep -oE -- '--modules-path=[^ ]+' | cut -d = -f 2)
  module=$modules/ngx_http_brotli_static_module.so
  [ -e "$module" ] || fail "nginx has no module for brotli_static; scripts/setup compare installs it"
  mkdir -p "site${page%/*}" temp
  # The compressed form is made well after the second request for it.
  for _ in 1 2 3 4 5; do
    curl -sSf -o "site$page" "$product$page"
    curl -sSf -o "site$page.br" -H 'Accept-Encoding: br' "$product$page"
    sleep 0.1
  done
  # As root, workers would change to a user who may not read this folder.
  if [ "$(id -u)" = 0 ]; then user='user root;'; fi
  for _ in $(seq 10); do
    port=$((20000 + RANDOM % 12000))
    sed -e "s|USER|$user|; s|MODULE|$module|; s|PORT|$port|" "$parts/nginx.conf" >nginx.conf
    nginx -p "$folder/" -e error.log -c nginx.conf 2>>error.log &
    other=$!
    servers+=("$other")
    nginx=http://127.0.0.1:$port
    for _ in $(seq 50); do
      if curl -sf -o /dev/null "$nginx$page"; then break 2; fi
      kill -0 "$other" 2>/dev/null || break
      sleep 0.1
    done
  done
  for encoding in identity br; do
    curl -sSf -H "Accept-Encoding: $encoding" "$product$page" >mine
    curl -sSf -H "Accept-Encoding: $encoding" "$nginx$page" >theirs || fail "nginx did not start: $(tail -n 3 error.log)"
    cmp -s mine theirs || fail "nginx and the program answer with different bytes ($encoding)"
  done
}

serving() {
  say "nginx, pages that are not cached, all kinds of pages"
  start_nginx
  echo "$page $page?highlight={three}" >ranking
  echo "$page $page?q={name}&highlight={three}" >filtered
  grep -v '^#' "$parts/addresses" >everything
  grep -vE '^/charts|^[^ ]*[.]pdf' everything >pages
  local set
  for _ in $(seq "$rounds"); do
    for encoding in identity br; do
      load "mine-$encoding" "$me" -c 16 -H "Accept-Encoding: $encoding" "$product$page"
      load "nginx-$encoding" "$other" -c 16 -H "Accept-Encoding: $encoding" "$nginx$page"
      stream "uncached-$encoding" 99 100 ranking 16 100 0 -H "Accept-Encoding: $encoding"
    done
    stream uncached-filtered 99 100 filtered 16 100 0 -H "Accept-Encoding: br"
    for set in pages everything; do
      stream "$set-fast" 5 60 "$set" 16 10 0 -H "Accept-Encoding: br"
      stream "$set-paced" 5 60 "$set" 64 10 200 -H "Accept-Encoding: br"
    done
    : >access.log
  done
  pair "ranking page, cached, identity ($(kilobytes "site$page"); target 0.8)" mine-identity nginx nginx-identity
  pair "ranking page, cached, brotli ($(kilobytes "site$page.br"); target 0.8)" mine-br nginx nginx-br
  target_row "ranking page, not cached, identity" uncached-identity 1500
  target_row "ranking page, not cached, brotli" uncached-br 1000
  target_row "ranking page with a name filter, not cached, brotli" uncached-filtered 1000
  mixed_row "all kinds of pages and the API, 10 % not cached, brotli, 16 connections without a pause" pages-fast
  mixed_row "the same, 64 connections with a pause of 200 ms" pages-paced
  mixed_row "with charts (SVG, PNG, CSV) and briefings as PDF, 16 connections without a pause" everything-fast
  mixed_row "the same, 64 connections with a pause of 200 ms" everything-paced
}
target_row() { # what, file, requests/s
  local mine
  mine=$(median "$2" 1)
  row "$1, requests/s (processor time for one)" "$(whole "$mine") ($(duration "$(median "$2" 5)"))" \
    "target $(whole "$3")" "$(ratio "$mine" "$3")"
}
mixed_row() { # what, file
  local p99 maximum
  p99=$(median "$2" 3)
  maximum=$(sort -n -k 4,4 "$2" | tail -n 1 | cut -d ' ' -f 4)
  row "$1, $(whole "$(median "$2" 1)") requests/s: median, 99th percentile, maximum of all rounds" \
    "$(tenths "$(median "$2" 2)"), $(tenths "$p99"), $(tenths "$maximum") ms" \
    "target: 99th percentile of 10 ms" "$(ratio 10 "$p99")"
}
