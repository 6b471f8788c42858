#!/usr/bin/env bash
# Trunk's post_build hook: finishes the page and, for `make dev` alone, adds the sample market's data.
set -euo pipefail

# Browsers check no hash on a preload link of this kind, and Chromium warns about that at every visit.
# boot/boot.js reads it from here and checks it itself.
# The app comes after what is seen without it: neither half of it takes the line from the page's pictures.
sed -i -E 's/(<link rel="preload"[^>]*) integrity=/\1 fetchpriority="low" data-integrity=/; s/<link rel="modulepreload"/& fetchpriority="low"/' \
  "$TRUNK_STAGING_DIR/index.html"
grep -q 'data-integrity="sha384-' "$TRUNK_STAGING_DIR/index.html" \
  || { echo "tools/after-trunk.sh: Trunk wrote no hash of the WebAssembly file" >&2; exit 1; }

# The page for staff (petugas.html, which Trunk calls index.html too) has a worker, and so have the programmes' pages.
[ ! -f "$TRUNK_STAGING_DIR/worker.js" ] || node tools/name-worker.mjs "$TRUNK_STAGING_DIR" worker pemeriksa
[ ! -f "$TRUNK_STAGING_DIR/papers.js" ] || node tools/name-worker.mjs "$TRUNK_STAGING_DIR" papers berkas

# A release is shrunk; while somebody works on the app, names and lines stay as they are written.
[ "$TRUNK_PROFILE" != release ] || node tools/shrink.mjs "$TRUNK_STAGING_DIR"

[ -n "${ETALASE_DEV_SHEETS:-}" ] || exit 0

data=target/dev-data
# The sheets are compiled again only after one of them, or the compiler, has changed.
if [ ! -d "$data" ] || [ -n "$(find "$ETALASE_DEV_SHEETS" target/native/catalogue -newer "$data" -print -quit)" ]; then
  # 3 says that some rows were refused, which the report above it explains; the others are there.
  target/native/catalogue build "$ETALASE_DEV_SHEETS" --out "$data" || [ $? -eq 3 ]
  touch "$data"
fi
# The app's own files stand: of the data only what the app does not have is added.
cp -rn "$data/." "$TRUNK_STAGING_DIR/"
