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
    --lib --bin postmortem-editor --bin postmortem-reader --test web -- -D warnings
  step "Native tests" logged native cargo test --locked --lib --bins --tests
  step "Documentation tests" logged doc cargo test --locked --doc
}

# The page is built with a standard library of its own, made for size and without the texts of
# panics: a tenth of the page. The pinned compiler only does so when it is told to take unstable
# options; nothing else here is built like that. Trunk takes wasm-bindgen from PATH and, told to stay
# offline, refuses any version but that of Cargo.lock instead of downloading it.
trunk_build() {
  RUSTC_BOOTSTRAP=1 \
    CARGO_UNSTABLE_BUILD_STD=std,panic_abort \
    CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
    RUSTFLAGS="--cfg erase_components -Zunstable-options -Cpanic=immediate-abort -Cllvm-args=-inline-threshold=0" \
    RUST_BACKTRACE=0 trunk build
}

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
