#!/usr/bin/env bash
# The command lines of a deployment, by the Power Platform CLI (pac); see README.md, or --help. Needs bash 4.4, jq, and pac or dotnet.
# deploy.ps1 does the same in PowerShell.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ROOT=$(dirname "$HERE")
# shellcheck source=operator/bash/text.sh
. "$HERE/operator/bash/text.sh"

SOLUTION=CrmExtensions
COMMAND='' FOR='' UNMANAGED='' ZIP='' DLL='' GEO=Japan DRY_RUN=''

options_of() {
  case $1 in
    pack | data | apply) REPLY='' ;;
    check) REPLY='--zip --geo --unmanaged' ;;
    import | upgrade | hold) REPLY='--for --zip --unmanaged' ;;
    push) REPLY='--dll' ;;
    *) fail 2 usage.command "$1" ;;
  esac
  REPLY=" $REPLY --dry-run --language "
}

read_options() {
  local option
  options_of "$COMMAND"
  while [ $# -gt 0 ]; do
    option=$1
    shift
    case $REPLY in *" $option "*) ;; *) fail 2 usage.option "$option" "$COMMAND" ;; esac
    case $option in
      --dry-run) DRY_RUN=yes && continue ;;
      --unmanaged) UNMANAGED=yes && continue ;;
    esac
    [ $# -gt 0 ] || fail 2 usage.value "$option"
    case $option in
      --for) FOR=$1 ;;
      --zip) ZIP=$1 ;;
      --dll) DLL=$1 ;;
      --geo) GEO=$1 ;;
    esac
    shift
  done
}

# Shows a command line, then runs it.
run() {
  local shown
  printf -v shown ' %q' "$@"
  printf '+%s\n' "$shown"
  if [ -z "$DRY_RUN" ]; then
    "$@"
  fi
}

pac_is_there() {
  [ -n "$DRY_RUN" ] || command -v pac >/dev/null || fail 2 deploy.pac
}

# The zip that pack has made of the version of the changelog.
find_zip() {
  local version
  if [ -z "$ZIP" ]; then
    version=$(sed -n 's/^## \([0-9][0-9.]*\)$/\1/p' "$ROOT/Solution/CHANGELOG.md" | head -n 1)
    ZIP=$ROOT/.artifacts/packages/${SOLUTION}_$version
    [ -n "$UNMANAGED" ] || ZIP+=_managed
    ZIP+=.zip
  fi
  [ -n "$DRY_RUN" ] || [ -r "$ZIP" ] || fail 2 deploy.zip "$ZIP"
}

# Without --activate-plugins: steps run only once every alternate key is active, which operator.sh setup waits for.
import_solution() {
  local settings=$HERE/environments/$FOR/deployment-settings.json
  [ -n "$FOR" ] || fail 2 deploy.for
  [ -r "$settings" ] || fail 2 need.file "$settings"
  find_zip
  # Unmanaged components are seen only once they are published.
  if [ -n "$UNMANAGED" ]; then
    set -- "$@" --publish-changes
  fi
  run pac org who
  run pac solution import --path "$ZIP" --settings-file "$settings" --async --max-async-wait-time 60 "$@"
}

push() {
  local data=("$ROOT"/Solution/src/PluginAssemblies/*/*.dll.data.xml) id
  id=$(sed -n 's/.*PluginAssemblyId="\([^"]*\)".*/\1/p' "${data[0]}")
  DLL=${DLL:-$ROOT/.artifacts/bin/CrmExtensions.Plugins/release/CrmExtensionsPlugins.dll}
  [ -n "$DRY_RUN" ] || [ -r "$DLL" ] || fail 2 deploy.dll "$DLL"
  run pac org who
  run pac plugin push --pluginId "$id" --pluginFile "$DLL" --type Assembly
}

windows_only() {
  case $OSTYPE in msys* | cygwin*) ;; *) fail 2 deploy.windows ;; esac
}

import_data() {
  run pac org who
  run pac data import --data "$HERE/data"
}

main() {
  local argument
  choose_language "$@"
  command -v jq >/dev/null || {
    echo 'jq is needed and not installed. / jq をインストールしてください。' >&2
    exit 2
  }
  load_texts
  for argument; do
    case $argument in -h | --help) say deploy.help && exit 0 ;; esac
  done
  [ $# -gt 0 ] || { complain deploy.help && exit 2; }
  COMMAND=$1
  shift
  read_options "$@"
  [ "$COMMAND" != data ] || windows_only
  [ "$COMMAND" = pack ] || pac_is_there
  case $COMMAND in
    pack) run dotnet build "$ROOT/Solution" --configuration Release ;;
    check)
      find_zip
      run pac solution check --path "$ZIP" --geo "$GEO" --outputDirectory "$ROOT/.artifacts/check"
      ;;
    import) import_solution ;;
    upgrade) import_solution --stage-and-upgrade ;;
    hold) import_solution --import-as-holding ;;
    apply)
      run pac org who
      run pac solution upgrade --solution-name "$SOLUTION" --async --max-async-wait-time 60
      ;;
    data) import_data ;;
    push) push ;;
  esac
}

main "$@"
