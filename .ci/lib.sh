# shellcheck shell=bash
# What the scripts share: steps with their times, and finding or installing the tools.
# A script sources this file first; it then stands in the repository's root.

set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
ROOT=$PWD
# shellcheck source-path=SCRIPTDIR source=versions.sh
. .ci/versions.sh

TOOLS=${XDG_CACHE_HOME:-$HOME/.cache}/postmortem-editor/tools
E2E=$ROOT/tests/e2e
# Tests and reports write here; it is ignored by git even where CARGO_TARGET_DIR points elsewhere.
LOGS=$ROOT/target/ci

# Trunk reads NO_COLOR as a true/false option and stops at NO_COLOR=1.
if [ -n "${NO_COLOR:-}" ]; then
  export CARGO_TERM_COLOR=never TRUNK_COLOR=never
  unset NO_COLOR
fi

# ---- Steps -------------------------------------------------------------------------------------

CURRENT_STEP=
TIMES=

say() { printf '   %s\n' "$*"; }

stop() {
  CURRENT_STEP=
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# step TITLE COMMAND...: says what is done, does it, says how long it took.
step() {
  local title=$1 began=$SECONDS took
  shift
  CURRENT_STEP=$title
  printf '\n== %s\n' "$title"
  "$@"
  took=$((SECONDS - began))
  CURRENT_STEP=
  TIMES+=$(printf '%5d s  %s' "$took" "$title")$'\n'
  printf '== %s: %d s\n' "$title" "$took"
}

# logged NAME COMMAND...: runs it and keeps what it printed, so that its closing lines can be
# shown again at the end.
logged() {
  local name=$1
  shift
  mkdir -p "$LOGS"
  "$@" 2>&1 | tee "$LOGS/$name.log"
}

times() {
  printf '\n== Times\n%s%5d s  altogether\n' "$TIMES" "$SECONDS"
}

# closing_lines NAME...: what the test runners themselves said last.
closing_lines() {
  local name
  printf '\n== Results\n'
  for name in "$@"; do
    printf '%s:\n' "$name"
    grep -E '^ *(test result:|[0-9]+ (passed|failed|flaky|skipped|did not run))' "$LOGS/$name.log" ||
      printf '(no result line in %s)\n' "$LOGS/$name.log"
  done
}

on_exit() {
  local code=$?
  if [ "$code" -ne 0 ] && [ -n "$CURRENT_STEP" ]; then
    printf '\nerror: failed at: %s\n' "$CURRENT_STEP" >&2
  fi
}
trap on_exit EXIT

# ---- What must be there already ----------------------------------------------------------------

has() { command -v "$1" >/dev/null 2>&1; }

need_rust() {
  has rustup || stop "rustup is missing: install it from https://rustup.rs, then open a new shell"
  has cc || has gcc || has clang ||
    stop "a C compiler is missing: install gcc or clang (Debian: apt-get install build-essential; macOS: xcode-select --install)"
}

need_node() {
  local have
  if ! has node || ! has npm; then
    stop "Node.js is missing: install version $NODE_MAJOR or newer, with npm, from https://nodejs.org"
  fi
  have=$(node --version)
  have=${have#v}
  [ "${have%%.*}" -ge "$NODE_MAJOR" ] ||
    stop "Node.js $have is too old: install version $NODE_MAJOR or newer from https://nodejs.org"
}

# ---- What is fetched when missing --------------------------------------------------------------

# The compiler that rust-toolchain.toml names, with its wasm target and its library's source.
ensure_rust() {
  local channel
  need_rust
  channel=$(sed -n 's/^channel = "\(.*\)"$/\1/p' rust-toolchain.toml)
  if ! rustup run "$channel" rustc --version >/dev/null 2>&1; then
    say "installing Rust $channel"
    rustup toolchain install "$channel" --profile minimal --component rustfmt --component clippy
  fi
  if ! rustup target list --installed --toolchain "$channel" | grep -qx wasm32-unknown-unknown; then
    say "adding the target wasm32-unknown-unknown"
    rustup target add wasm32-unknown-unknown --toolchain "$channel"
  fi
  if ! rustup component list --installed --toolchain "$channel" | grep -qx rust-src; then
    say "adding the source of Rust's library"
    rustup component add rust-src --toolchain "$channel"
  fi
}

# crate_tool CRATE VERSION PROGRAM...: puts programs of exactly this version on PATH. Those of the
# user are taken when they fit and never replaced: ours go into a folder of this project.
crate_tool() {
  local crate=$1 version=$2 program home=$TOOLS/$1-$2 fits=yes
  shift 2
  for program in "$@"; do
    [ "$("$program" --version 2>/dev/null | awk '{ print $2; exit }')" = "$version" ] || fits=no
  done
  [ "$fits" = no ] || return 0
  for program in "$@"; do
    [ -x "$home/bin/$program" ] && continue
    say "installing $crate $version into $home (once; takes some minutes)"
    env -u CARGO_TARGET_DIR cargo install --locked --root "$home" --version "=$version" "$crate"
    break
  done
  export PATH="$home/bin:$PATH"
}

ensure_wasm_bindgen() {
  local locked
  locked=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print; exit }' Cargo.lock)
  [ "$locked" = "$WASM_BINDGEN_VERSION" ] ||
    stop "Cargo.lock has wasm-bindgen $locked, .ci/versions.sh has $WASM_BINDGEN_VERSION: make them equal"
  crate_tool wasm-bindgen-cli "$WASM_BINDGEN_VERSION" wasm-bindgen wasm-bindgen-test-runner
}

ensure_trunk() { crate_tool trunk "$TRUNK_VERSION" trunk; }

# The npm packages, exactly as locked; nothing is done when they are those already.
ensure_node_modules() {
  need_node
  if ! cmp -s "$E2E/package-lock.json" "$E2E/node_modules/.installed-lock.json"; then
    say "npm ci in tests/e2e"
    (cd "$E2E" && npm ci --no-fund --no-audit)
    cp "$E2E/package-lock.json" "$E2E/node_modules/.installed-lock.json"
  fi
}

# Everything cargo needs from the registry, so that later steps can run without the network.
ensure_crates() { cargo fetch --locked --quiet; }

# ---- The browser -------------------------------------------------------------------------------

major() { "$1" --version 2>/dev/null | sed -n '1s/^[^0-9]*\([0-9][0-9]*\)\..*/\1/p'; }

find_browser() {
  local candidate
  for candidate in "${BROWSER_PATH:-}" chromium chromium-browser google-chrome-stable google-chrome \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    # Asking for the version sorts out stubs, such as Ubuntu's that only points to a snap.
    if [ -n "$candidate" ] && has "$candidate" && [ -n "$(major "$candidate")" ]; then
      command -v "$candidate"
      return
    fi
  done
}

# Sets BROWSER_PATH to a Chromium or Chrome: the one that is there, else Debian's, else
# Playwright's own.
ensure_browser() {
  local with_deps=
  BROWSER_PATH=$(find_browser)
  if [ -z "$BROWSER_PATH" ] && [ "$(id -u)" = 0 ] && grep -qsx 'ID=debian' /etc/os-release; then
    say "installing chromium with apt-get"
    export DEBIAN_FRONTEND=noninteractive
    if ! apt-get update -qq </dev/null ||
      ! apt-get install -y -qq --no-install-recommends chromium </dev/null >/dev/null; then
      say "apt-get could not install it"
    fi
    BROWSER_PATH=$(find_browser)
  fi
  if [ -z "$BROWSER_PATH" ]; then
    say "installing Playwright's own Chromium"
    [ "$(id -u)" = 0 ] && with_deps=--with-deps
    # shellcheck disable=SC2086 # Nothing, or one word.
    (cd "$E2E" && node_modules/.bin/playwright install $with_deps chromium </dev/null) ||
      stop "no browser for the tests: install Chromium or Google Chrome, or set BROWSER_PATH to one"
    BROWSER_PATH=$(cd "$E2E" && node --input-type=module --eval \
      'import { chromium } from "@playwright/test"; console.log(chromium.executablePath())')
  fi
  export BROWSER_PATH
  say "browser: $BROWSER_PATH ($(major "$BROWSER_PATH"))"
}
