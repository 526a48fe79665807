#!/usr/bin/env bash
# Says how often the checks on language are right about sentences that a person has judged.
# shellcheck source-path=SCRIPTDIR source=steps.sh
. "$(dirname "$0")/steps.sh"

need_rust
step "Rust" tools_for_rust
step "Language" logged language cargo test --locked --test language -- --nocapture
closing_lines language
