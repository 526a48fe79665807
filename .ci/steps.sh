# shellcheck shell=bash
# The steps that the scripts are put together from. A script sources this file and names them.

# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

tools_for_rust() {
  ensure_rust
  ensure_crates
}

tools_for_build() {
  tools_for_rust
  ensure_wasm_bindgen
  ensure_trunk
  ensure_node_modules
}

tools_for_browser_tests() {
  ensure_node_modules
  ensure_browser
}

checks() {
  step "Rust" tools_for_rust
  step "Formatting" cargo fmt --all --check
  step "Lints, native" cargo clippy --locked --all-targets -- -D warnings
  step "Lints, wasm32" cargo clippy --locked --target wasm32-unknown-unknown \
    --lib --bin postmortem-editor --test web -- -D warnings
  step "Native tests" logged native cargo test --locked --lib --bins --tests
  step "Documentation tests" logged doc cargo test --locked --doc
}

# Trunk takes wasm-bindgen and wasm-opt from PATH and, told to stay offline, refuses any version
# but the pinned one instead of downloading it.
trunk_build() { RUST_BACKTRACE=0 PATH="$E2E/node_modules/.bin:$PATH" trunk build; }

release_build() {
  step "Tools for the build" tools_for_build
  step "Release build" trunk_build
}

wasm_tests() {
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER="node $E2E/wasm-runner.mjs" \
    cargo test --locked --target wasm32-unknown-unknown --lib --test web
}

type_check() { (cd "$E2E" && node_modules/.bin/tsc --noEmit); }

playwright() { (cd "$E2E" && node_modules/.bin/playwright test "$@"); }

screenshots() {
  rm -rf "$E2E/screens"
  playwright --project=screenshots
  ls -1 "$E2E/screens"
}
