# Sourced by the other scripts: where the tools are, and which compiler builds for the browser.
# Needs nothing but bash and the tools that tools/setup.sh has put there.

# Compiled tools live outside the clone, so that a second clone does not compile them again.
ETALASE_TOOLS="${ETALASE_TOOLS:-$HOME/.cache/etalase/tools}"
ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
# First wasm-opt from tools/package-lock.json: the same version, so the same bytes, on every machine.
export PATH="$ROOT/tools/node_modules/.bin:$ETALASE_TOOLS/bin:$PATH"
# Trunk asks for news of itself at every start otherwise.
export TRUNK_SKIP_VERSION_CHECK=true

# The name that `rustup toolchain link` gives Debian's compiler, which the Debian route installs.
DEBIAN_TOOLCHAIN=web

# True if the given compiler can build for the browser: it must load a standard library of its own version, and have
# the sources from which a release compiles it anew.
# Usage: builds_wasm rustc [+toolchain]
builds_wasm() {
  local out
  [ -f "$("$@" --print sysroot 2>/dev/null)/lib/rustlib/src/rust/library/Cargo.lock" ] || return 1
  out="$(mktemp)"
  "$@" --target wasm32-unknown-unknown --crate-type rlib --emit metadata -o "$out" - </dev/null >/dev/null 2>&1
  local status=$?
  rm -f "$out"
  return $status
}

# Sets RUSTUP_TOOLCHAIN where the wasm build needs another compiler than the usual one. False if none fits.
# ETALASE_WASM=rustup or =debian takes that route alone.
choose_wasm_compiler() {
  local route="${ETALASE_WASM:-any}"
  if [ "$route" != debian ] && builds_wasm rustc; then
    return 0
  fi
  if [ "$route" != rustup ] && command -v rustup >/dev/null && builds_wasm rustc "+$DEBIAN_TOOLCHAIN"; then
    export RUSTUP_TOOLCHAIN="$DEBIAN_TOOLCHAIN"
    return 0
  fi
  # Without rustup, Debian's compiler may be the only one there is.
  [ "$route" = debian ] && ! command -v rustup >/dev/null && builds_wasm rustc
}

# A release compiles the standard library together with the app: for size, and without the words of panics, which nobody
# in a browser would read. That is a fourteenth of what every visitor downloads. The switches are not stable yet, so
# the stable compiler has to be told that we know.
compile_std_small() {
  export RUSTC_BOOTSTRAP=1
  export CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
  export RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none"
}

# The version of the wasm-bindgen crate in use; its command-line half must be the very same.
wasm_bindgen_version() {
  awk '/^name = "wasm-bindgen"$/ { getline; gsub(/"/, "", $3); print $3; exit }' "$ROOT/Cargo.lock"
}

# The LLVM that the usual compiler is made of, "22".
llvm_version() { rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p'; }

# Finds the two programs that read what a measured run leaves: the compiler's own, else Debian's of the same version,
# since the format changes from one to the next. False if there are none.
choose_llvm_tools() {
  local host debian
  host="$(rustc -vV | sed -n 's/^host: //p')"
  if [ -x "$(rustc --print sysroot)/lib/rustlib/$host/bin/llvm-cov" ]; then return 0; fi
  debian="/usr/lib/llvm-$(llvm_version)/bin"
  [ -x "$debian/llvm-cov" ] && [ -x "$debian/llvm-profdata" ] || return 1
  export LLVM_COV="$debian/llvm-cov" LLVM_PROFDATA="$debian/llvm-profdata"
}
