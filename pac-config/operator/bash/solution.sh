# What the org has of the solution, read from its components, and its alternate keys.

COMPONENT_TABLE=1
COMPONENT_ROLE=20
COMPONENT_PROFILE=70
COMPONENT_STEP=92

read_solution() {
  local id version kind
  rows solutions '$select=solutionid,version,ismanaged' "\$filter=uniquename eq '$SOLUTION'" '$expand=publisherid($select=customizationprefix)'
  IFS=$'\t' read -r id version kind PREFIX < <(jq --raw-output '.[] | [.solutionid, .version, (if .ismanaged then "managed" else "unmanaged" end), .publisherid.customizationprefix] | @tsv' <<<"$ROWS") ||
    fail 3 solution.missing "$SOLUTION" "$URL"
  text "solution.$kind"
  say solution.found "$SOLUTION" "$version" "$REPLY" "$URL"
  rows solutioncomponents '$select=componenttype,objectid,rootcomponentbehavior' \
    "\$filter=_solutionid_value eq $id and (componenttype eq $COMPONENT_TABLE or componenttype eq $COMPONENT_ROLE or componenttype eq $COMPONENT_PROFILE or componenttype eq $COMPONENT_STEP)"
  COMPONENTS=$ROWS
}

component_ids() {
  jq --raw-output --argjson type "$1" '.[] | select(.componenttype == $type) | .objectid' <<<"$COMPONENTS"
}

# The keys of our tables, and ours of other tables, in KEYS. A key is as new as its status here: definitions are cached for half a
# minute unless strong consistency is asked for.
read_keys() {
  local table definitions=
  while read -r table; do
    request GET "EntityDefinitions($table)?\$select=LogicalName&\$expand=Keys(\$select=LogicalName,EntityKeyIndexStatus)" '' --header 'Consistency: Strong'
    definitions+=$RESPONSE
  done < <(component_ids "$COMPONENT_TABLE")
  KEYS=$(jq --compact-output --slurp --arg prefix "${PREFIX}_" \
    'map(.LogicalName as $table | .Keys[] | select(.LogicalName | startswith($prefix)) | { table: $table, key: .LogicalName, status: .EntityKeyIndexStatus })' <<<"$definitions")
}

keys_that() {
  jq --compact-output "[.[] | select(.status $1)]" <<<"$KEYS"
}

names_of_keys() {
  jq --raw-output '[.[] | "\(.table).\(.key) \(.status)"] | join(", ")' <<<"$1"
}

wait_for_keys() {
  local started=$SECONDS total open failed patience=0
  while :; do
    read_keys
    total=$(jq length <<<"$KEYS")
    [ "$total" != 0 ] || fail 3 keys.none
    open=$(keys_that '!= "Active"')
    failed=$(keys_that '== "Failed"')
    if [ "$open" = '[]' ]; then
      say keys.active "$total"
      return
    fi
    if [ "$failed" != '[]' ] && [ "$patience" = 0 ]; then
      [ -n "$REACTIVATE" ] || fail_keys "$failed"
      reactivate_keys "$failed"
      # The new job may take some looks to show.
      patience=4 REACTIVATE=
    fi
    patience=$((patience > 0 ? patience - 1 : 0))
    if [ -n "$DRY_RUN" ]; then
      say keys.dry "$(names_of_keys "$open")"
      return
    fi
    [ $((SECONDS - started)) -lt "$TIMEOUT" ] || fail 5 keys.timeout "$TIMEOUT" "$(names_of_keys "$open")"
    say keys.waiting "$((total - $(jq length <<<"$open")))" "$total" "$(names_of_keys "$open")"
    rest "$POLL"
  done
}

fail_keys() {
  local table key
  while IFS=$'\t' read -r table key; do
    complain keys.failed "$table" "$key"
  done < <(jq --raw-output '.[] | [.table, .key] | @tsv' <<<"$1")
  exit 4
}

reactivate_keys() {
  local table key
  while IFS=$'\t' read -r table key; do
    write POST ReactivateEntityKey "$(jq --null-input --compact-output --arg table "$table" --arg key "$key" '{ EntityLogicalName: $table, EntityKeyLogicalName: $key }')"
    done_or_would keys.reactivated "$table" "$key"
  done < <(jq --raw-output '.[] | [.table, .key] | @tsv' <<<"$1")
}
