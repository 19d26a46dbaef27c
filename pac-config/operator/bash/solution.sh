# What the org has of the solution, read from its components, and its alternate keys.
# shellcheck disable=SC2016 # $select and the like are OData's, not variables of the shell.

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
  {
    read -r TABLES
    read -r ROLES
    read -r PROFILES
    read -r STEP_IDS
  } < <(jq --raw-output "($COMPONENT_TABLE, $COMPONENT_ROLE, $COMPONENT_PROFILE) as \$type | map(select(.componenttype == \$type) | .objectid) | join(\" \")" <<<"$ROWS" &&
    jq --compact-output "map(select(.componenttype == $COMPONENT_STEP) | .objectid)" <<<"$ROWS")
}

# The keys of our tables, and ours of other tables, in KEYS. A key is as new as its status here: definitions are cached for half a
# minute unless strong consistency is asked for.
read_keys() {
  local table definitions=
  for table in $TABLES; do
    request GET "EntityDefinitions($table)?\$select=LogicalName&\$expand=Keys(\$select=LogicalName,EntityKeyIndexStatus)" '' --header 'Consistency: Strong'
    definitions+=$RESPONSE
  done
  KEYS=$(jq --compact-output --slurp --arg prefix "${PREFIX}_" \
    'map(.LogicalName as $table | .Keys[] | select(.LogicalName | startswith($prefix)) | { table: $table, key: .LogicalName, status: .EntityKeyIndexStatus })' <<<"$definitions")
}

# How many keys there are and are active; which are not, by name and status; which have failed, as JSON.
sum_up_keys() {
  {
    read -r KEYS_TOTAL
    read -r KEYS_ACTIVE
    IFS= read -r KEYS_OPEN
    read -r KEYS_FAILED
  } < <(jq --raw-output 'length, (map(select(.status == "Active")) | length),
    (map(select(.status != "Active") | "\(.table).\(.key) \(.status)") | join(", ")), (map(select(.status == "Failed")) | tojson)' <<<"$KEYS")
}

wait_for_keys() {
  local started=$SECONDS patience=0
  while :; do
    read_keys
    sum_up_keys
    [ "$KEYS_TOTAL" != 0 ] || fail 3 keys.none
    if [ -z "$KEYS_OPEN" ]; then
      say keys.active "$KEYS_TOTAL"
      return
    fi
    if [ "$KEYS_FAILED" != '[]' ] && [ "$patience" = 0 ]; then
      [ -n "$REACTIVATE" ] || fail_keys
      reactivate_keys
      # The new job may take some looks to show.
      patience=4 REACTIVATE=
    fi
    patience=$((patience > 0 ? patience - 1 : 0))
    if [ -n "$DRY_RUN" ]; then
      say keys.dry "$KEYS_OPEN"
      return
    fi
    [ $((SECONDS - started)) -lt "$TIMEOUT" ] || fail 5 keys.timeout "$TIMEOUT" "$KEYS_OPEN"
    say keys.waiting "$KEYS_ACTIVE" "$KEYS_TOTAL" "$KEYS_OPEN"
    rest "$POLL"
  done
}

fail_keys() {
  local table key
  while IFS=$'\t' read -r table key; do
    complain keys.failed "$table" "$key"
  done < <(jq --raw-output '.[] | [.table, .key] | @tsv' <<<"$KEYS_FAILED")
  exit 4
}

reactivate_keys() {
  local table key
  while IFS=$'\t' read -r table key; do
    write POST ReactivateEntityKey "$(jq --null-input --compact-output --arg table "$table" --arg key "$key" '{ EntityLogicalName: $table, EntityKeyLogicalName: $key }')"
    done_or_would keys.reactivated "$table" "$key"
  done < <(jq --raw-output '.[] | [.table, .key] | @tsv' <<<"$KEYS_FAILED")
}
