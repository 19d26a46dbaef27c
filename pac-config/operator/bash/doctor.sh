# Reads an org and says what is missing, for the first day and for every day after.
# shellcheck disable=SC2016 # $select and the like are OData's, not variables of the shell.

# The app setting that switches in-app notifications on (learn.microsoft.com: send-in-app-notifications).
NOTIFICATIONS=AllowNotificationsEarlyAccess

fine() {
  text "$@"
  say doctor.ok "$REPLY"
  FINE=$((FINE + 1))
}

note() {
  text "$@"
  say doctor.note "$REPLY"
}

# missing KEY-OF-ADVICE KEY ARGUMENT...
missing() {
  local advice=$1
  shift
  text "$@"
  say doctor.missing "$REPLY"
  advise "$advice"
  MISSING=$((MISSING + 1))
}

advise() {
  text "$1"
  say doctor.do "$REPLY"
}

doctor() {
  FINE=0 MISSING=0
  read_solution
  doctor_keys
  decide_gate
  doctor_steps
  doctor_late_steps
  doctor_stray_steps
  doctor_notifications
  doctor_roles
  doctor_profiles
  doctor_data
  doctor_setting
  doctor_folds
  doctor_jobs
  say doctor.summary "$FINE" "$MISSING"
  [ "$MISSING" = 0 ] || exit 3
}

doctor_keys() {
  local table key status
  read_keys
  sum_up_keys
  [ "$KEYS_TOTAL" != 0 ] || fail 3 keys.none
  while IFS=$'\t' read -r table key status; do
    missing doctor.key.do doctor.key "$table" "$key" "$status"
  done < <(jq --raw-output '.[] | select(.status != "Active") | [.table, .key, .status] | @tsv' <<<"$KEYS")
  if [ -z "$KEYS_OPEN" ]; then
    fine doctor.keys "$KEYS_TOTAL" "$KEYS_TOTAL"
  fi
}

# Disabled steps, and gates that do not follow the setting.
doctor_steps() {
  local state gate name enabled gates before=$MISSING
  read_solution_steps
  plan_late_steps
  ALL_STEPS=$(jq --compact-output --argjson late "$LATE_PLAN" '[.[], ($late[] | select(.exists) | { name: .columns.name, configuration: .columns.configuration, statecode: .statecode })] | sort_by(.name)' <<<"$SOLUTION_STEPS")
  while IFS=$'\t' read -r state gate name; do
    wanted_state "$name" "$gate"
    if [ "$state" = "$REPLY" ]; then
      continue
    elif [ "$gate" = gate ]; then
      doctor_gate "$name" "$state"
    else
      missing doctor.step.off.do doctor.step.off "$name"
    fi
  done < <(jq --raw-output '.[] | [.statecode, .configuration // "-", .name] | @tsv' <<<"$ALL_STEPS")
  [ "$MISSING" = "$before" ] || return 0
  enabled=$(jq '[.[] | select(.configuration != "gate" and .statecode == 0)] | length' <<<"$ALL_STEPS")
  gates=$(jq '[.[] | select(.configuration == "gate")] | length' <<<"$ALL_STEPS")
  text "gate.$GATE"
  fine doctor.steps "$enabled" "$gates" "$REPLY"
}

# doctor_gate NAME STATE
doctor_gate() {
  local is wanted
  text "gate.$([ "$2" = 0 ] && echo on || echo off)"
  is=$REPLY
  text "gate.$GATE"
  wanted=$REPLY
  missing doctor.gate.do doctor.gate "$1" "$is" "$wanted"
}

doctor_late_steps() {
  local kind name changed clean=yes
  while IFS=$'\t' read -r kind name changed; do
    case $kind in
      not-offered) note doctor.late.not-offered "$name" && continue ;;
      missing) missing doctor.late.do doctor.late.missing "$name" ;;
      changed) missing doctor.late.do doctor.late.changed "$name" "$changed" ;;
    esac
    clean=
  done < <(jq --raw-output -L "$HERE/operator/bash" 'include "operator";
    .[] | ([.images[] | select(.changes != {}) | .columns.name]) as $images
    | (if .offered | not then "not-offered" elif .exists | not then "missing" elif .changes != {} or $images != [] then "changed" else empty end) as $kind
    | [$kind, .columns.name, ([.changes | names | select(. != "")] + $images | join(", "))] | @tsv' <<<"$LATE_PLAN")
  if [ -n "$clean" ]; then
    fine doctor.late "$(jq '[.[] | select(.offered)] | length' <<<"$LATE_PLAN")"
  fi
}

# Steps of our plug-ins that nobody has declared.
doctor_stray_steps() {
  local name
  rows sdkmessageprocessingsteps '$select=name,sdkmessageprocessingstepid' \
    "\$filter=eventhandler_plugintype/assemblyname eq '$(jq --raw-output '.[0].assembly' <<<"$LATE_STEPS")'"
  while read -r name; do
    note doctor.stray "$name"
    advise doctor.stray.do
  done < <(jq --raw-output --argjson solution "$SOLUTION_STEPS" --argjson late "$LATE_STEPS" \
    '[$solution[].sdkmessageprocessingstepid, $late[].id] as $known | .[] | select(.sdkmessageprocessingstepid as $id | $known | index($id) | not) | .name' <<<"$ROWS")
}

