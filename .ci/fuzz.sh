#!/usr/bin/env bash
# Tries what must hold for every text with new texts, for FUZZ_SECONDS: 300 when nothing is said.
# shellcheck source-path=SCRIPTDIR source=steps.sh
. "$(dirname "$0")/steps.sh"

need_rust
step "Rust" tools_for_rust
POSTMORTEM_FUZZ_SECONDS=${FUZZ_SECONDS:-300} step "Fuzzing" logged fuzz cargo test --locked --test fuzz
closing_lines fuzz
