#!/usr/bin/env bash
# Builds the page for release, and makes one HTML file of it.
# shellcheck source-path=SCRIPTDIR source=steps.sh
. "$(dirname "$0")/steps.sh"

release_build
step "One file" node .ci/single.mjs
say "dist/postmortem-editor.html runs from a disk, without a server"
