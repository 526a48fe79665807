#!/usr/bin/env bash
# Builds the page for release into dist/.
# shellcheck source-path=SCRIPTDIR source=steps.sh
. "$(dirname "$0")/steps.sh"

release_build
