#!/usr/bin/env bash
# The operator's tool: what has to be done in an org after the solution is imported, and after every upgrade. See README.md, or --help.
# Needs bash 4.4, curl and jq. operator.ps1 does the same in PowerShell.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=operator/bash/text.sh
. "$HERE/operator/bash/text.sh"
# shellcheck source=operator/bash/webapi.sh
. "$HERE/operator/bash/webapi.sh"
# shellcheck source=operator/bash/solution.sh
. "$HERE/operator/bash/solution.sh"
# shellcheck source=operator/bash/steps.sh
. "$HERE/operator/bash/steps.sh"
# shellcheck source=operator/bash/rows.sh
. "$HERE/operator/bash/rows.sh"
# shellcheck source=operator/bash/calls.sh
. "$HERE/operator/bash/calls.sh"
# shellcheck source=operator/bash/doctor.sh
. "$HERE/operator/bash/doctor.sh"

interrupted() {
  [ -z "$SLEEPING" ] || kill "$SLEEPING" 2>/dev/null || true
  if [ -n "$RESUME" ] && [ -n "$FROM_TOKEN" ]; then
    complain interrupted.token "$RESUME" "$FROM_TOKEN"
  else
    complain interrupted
  fi
  exit 130
}

read_defaults() {
  URL=${DATAVERSE_URL:-} SOLUTION=CrmExtensions STEPS=$HERE/steps DATA=$HERE/data
  GATE=auto OFF='' REACTIVATE='' POLL=10 TIMEOUT='' DRY_RUN=''
  FROM='' TO='' OPPORTUNITY='' FROM_TOKEN='' FILE='' TOKEN='' RESUME='' SLEEPING=''
}

# Which options a command takes, besides those of all.
options_of() {
  case $1 in
    setup) REPLY='--gate --off --reactivate --poll --timeout --steps' ;;
    doctor | unregister) REPLY='--steps' ;;
    settings | installed) REPLY='' ;;
    data) REPLY='--data' ;;
    sweep) REPLY='--timeout --token' ;;
    recompute) REPLY='--from --to --timeout --token' ;;
    reconcile) REPLY='--opportunity --timeout --token' ;;
    *) fail 2 usage.command "$1" ;;
  esac
  REPLY=" $REPLY --url --dry-run --language --solution "
}

read_options() {
  local option
  options_of "$COMMAND"
  while [ $# -gt 0 ]; do
    option=$1
    shift
    case $option in
      --*) case $REPLY in *" $option "*) ;; *) fail 2 usage.option "$option" "$COMMAND" ;; esac ;;
      *) read_file "$option" && continue ;;
    esac
    case $option in
      --dry-run) DRY_RUN=yes && continue ;;
      --reactivate) REACTIVATE=yes && continue ;;
    esac
    [ $# -gt 0 ] || fail 2 usage.value "$option"
    read_value "$option" "$1"
    shift
  done
}

read_file() {
  { [ "$COMMAND" = settings ] && [ -z "$FILE" ]; } || fail 2 usage.option "$1" "$COMMAND"
  FILE=$1
}

read_value() {
  case $1 in
    --url) URL=$2 ;;
    --language) one_of "$1" "$2" en ja ;;
    --solution) SOLUTION=$2 ;;
    --steps) STEPS=$2 ;;
    --data) DATA=$2 ;;
    --gate) one_of "$1" "$2" on off auto && GATE=$2 ;;
    --off) OFF=$2 ;;
    --poll) seconds "$1" "$2" && POLL=$2 ;;
    --timeout) seconds "$1" "$2" && TIMEOUT=${2%.*} ;;
    --from) FROM=$2 ;;
    --to) TO=$2 ;;
    --token) FROM_TOKEN=$2 ;;
    --opportunity)
      [[ $2 =~ ^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$ ]] || fail 2 usage.guid "$1" "$2"
      OPPORTUNITY=$2
      ;;
  esac
}

# one_of OPTION VALUE ALLOWED...
one_of() {
  local option=$1 value=$2 allowed
  shift 2
  for allowed; do
    [ "$value" != "$allowed" ] || return 0
  done
  fail 2 usage.one-of "$option" "$value" "$*"
}

seconds() {
  [[ $2 =~ ^[0-9]+(\.[0-9]+)?$ ]] || fail 2 usage.number "$1" "$2"
}

check_tools() {
  local tool
  command -v jq >/dev/null || {
    # The texts cannot be read without it.
    echo 'jq is needed and not installed. / jq をインストールしてください。' >&2
    exit 2
  }
  load_texts
  for tool in curl sed tail mktemp; do
    command -v "$tool" >/dev/null || fail 2 need.tool "$tool"
  done
}

main() {
  local argument
  choose_language "$@"
  check_tools
  read_defaults
  for argument; do
    case $argument in -h | --help) say help && exit 0 ;; esac
  done
  [ $# -gt 0 ] || { complain help && exit 2; }
  COMMAND=$1
  shift
  read_options "$@"
  [ -n "$URL" ] || fail 2 need.url
  URL=${URL%/}
  is_address "$URL" || fail 2 need.https "$URL"
  [ "$COMMAND" != settings ] || [ -n "$FILE" ] || fail 2 usage.file settings
  run
}

run() {
  umask 077
  WORK=$(mktemp -d)
  trap 'rm -rf "$WORK"' EXIT
  trap interrupted INT TERM
  [ -z "$DRY_RUN" ] || say dry-run
  sign_in
  case $COMMAND in
    setup)
      TIMEOUT=${TIMEOUT:-1800}
      setup
      ;;
    settings) settings "$FILE" ;;
    data) import_data ;;
    installed) read_solution ;;
    doctor | sweep | recompute | reconcile | unregister) "$COMMAND" ;;
  esac
}

main "$@"
