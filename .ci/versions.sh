# shellcheck shell=bash disable=SC2034
# The one place where the versions of outside tools stand. Rust's own is in rust-toolchain.toml,
# the npm packages' (Playwright, axe, wasm-opt) in tests/e2e/package-lock.json.

TRUNK_VERSION=0.21.14
# Must equal the wasm-bindgen crate in Cargo.lock; `ensure_tools` compares them.
WASM_BINDGEN_VERSION=0.2.126
NODE_MAJOR=20

# What the page may weigh at most when all it loads at start is brotli-compressed.
# 1 KB is 1000 bytes.
BUDGET_KB=250
