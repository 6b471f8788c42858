#!/usr/bin/env bash
# Runs one stage of `make ci` and says how long it took. Usage: tools/stage.sh NAME COMMAND…
set -euo pipefail
name="$1"
shift
printf '\n\033[1m== %s\033[0m\n' "$name"
status=0
"$@" || status=$?
result=done
if [ "$status" != 0 ]; then result="FAILED ($status)"; fi
printf '== %s: %s after %s s\n' "$name" "$result" "$SECONDS"
exit "$status"
