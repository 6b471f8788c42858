#!/usr/bin/env bash
# Installs what is missing to build and test this project, and nothing else. Called by the Makefile:
#   tools/setup.sh build    what `make build` needs: the wasm compiler, wasm-bindgen, wasm-opt, Trunk
#   tools/setup.sh test     and what the tests need: two browsers, a driver, Python's openpyxl, nginx, xmllint, npm packages
#   tools/setup.sh ci       and what `make ci` needs: rustfmt, clippy, cargo-deny
#   tools/setup.sh bench    what the tests need, and the other stacks that pages are measured against
#   tools/setup.sh coverage what `make coverage` needs: cargo-llvm-cov, LLVM's readers of what it measures
# Every step first looks whether its thing is there, so a second call only looks, within a second or two.
# The versions come from the Makefile: TRUNK_VERSION, CARGO_DENY_VERSION, CARGO_LLVM_COV_VERSION.
set -euo pipefail
source "$(dirname "$0")/env.sh"

say() { printf '\033[1m== %s\033[0m\n' "$*"; }
stop() { printf 'setup: %s\n' "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null; }

# --- Debian packages ------------------------------------------------------------------------------------

is_debian() { has apt-get && grep -qE '^ID(_LIKE)?=.*debian' /etc/os-release 2>/dev/null; }

# Runs a command as root: as it is for root, else by sudo, once the person at the terminal has agreed.
agreed=
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
    return
  fi
  has sudo && [ -t 0 ] || stop "this needs root; run it yourself and call make again: $*"
  if [ -z "$agreed" ]; then
    read -r -p "setup: needs sudo for: $* — go on? [y/N] " agreed
    [[ "$agreed" == [yY]* ]] || stop "nothing was installed"
  fi
  sudo "$@"
}

# Reading the package lists once is enough, and may be missing altogether on a fresh machine.
refreshed=
read_package_lists() {
  [ -n "$refreshed" ] || as_root apt-get update -qq
  refreshed=yes
}

