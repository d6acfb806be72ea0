#!/usr/bin/env bash
# The main job on SQLite alone: two small databases, a plan, an apply, edits on both sides, a sync with a conflict.
#
# usage: demo.sh [DIRECTORY]    DIRECTORY is made anew; what an earlier run left there goes.
set -euo pipefail

directory=${1:-demo}
binaries=$(cd "$(dirname "$0")/../.venv/bin" && pwd)
PATH=$binaries:$PATH

if [ -e "$directory" ] && [ ! -e "$directory/dms-pipeline.toml" ] && [ -n "$(ls -A "$directory")" ]; then
  echo "$directory is not empty and was not made by this demo; give another directory." >&2
  exit 1
fi
rm -rf "$directory"
mkdir -p "$directory"
cd "$directory"

if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then bold=$'\e[1m' plain=$'\e[0m'; else bold='' plain=''; fi

say() { printf '\n# %s\n' "$*"; }
run() {
  printf '%s$ %s%s\n' "$bold" "$*" "$plain"
  "$@" 2>&1 # progress goes to stderr: kept in its place among the results
}

say 'A head office with sample data, an empty shop, and a pipeline file that joins them.'
run dms-pipeline init --demo
run cat dms-pipeline.toml

say 'What would be done, and why. Nothing is changed by looking.'
run dms-pipeline plan

say 'Do it, and load the rows.'
run dms-pipeline apply --yes

say 'Both sides change rows, one of them the same.'
run python edit.py

say 'Each side gets what the other did.'
run dms-pipeline sync
run dms-pipeline status

say 'The row that lost is kept.'
run dms-pipeline conflicts list
run dms-pipeline conflicts show c1

say 'Nothing is left to do.'
run dms-pipeline plan
run dms-pipeline sync

say "It is all in $directory/: change rows with any SQLite tool, then: cd $directory && $(realpath --relative-to=. "$binaries")/dms-pipeline sync"