doctor_notifications() {
  local app apps
  rows appmodules '$select=uniquename' "\$filter=startswith(uniquename,'${PREFIX}_')"
  apps=$(jq --raw-output '.[].uniquename' <<<"$ROWS")
  if [ -z "$apps" ]; then
    note doctor.app.none
    advise doctor.app.do
    return
  fi
  while read -r app; do
    request GET "RetrieveSetting(SettingName='$NOTIFICATIONS',AppUniqueName='$app')" ''
    if [ "$(jq --raw-output '.SettingDetail.Value // ""' <<<"$RESPONSE")" = true ]; then
      fine doctor.notifications "$app"
    else
      missing doctor.notifications.do doctor.notifications.off "$app"
    fi
  done <<<"$apps"
}

doctor_roles() {
  local role name
  for role in $ROLES; do
    request GET "roles($role)?\$select=name" ''
    name=$(jq --raw-output .name <<<"$RESPONSE")
    if has_rows systemusers systemuserid "isdisabled eq false and systemuserroles_association/any(role:role/name eq '$name')" ||
      has_rows teams teamid "teamroles_association/any(role:role/name eq '$name')"; then
      fine doctor.role "$name"
    else
      missing doctor.role.do doctor.role.nobody "$name"
    fi
  done
}

# has_rows SET COLUMN FILTER
has_rows() {
  local filter=()
  if [ -n "$3" ]; then
    filter=("\$filter=$3")
  fi
  rows "$1" "\$select=$2" "${filter[@]}" '$top=1'
  [ "$ROWS" != '[]' ]
}

doctor_profiles() {
  local profile name
  for profile in $PROFILES; do
    request GET "fieldsecurityprofiles($profile)?\$select=name" ''
    name=$(jq --raw-output .name <<<"$RESPONSE")
    if has_rows "fieldsecurityprofiles($profile)/systemuserprofiles_association" systemuserid '' ||
      has_rows "fieldsecurityprofiles($profile)/teamprofiles_association" teamid ''; then
      fine doctor.profile "$name"
    else
      missing doctor.profile.do doctor.profile.nobody "$name"
    fi
  done
}

doctor_data() {
  local set
  for set in wl_reasons wl_vaguephrases; do
    if has_rows "$set" createdon ''; then
      fine doctor.data "$set"
    else
      missing doctor.data.do doctor.data.none "$set"
    fi
  done
}

doctor_setting() {
  local count
  rows wl_settings '$select=_wl_programownerid_value' '$filter=statecode eq 0' '$orderby=createdon asc'
  count=$(jq length <<<"$ROWS")
  case $count in
    0) missing doctor.data.do doctor.setting.none ;;
    1) fine doctor.setting ;;
    *) missing doctor.setting.do doctor.setting.many "$count" ;;
  esac
  if [ -n "$(jq --raw-output '.[0]._wl_programownerid_value // empty' <<<"$ROWS")" ]; then
    fine doctor.owner
  else
    missing doctor.owner.do doctor.owner.none
  fi
}

doctor_folds() {
  rows wl_rollupperiods '$select=wl_asof' '$filter=wl_asof ne null' '$orderby=wl_asof desc' '$top=1'
  if [ "$ROWS" = '[]' ]; then
    note doctor.sweep.none
    advise doctor.sweep.do
  else
    fine doctor.sweep "$(jq --raw-output '.[0].wl_asof' <<<"$ROWS")"
  fi
  rows wl_foldtickets '$select=createdon' "\$filter=Microsoft.Dynamics.CRM.OlderThanXHours(PropertyName='createdon',PropertyValue=2)" '$orderby=createdon asc' '$top=1'
  if [ "$ROWS" = '[]' ]; then
    fine doctor.tickets
  else
    missing doctor.tickets.do doctor.tickets.old "$(jq --raw-output '.[0].createdon' <<<"$ROWS")"
  fi
}

# Failed jobs (statuscode 31) of our asynchronous steps (operationtype 1).
doctor_jobs() {
  local ids
  ids=$(jq --compact-output --argjson late "$LATE_PLAN" '[.[].sdkmessageprocessingstepid, ($late[] | select(.exists) | .id)]' <<<"$SOLUTION_STEPS")
  rows asyncoperations '$select=name,message,createdon' \
    "\$filter=operationtype eq 1 and statuscode eq 31 and Microsoft.Dynamics.CRM.LastXDays(PropertyName='createdon',PropertyValue=7) and Microsoft.Dynamics.CRM.In(PropertyName='owningextensionid',PropertyValues=$ids)" \
    '$orderby=createdon desc'
  if [ "$ROWS" = '[]' ]; then
    fine doctor.jobs
  else
    missing doctor.jobs.do doctor.jobs.failed "$(jq length <<<"$ROWS")" "$(jq --raw-output '.[0] | "\(.name) \(.createdon) \(.message // "" | split("\n")[0])"' <<<"$ROWS")"
  fi
}
