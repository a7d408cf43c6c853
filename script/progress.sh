# shellcheck shell=bash
# Sourced by the other scripts: says how far a command is whose output goes to a file.
#
#     with_progress NAME LOG COMMAND…   runs a command, its output in LOG; its status is the command's
#     readable LOG                      the output without progress bars and lists of crates
#
# On a terminal one line is kept up to date. In a log a line follows every minute, so that nothing fast says anything.

# What cargo ("] 212/540: serde") or nextest ("( 12/66)") counted last.
counted() {
  tail -c 4000 "$1" 2>/dev/null | tr '\r' '\n' | grep -oE '(\] |\( *)[0-9]+/[0-9]+' | tail -n 1 |
    sed -E 's|^[^0-9]*([0-9]+)/([0-9]+)|: \1 of \2|'
}

minutes() { printf '%d:%02d min' $(($1 / 60)) $(($1 % 60)); }

tick() {
  local name=$1 log=$2 elapsed=0
  while sleep 1 >/dev/null 2>&1; do
    elapsed=$((elapsed + 1))
    if [ -t 1 ]; then
      [ $elapsed -lt 2 ] || printf '\r\033[K%s%s, %s' "$name" "$(counted "$log")" "$(minutes $elapsed)"
    elif [ $((elapsed % 60)) -eq 0 ]; then
      printf '  … %s%s, %s\n' "$name" "$(counted "$log")" "$(minutes $elapsed)"
    fi
  done
}

with_progress() {
  local name=$1 log=$2 ticker status=0
  shift 2
  tick "$name" "$log" &
  ticker=$!
  CARGO_TERM_PROGRESS_WHEN=always CARGO_TERM_PROGRESS_WIDTH=80 "$@" >"$log" 2>&1 || status=$?
  kill "$ticker" 2>/dev/null || true
  wait "$ticker" 2>/dev/null || true
  [ ! -t 1 ] || printf '\r\033[K'
  return $status
}

readable() {
  sed 's/.*\r//' "$1" | grep -vE '^ +(Compiling|Checking|Downloaded|Downloading|Fresh|Blocking) ' || true
}