apt_install() {
  read_package_lists
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# --- the compiler for the browser -----------------------------------------------------------------------

# How long the ordinary way may take before it counts as failed: a closed network can also hang.
RUSTUP_SECONDS=180

# Asked in a subshell, since its choice is for the wasm build alone.
wasm_compiler_present() (choose_wasm_compiler)

setup_wasm_compiler() {
  wasm_compiler_present && return
  if [ "${ETALASE_WASM:-any}" != debian ] && has rustup; then
    say "Adding the wasm32 target to Rust (once, under a minute) …"
    if RUSTUP_MAX_RETRIES=1 timeout "$RUSTUP_SECONDS" rustup target add wasm32-unknown-unknown \
      && RUSTUP_MAX_RETRIES=1 timeout "$RUSTUP_SECONDS" rustup component add rust-src && wasm_compiler_present; then
      return
    fi
    echo "   rustup could not fetch it from here."
  fi
  [ "${ETALASE_WASM:-any}" != rustup ] && is_debian \
    || stop "please install Rust's wasm32 target yourself: rustup target add wasm32-unknown-unknown; rustup component add rust-src"
  setup_debian_compiler
  wasm_compiler_present || stop "Debian's compiler was installed, but does not build for the browser"
}

# Debian has a compiler of its own with its sources, from which the wasm standard library is built here.
setup_debian_compiler() {
  say "Installing Debian's Rust compiler beside yours (once, about 1 minute) …"
  apt_install rustc-web cargo-web rust-web-src
  local llvm host lib
  llvm="$(/usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')"
  host="$(/usr/bin/rustc -vV | sed -n 's/^host: //p')"
  lib=/usr/lib/rustlib/wasm32-unknown-unknown/lib
  apt_install "lld-$llvm" rust-web-clippy
  # rustc calls its linker by this name, which Debian's package does not carry.
  as_root mkdir -p "/usr/lib/rustlib/$host/bin"
  as_root ln -sf "/usr/lib/llvm-$llvm/bin/lld" "/usr/lib/rustlib/$host/bin/rust-lld"

  say "Compiling Rust's standard library for the browser (once, about 2 minutes) …"
  local work
  work="$(mktemp -d)"
  mkdir "$work/src"
  touch "$work/src/lib.rs"
  printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n' >"$work/Cargo.toml"
  # Bitcode is what the app's link-time optimisation reads.
  (cd "$work" && PATH="/usr/bin:$PATH" RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 RUSTFLAGS="-Cembed-bitcode=yes" \
    CARGO_TARGET_DIR="$work/target" /usr/bin/cargo build --release --target wasm32-unknown-unknown \
    -Zbuild-std=std,panic_abort,panic_unwind,proc_macro,test)
  rm -f "$work"/target/wasm32-unknown-unknown/release/deps/libempty-*
  as_root rm -rf "$lib"
  as_root mkdir -p "$lib"
  as_root cp "$work"/target/wasm32-unknown-unknown/release/deps/*.rlib "$lib/"
  rm -rf "$work"
  if has rustup; then rustup toolchain link "$DEBIAN_TOOLCHAIN" /usr; fi
  # What was compiled against an older standard library cannot be linked with this one.
  rm -rf "$ROOT/target/wasm32-unknown-unknown"
}

# --- tools from crates.io -------------------------------------------------------------------------------

# Usage: cargo_tool CRATE VERSION BINARY MINUTES [WORDS FOR CARGO…]
cargo_tool() {
  local crate="$1" version="$2" binary="$3" minutes="$4"
  shift 4
  # Some of cargo's own commands answer to cargo alone.
  local ask=("$binary")
  if [[ "$binary" == cargo-* ]]; then ask=(cargo "${binary#cargo-}"); fi
  # Compared by word: "trunk 0.21.14" and "wasm-bindgen 0.2.130" are the answers.
  if [[ " $("${ask[@]}" --version 2>/dev/null || true) " == *" $version "* ]]; then return; fi
  say "Compiling $crate $version into $ETALASE_TOOLS (once, about $minutes minutes on 2 cores) …"
  # These tools run for seconds: a quick build is worth more than a quick program.
  local build=(env CARGO_PROFILE_RELEASE_OPT_LEVEL="${TOOL_OPT_LEVEL:-0}" CARGO_PROFILE_RELEASE_LTO=off
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0
    cargo install "$crate" --version "$version" --root "$ETALASE_TOOLS" --force "$@")
  # Its own lockfile first; a dependency named there can be too new for the registry's index in reach.
  "${build[@]}" --locked || "${build[@]}"
}

# --- npm packages ---------------------------------------------------------------------------------------

# Usage: npm_packages FOLDER WHAT
npm_packages() {
  # npm writes this file last, so it is newer than the lockfile exactly if the packages are those locked.
  if [ "$1/node_modules/.package-lock.json" -nt "$1/package-lock.json" ]; then return; fi
  say "Fetching $2 (once for this clone, a few seconds) …"
  (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
  touch "$1/node_modules/.package-lock.json"
}

# --- what the Makefile asks for -------------------------------------------------------------------------

setup_build() {
  has cargo || stop "please install Rust first, by rustup: the stable toolchain is enough"
  has node || stop "please install Node 20 or later first"
  has cc || { is_debian || stop "please install a C compiler first"; apt_install gcc libc6-dev; }
  [ -f "$ROOT/Cargo.lock" ] || (cd "$ROOT" && cargo generate-lockfile)
  setup_wasm_compiler
  npm_packages "$ROOT/tools" "wasm-opt and esbuild"
  # This one reads the whole app.
  TOOL_OPT_LEVEL=1 cargo_tool wasm-bindgen-cli "$(wasm_bindgen_version)" wasm-bindgen 3
  # Without the client with which it would fetch what is installed here already.
  cargo_tool trunk "$TRUNK_VERSION" trunk 4 --no-default-features
}

# Usage: browser WHAT VARIABLE "commands" "Debian packages"
browser() {
  local what="$1" variable="$2" command
  if [ -n "${!variable:-}" ]; then return; fi
  for command in $3; do
    if has "$command"; then return; fi
  done
  is_debian || stop "please install $what for the tests, or name it in $variable"
  say "Installing $what (once, about 1 minute) …"
  # shellcheck disable=SC2086 # several packages
  apt_install $4
}

# Whether some Python here opens workbooks: tests/e2e/support/reopen.mjs looks in the same places.
reads_workbooks() {
  local python
  for python in ${PYTHON:-} python3 /usr/bin/python3; do
    if "$python" -c 'import openpyxl' >/dev/null 2>&1; then return; fi
  done
  return 1
}

# The files that planners hand out are opened by a program that is not ours.
setup_openpyxl() {
  if reads_workbooks; then return; fi
  is_debian || stop "please install openpyxl for the tests (pip install openpyxl), or name a Python that has it in PYTHON"
  say "Installing Python's openpyxl (once, under a minute) …"
  apt_install python3-openpyxl
  reads_workbooks || stop "Debian's openpyxl was installed, but no Python finds it"
}

# A web server that is not ours, for one test: unpacked beside the other tools instead of installed, so that no service
# starts and nothing below /etc changes. tests/e2e/support/nginx.mjs looks in the same places.
setup_nginx() {
  if [ -n "${NGINX:-}" ] || has nginx || [ -x /usr/sbin/nginx ] || [ -x "$ETALASE_TOOLS/nginx/usr/sbin/nginx" ]; then return; fi
  is_debian || stop "please install nginx for the tests, or name it in NGINX"
  say "Unpacking Debian's nginx into $ETALASE_TOOLS/nginx (once, a few seconds) …"
  local work
  work="$(mktemp -d)"
  chmod 755 "$work"
  read_package_lists
  (cd "$work" && apt-get download -qq -o APT::Sandbox::User="$(id -un)" nginx libnginx-mod-http-brotli-static) || stop "Debian's nginx could not be fetched"
  for package in "$work"/*.deb; do dpkg-deb -x "$package" "$work/nginx"; done
  # Its libraries are those of curl and git, but for a machine that has neither.
  if ldd "$work/nginx/usr/sbin/nginx" | grep -q "not found"; then apt_install libpcre2-8-0 libssl3 zlib1g; fi
  mkdir -p "$ETALASE_TOOLS"
  rm -rf "$ETALASE_TOOLS/nginx"
  mv "$work/nginx" "$ETALASE_TOOLS/nginx"
  rm -rf "$work"
}

# Reads sitemaps by the schema of sitemaps.org.
setup_xmllint() {
  if has xmllint; then return; fi
  is_debian || stop "please install xmllint for the tests (libxml2)"
  say "Installing xmllint (once, a few seconds) …"
  apt_install libxml2-utils
}

setup_test() {
  browser Chromium CHROME "chromium google-chrome chromium-browser" chromium
  browser ChromeDriver CHROMEDRIVER chromedriver chromium-driver
  browser Firefox FIREFOX "firefox-esr firefox" firefox-esr
  setup_openpyxl
  setup_nginx
  setup_xmllint
  npm_packages "$ROOT/tests/e2e" "what drives the browsers, axe-core and the validators"
}

setup_ci() {
  cargo fmt --version >/dev/null 2>&1 || rustup component add rustfmt
  cargo clippy --version >/dev/null 2>&1 || rustup component add clippy
  # Advisories, for which it would go into the network, are not asked here.
  cargo_tool cargo-deny "$CARGO_DENY_VERSION" cargo-deny 2 --no-default-features
}

setup_bench() {
  npm_packages "$ROOT/tools/bench" "Solid, Preact and React"
}

setup_coverage() {
  has cargo || stop "please install Rust first, by rustup: the stable toolchain is enough"
  has node || stop "please install Node 20 or later first"
  cargo_tool cargo-llvm-cov "$CARGO_LLVM_COV_VERSION" cargo-llvm-cov 4
  if choose_llvm_tools; then return; fi
  if has rustup; then
    say "Adding LLVM's tools to Rust (once, under a minute) …"
    if RUSTUP_MAX_RETRIES=1 timeout "$RUSTUP_SECONDS" rustup component add llvm-tools && choose_llvm_tools; then return; fi
    echo "   rustup could not fetch them from here."
  fi
  is_debian || stop "please install LLVM's tools yourself: rustup component add llvm-tools"
  say "Installing Debian's LLVM $(llvm_version) (once, about 1 minute) …"
  apt_install "llvm-$(llvm_version)"
  choose_llvm_tools || stop "Debian's LLVM was installed, but has no llvm-cov for $(rustc --version)"
}

case "${1:-}" in
  # Each on its own line: after `&&`, bash would overlook a step that fails half-way.
  build)
    setup_build
    ;;
  test)
    setup_build
    setup_test
    ;;
  ci)
    setup_build
    setup_test
    setup_ci
    ;;
  coverage)
    setup_coverage
    ;;
  bench)
    setup_build
    setup_test
    setup_bench
    ;;
  *) stop "usage: tools/setup.sh build|test|ci|coverage|bench" ;;
esac
