#!/usr/bin/env bash
# Trunk's post_build hook for `make dev`: puts the sample market's data into the folder that Trunk serves.
# Does nothing in any other build, where the catalogue compiler puts the site together afterwards.
set -euo pipefail
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
