#!/usr/bin/env bash
# Runs the compiler's tests so that they leave what they ran, their children too, and counts it (tools/coverage.mjs).
# Usage: tools/coverage.sh [OPTIONS OF CARGO]
set -euo pipefail
source "$(dirname "$0")/env.sh"
cd "$ROOT"

choose_llvm_tools || { echo "coverage: run first: tools/setup.sh coverage" >&2; exit 1; }
out="${CARGO_TARGET_DIR:-target}/coverage"
mkdir -p "$out"
# Publishing has tests of its own, and the app and its views are no part of the checker.
cargo llvm-cov --no-report "$@" --no-default-features --features compiler
cargo llvm-cov report --lcov --output-path "$out/lcov.info" >/dev/null
node tools/coverage.mjs "$out/lcov.info" "$out/missing.txt"
