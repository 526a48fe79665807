#!/usr/bin/env bash
# The quick checks: formatting, lints for both targets, native tests.
# shellcheck source=.ci/steps.sh
. "$(dirname "$0")/steps.sh"

checks
times
closing_lines native doc
