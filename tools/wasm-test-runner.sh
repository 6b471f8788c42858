#!/usr/bin/env bash
# Cargo's runner for tests that run in a browser: wasm-bindgen-test-runner in headless Chromium.
# That runner reads the browser's flags from ./webdriver.json only, so it is started in a folder that has one.
set -euo pipefail
here="$(cd "$(dirname "$0")/.." && pwd)/target/webdriver"
mkdir -p "$here"
# Without the background flags Chromium calls home at every start; a sandbox cannot be set up by root.
cat >"$here/webdriver.json" <<'JSON'
{
  "goog:chromeOptions": {
    "args": [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync"
    ]
  }
}
JSON
export CHROMEDRIVER="${CHROMEDRIVER:-$(command -v chromedriver)}"
cd "$here"
exec wasm-bindgen-test-runner "$@"
