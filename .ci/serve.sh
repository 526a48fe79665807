#!/usr/bin/env bash
# Builds the page and serves it to this machine only.
# shellcheck source-path=SCRIPTDIR source=steps.sh
. "$(dirname "$0")/steps.sh"

PORT=${PORT:-8080}
need_node
# Before the build, so that nobody waits minutes for this message.
node "$E2E/serve.mjs" --port "$PORT" --only-try
release_build
printf '\n'
exec node "$E2E/serve.mjs" "$ROOT/dist" --port "$PORT"
