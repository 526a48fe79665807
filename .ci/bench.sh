#!/usr/bin/env bash
# Times how long large texts take and how long timelines feel; weighs what a first visit transfers and
# holds it against the budget.
# shellcheck source-path=SCRIPTDIR source=steps.sh
. "$(dirname "$0")/steps.sh"

need_node
step "Tools for Rust" tools_for_rust
step "Large texts" cargo bench --locked --bench reading
release_build
step "Browser" tools_for_browser_tests
step "Long timelines" node "$E2E/bench_timeline.mjs"
step "Checks" node "$E2E/bench_checks.mjs"
step "Weight of the page" node "$E2E/bench.mjs" --budget-kb "$BUDGET_KB"
