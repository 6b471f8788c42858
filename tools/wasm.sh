#!/usr/bin/env bash
# Runs a command with the compiler and the tools that build for the browser, for example:
#   tools/wasm.sh trunk build --release
set -euo pipefail
source "$(dirname "$0")/env.sh"

choose_wasm_compiler || {
  echo "tools/wasm.sh: no compiler here builds for the browser; run: make setup" >&2
  exit 1
}
exec "$@"
