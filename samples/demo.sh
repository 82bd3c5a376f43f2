#!/usr/bin/env bash
# What `make demo` does, one command after another; each is shown before it runs.
set -euo pipefail
ravabet=$1 out=$2
export RAVABET_ARCHIVE=$out/demo.db
mkdir -p "$out"
rm -f "$out"/demo.*

show() { printf '\n\033[1m▸ ravabet %s\033[0m\n' "$*" >&2; "$ravabet" "$@"; }

show read samples
show extract samples --format text
show ask said --about آذربایجان --format table
show ask pair ایران آمریکا --bucket year --format table
show export --to "$out/demo.trig"
show export --to "$out/demo.nq"
show draw --to "$out/demo.svg"
show status

cat >&2 <<END

Done: the archive is $out/demo.db, its RDF $out/demo.trig and $out/demo.nq, the picture $out/demo.svg (open it in a browser).
Try next, on your own articles:
  ${ravabet} read FOLDER-OR-FILE …        text, saved pages, JSON Lines, CSV, feeds
  ${ravabet} ask did ایران --with عراق     what one country did to another
  ${ravabet} load neo4j --help            the same graph in Neo4j
  ${ravabet} --help                       everything else
END
