#!/usr/bin/env bash
# Takes the pictures that tests/e2e/*.shots.ts describe, into tests/e2e/screens/.
# shellcheck source-path=SCRIPTDIR source=steps.sh
. "$(dirname "$0")/steps.sh"

need_node
release_build
step "Browser" tools_for_browser_tests
step "Screenshots" screenshots
