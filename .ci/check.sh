#!/usr/bin/env bash
# The quick checks: formatting, lints for both targets, native tests.
# shellcheck source-path=SCRIPTDIR source=steps.sh
. "$(dirname "$0")/steps.sh"

checks
times
closing_lines native doc
