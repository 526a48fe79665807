#!/usr/bin/env bash
# Everything that must hold before a change goes in.
# shellcheck source-path=SCRIPTDIR source=steps.sh
. "$(dirname "$0")/steps.sh"

need_rust
need_node
checks
release_build
step "Browser" tools_for_browser_tests
step "Wasm tests in the browser" logged wasm wasm_tests
step "Types of the end-to-end tests" type_check
step "End-to-end tests against the release build" logged e2e playwright --project=e2e
times
closing_lines native doc wasm e2e
