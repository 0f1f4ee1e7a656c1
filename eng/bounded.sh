#!/usr/bin/env bash
# Runs a command that may not wait for ever: bounded.sh LIMIT COMMAND… with a limit as timeout(1) has it, for example 15m.
# After the limit it gets SIGTERM, half a minute later SIGKILL, and a line says what was waited for; the exit code is then 124.
set -euo pipefail

limit=$1
shift
command -v timeout >/dev/null || exec "$@"
ended=0
timeout --kill-after=30s "$limit" "$@" || ended=$?
[ $ended != 124 ] && [ $ended != 137 ] || { echo "$(basename "$1") ${*:2} did not end within $limit and was stopped." >&2; ended=124; }
exit $ended
