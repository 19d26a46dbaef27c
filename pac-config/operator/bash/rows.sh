# Rows that the operator keeps: the setting row of an environment, and the reference data.
# shellcheck disable=SC2016 # $select and the like are OData's, not variables of the shell.

# settings FILE: writes the columns of the file into the active setting row, if the org has such columns and they differ.
settings() {
  local file=$1 want id changed column
  want=$(jq --compact-output 'if type == "object" then . else error("no object") end' "$file" 2>"$WORK/trouble") ||
    fail 2 need.json "$file" "$(head -n 1 "$WORK/trouble")"
  check_settings "$file" "$want"
  rows wl_settings "\$select=$(jq --raw-output '["wl_settingid"] + keys_unsorted | join(",")' <<<"$want")" '$filter=statecode eq 0' '$orderby=createdon asc' '$top=1'
  [ "$ROWS" != '[]' ] || fail 3 settings.none
  id=$(jq --raw-output '.[0].wl_settingid' <<<"$ROWS")
  changed=$(jq --compact-output --argjson now "$ROWS" 'with_entries(select(.value != $now[0][.key]))' <<<"$want")
  while read -r column; do
    done_or_would settings.changed "$column" "$(jq --compact-output --arg column "$column" '.[0][$column]' <<<"$ROWS")" "$(jq --compact-output --arg column "$column" '.[$column]' <<<"$want")"
  done < <(jq --raw-output 'keys_unsorted[]' <<<"$changed")
  if [ "$changed" != '{}' ]; then
    write PATCH "wl_settings($id)" "$changed" --header 'If-Match: *'
  fi
  say settings.summary "$(jq length <<<"$changed")" "$(jq --argjson changed "$changed" 'length - ($changed | length)' <<<"$want")"
  if jq --exit-status 'has("wl_enforcement")' <<<"$changed" >/dev/null; then
    say settings.gate
  fi
}

# Against the org's own definition of the table, so that a typing error is found before anything is written.
check_settings() {
  local column type kind wrong=
  rows "EntityDefinitions(LogicalName='wl_setting')/Attributes" '$select=LogicalName,AttributeType,IsValidForUpdate'
  while IFS=$'\t' read -r column type kind; do
    case $type in
      - | Lookup | Uniqueidentifier) complain settings.column "$1" "$column" && wrong=yes ;;
      *)
        text "settings.$kind"
        complain settings.type "$1" "$column" "$type" "$REPLY" && wrong=yes
        ;;
    esac
  done < <(jq --raw-output --argjson definition "$ROWS" '
    to_entries[] | . as $want
    | ($definition | map(select(.LogicalName == $want.key and .IsValidForUpdate)) | first | .AttributeType // "-") as $type
    | ($want.value | type) as $given
    | (if $type == "Boolean" then "bool" elif $type == "Integer" or $type == "Picklist" then "whole" elif $type == "Decimal" then "number" else "text" end) as $kind
    | select($type == "-" or $type == "Lookup" or $type == "Uniqueidentifier" or (
        ($want.value == null
          or ($kind == "bool" and $given == "boolean")
          or ($kind == "whole" and $given == "number" and $want.value == ($want.value | floor))
          or ($kind == "number" and $given == "number")
          or ($kind == "text" and $given == "string")) | not))
    | [.key, $type, $kind] | @tsv' <<<"$2")
  [ -z "$wrong" ] || exit 2
}

# import_data: the reference data as the Configuration Migration Tool would import it: rows are found by id, then by the column the
# schema compares by; tables that are not to be updated keep the rows they have.
import_data() {
  local table
  load_data
  ROWS_CREATED=0 ROWS_CHANGED=0 ROWS_UNCHANGED=0
  while read -r table; do
    import_table "$table"
  done < <(jq --compact-output '.[]' <<<"$DATA_TABLES")
  say data.summary "$ROWS_CREATED" "$ROWS_CHANGED" "$ROWS_UNCHANGED"
}

# The two files as JSON in DATA_TABLES: name, id, key, columns with their types, rows.
load_data() {
  local file
  for file in "$DATA/data_schema.xml" "$DATA/data.xml"; do
    [ -r "$file" ] || fail 2 need.file "$file"
  done
  DATA_TABLES=$(jq --null-input --compact-output -L "$HERE/operator/bash" --rawfile schema "$DATA/data_schema.xml" --rawfile data "$DATA/data.xml" \
    'include "operator"; tables($schema; $data)')
}

import_table() {
  local table=$1 name kept count columns set id kind changes changed
  IFS=$'\t' read -r name kept count columns < <(jq --raw-output '[.name, .kept, (.rows | length), (.columns | keys_unsorted | join(","))] | @tsv' <<<"$table")
  request GET "EntityDefinitions(LogicalName='$name')?\$select=EntitySetName" ''
  set=$(jq --raw-output .EntitySetName <<<"$RESPONSE")
  rows "$set" "\$select=$columns"
  if [ "$kept" = true ] && [ "$ROWS" != '[]' ]; then
    say data.kept "$set"
    ROWS_UNCHANGED=$((ROWS_UNCHANGED + count))
    return
  fi
  while IFS=$'\037' read -r id kind name changes changed; do
    import_row "$set" "$id" "$kind" "$name" "$changes" "$changed"
  done < <(jq --raw-output -L "$HERE/operator/bash" --argjson now "$ROWS" 'include "operator"; planned_rows($now)[] | [.id, kind, .name, (.changes | tojson), (.changes | names)] | join("\u001f")' <<<"$table")
}

# import_row SET ID KIND NAME CHANGES CHANGED
import_row() {
  case $3 in
    created)
      write PATCH "$1($2)" "$5"
      done_or_would data.created "$1" "$4"
      ROWS_CREATED=$((ROWS_CREATED + 1))
      ;;
    changed)
      write PATCH "$1($2)" "$5" --header 'If-Match: *'
      done_or_would data.changed "$1" "$4" "$6"
      ROWS_CHANGED=$((ROWS_CHANGED + 1))
      ;;
    unchanged) ROWS_UNCHANGED=$((ROWS_UNCHANGED + 1)) ;;
  esac
}
