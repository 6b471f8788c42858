#!/usr/bin/env bash
# Runs a command with the compiler and the tools that build for the browser, for example:
#   tools/wasm.sh cargo clippy --target wasm32-unknown-unknown
#   tools/wasm.sh --release trunk build --release     the standard library compiled for size, too
set -euo pipefail
source "$(dirname "$0")/env.sh"

choose_wasm_compiler || {
  echo "tools/wasm.sh: no compiler here builds for the browser; run: make setup" >&2
  exit 1
}
if [ "${1:-}" = --release ]; then
  shift
  compile_std_small
fi
exec "$@"
