#!/usr/bin/env bash
# Runs every test on a Debian machine with .NET 10 and Node 20, as root or with sudo.
# Ends with one line "N passed, N failed"; the exit code is 0 only when everything ran and passed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
passed=0 failed=0 sound=1

say() { printf '%s\n' "$*"; }

finish() {
  say "$passed passed, $failed failed"
  (( sound == 1 && failed == 0 && passed > 0 ))
  exit
}

# A step before the tests that fails counts as one failure, so that the last line never looks healthy.
stop() {
  say "$1"
  failed=$((failed + 1))
  finish
}

quietly() {
  local log="$results/step.log"
  "$@" >"$log" 2>&1 || { tail -n 40 "$log"; return 1; }
}

as_root() { if [[ $(id -u) == 0 ]]; then "$@"; else sudo "$@"; fi; }

install_tools() {
  local missing=()
  [[ -x ${CHROMIUM:-/usr/bin/chromium} ]] || missing+=(chromium)
  command -v qpdf >/dev/null || missing+=(qpdf)
  command -v pdftotext >/dev/null || missing+=(poppler-utils)
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
  (( ${#missing[@]} > 0 )) || return 0
  say "Installing: ${missing[*]}"
  quietly as_root apt-get update &&
    quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
}

# First attribute called $1 in the line of totals of the file $2.
total_of() { sed -nE "s/.*<Counters [^>]*\b$1=\"([0-9]+)\".*/\1/p" "$2" | head -n 1; }

dotnet_tests() {
  local trx="$results/dotnet.trx" code=0 total good
  timeout 20m dotnet test tests/KlachtHulp.Tests.csproj --no-build --results-directory "$results" \
    --logger 'trx;LogFileName=dotnet.trx' --logger 'console;verbosity=minimal' >"$results/dotnet.log" 2>&1 || code=$?
  if (( code != 0 )); then cat "$results/dotnet.log"; fi
  [[ -f $trx ]] || stop "dotnet test left no results (exit code $code)."
  total=$(total_of total "$trx") good=$(total_of passed "$trx")
  passed=$((passed + good)) failed=$((failed + $(total_of failed "$trx")))
  (( total > 0 && good == total && code == 0 )) || sound=0
  (( good == total )) || say "$((total - good)) of $total .NET tests did not pass or did not run."
}

# The clients of others, when their folder is there: plain node tests.
node_tests() {
  local folder=tests/interop log="$results/node.tap" code=0 good bad total
  [[ -f $folder/package.json ]] || return 0
  (cd "$folder" && quietly npm ci --ignore-scripts --no-audit --no-fund) || stop "npm ci failed in $folder."
  (cd "$folder" && timeout 5m node --test --test-reporter=tap >"$log" 2>&1) || code=$?
  good=$(sed -n 's/^# pass //p' "$log") bad=$(sed -n 's/^# fail //p' "$log") total=$(sed -n 's/^# tests //p' "$log")
  passed=$((passed + ${good:-0})) failed=$((failed + ${bad:-0}))
  (( ${total:-0} > 0 && ${good:-0} == total && code == 0 )) || { sound=0; cat "$log"; }
}

command -v dotnet >/dev/null || stop "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download."
command -v npm >/dev/null || stop "Node 20.19 or newer with npm is needed: https://nodejs.org."
install_tools || stop "The tools for the tests could not be installed."
quietly dotnet restore KlachtHulp.sln --locked-mode || stop "The packages could not be restored as locked."
# This also fetches fonts and web packages (npm ci) and builds the web client.
quietly dotnet build tests/KlachtHulp.Tests.csproj --no-restore -v quiet || stop "The build failed."
dotnet_tests
node_tests
finish
