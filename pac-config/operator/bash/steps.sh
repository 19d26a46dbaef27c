# Plug-in steps: those of the solution, and the late ones of steps/, which are registered by the names of their messages
# (learn.microsoft.com: register-plug-in, reference/entities/sdkmessageprocessingstep).
# shellcheck disable=SC2016 # $select and the like are OData's, not variables of the shell.

STEP_COLUMNS=name,description,stage,mode,rank,asyncautodelete,configuration,filteringattributes,invocationsource,supporteddeployment,statecode
STEP_LOOKUPS=_sdkmessageid_value,_sdkmessagefilterid_value,_eventhandler_value
IMAGE_COLUMNS=name,entityalias,imagetype,messagepropertyname,attributes

# The choice value of wl_setting.wl_enforcement that blocks closes.
ENFORCEMENT_BLOCK=727000002

# steps_by_id IDS: those of the JSON array of ids that are in the org, with their columns, in ROWS.
steps_by_id() {
  rows sdkmessageprocessingsteps "\$select=$STEP_COLUMNS,$STEP_LOOKUPS" "$(in_list sdkmessageprocessingstepid "$1")"
}

# in_list COLUMN VALUES
in_list() {
  printf "\$filter=Microsoft.Dynamics.CRM.In(PropertyName='%s',PropertyValues=%s)" "$1" "$2"
}

read_solution_steps() {
  local missing
  steps_by_id "$STEP_IDS"
  {
    IFS= read -r SOLUTION_STEPS
    read -r missing
  } < <(jq --raw-output --argjson ids "$STEP_IDS" '(sort_by(.name) | tojson), ($ids - map(.sdkmessageprocessingstepid) | join(", "))' <<<"$ROWS")
  [ -z "$missing" ] || fail 3 steps.missing "$missing"
}

# The files of steps/, as JSON, in LATE_STEPS.
load_late_steps() {
  local file wrong files=("$STEPS"/*.xml)
  [ -r "${files[0]}" ] || fail 2 need.steps "$STEPS"
  {
    read -r wrong
    IFS= read -r LATE_STEPS
    IFS= read -r LATE_IDS
  } < <(for file in "${files[@]}"; do printf '%s\036' "$(<"$file")"; done |
    jq --raw-input --slurp --raw-output -L "$HERE/operator/bash" 'include "operator"; split("\u001e")[:-1] | map(step)
      | (map(.id != null and .message != null and .typename != null and .assembly != null) | index(false) // ""), (sort_by(.columns.name) | tojson, (map(.id) | tojson))')
  [ -z "$wrong" ] || fail 2 need.step "${files[$wrong]}"
}

# What the org has of the late steps and what differs, in LATE_PLAN.
plan_late_steps() {
  local now images='[]' names assembly messages filters wrong
  load_late_steps
  {
    IFS= read -r names
    IFS= read -r assembly
  } < <(jq --raw-output '(map(.message) | unique | tojson), .[0].assembly' <<<"$LATE_STEPS")
  steps_by_id "$LATE_IDS"
  now=$ROWS
  if [[ $LATE_STEPS == *'"entityalias"'* ]]; then
    rows sdkmessageprocessingstepimages "\$select=$IMAGE_COLUMNS,_sdkmessageprocessingstepid_value" "$(in_list sdkmessageprocessingstepid "$LATE_IDS")"
    images=$ROWS
  fi
  rows sdkmessages '$select=sdkmessageid,name' "$(in_list name "$names")"
  messages=$ROWS
  rows sdkmessagefilters '$select=sdkmessagefilterid,primaryobjecttypecode,_sdkmessageid_value' \
    "$(in_list sdkmessageid "$(jq --compact-output 'map(.sdkmessageid)' <<<"$messages")") and iscustomprocessingstepallowed eq true"
  filters=$ROWS
  rows plugintypes '$select=plugintypeid,typename,version' "\$filter=assemblyname eq '$assembly'"
  LATE_PLAN=$(jq --null-input --compact-output -L "$HERE/operator/bash" --argjson steps "$LATE_STEPS" --argjson now "$now" --argjson images "$images" \
    --argjson messages "$messages" --argjson filters "$filters" --argjson types "$ROWS" \
    'include "operator"; $steps | map(planned_step($now; $images; lookups($messages; $filters; $types)))')
  wrong=$(jq --raw-output 'first(.[] | select(.offered and .untyped) | "\(.typename) \(.version)") // empty' <<<"$LATE_PLAN")
  [ -z "$wrong" ] || fail 3 step.no-type "${wrong% *}" "${wrong##* }"
}

# Whether the gate steps are to run, in GATE.
decide_gate() {
  [ "$GATE" = auto ] || return 0
  rows wl_settings '$select=wl_enforcement' '$filter=statecode eq 0' '$orderby=createdon asc' '$top=1'
  GATE=$(jq --raw-output --argjson block "$ENFORCEMENT_BLOCK" 'if .[0].wl_enforcement == $block then "on" else "off" end' <<<"$ROWS")
}

check_off() {
  local word
  for word in ${OFF//,/ }; do
    jq --exit-status --arg word "$word" --argjson late "$LATE_PLAN" 'any(.[], $late[].columns; .name | split(" ")[0] == $word)' <<<"$SOLUTION_STEPS" >/dev/null || fail 2 setup.off "$word"
  done
}

# wanted_state NAME CONFIGURATION: 0 enabled, 1 disabled.
wanted_state() {
  REPLY=0
  case ",$OFF," in *",${1%% *},"*) REPLY=1 ;; esac
  if [ "$2" = gate ] && [ "$GATE" = off ]; then
    REPLY=1
  fi
}

# set_state ID NAME CONFIGURATION STATE
set_state() {
  wanted_state "$2" "$3"
  if [ "$4" = "$REPLY" ]; then
    KEPT=$((KEPT + 1))
  elif [ "$REPLY" = 0 ]; then
    write PATCH "sdkmessageprocessingsteps($1)" '{"statecode":0,"statuscode":1}' --header 'If-Match: *'
    done_or_would step.enabled "$2"
    ENABLED=$((ENABLED + 1))
  else
    write PATCH "sdkmessageprocessingsteps($1)" '{"statecode":1,"statuscode":2}' --header 'If-Match: *'
    done_or_would step.disabled "$2"
    DISABLED=$((DISABLED + 1))
  fi
}

set_solution_states() {
  local id state configuration name
  while IFS=$'\t' read -r id state configuration name; do
    set_state "$id" "$name" "$configuration" "$state"
  done < <(jq --raw-output '.[] | [.sdkmessageprocessingstepid, .statecode, .configuration // "-", .name] | @tsv' <<<"$SOLUTION_STEPS")
}

# Created and updated by the one request that does either (upsert), on the ids that the files give.
register_late_steps() {
  local what id name kind changes changed rest
  while IFS=$'\037' read -r what id name kind changes changed rest; do
    case $what in
      omitted)
        say step.no-message "$name" "$kind" "$changes"
        OMITTED=$((OMITTED + 1))
        ;;
      step)
        count_late "$kind"
        register step sdkmessageprocessingsteps "$id" "$kind" "$changes" "$name" "$changed"
        ;;
      image) register image sdkmessageprocessingstepimages "$id" "$kind" "$changes" "$name" "$changed" "$rest" ;;
      state) set_state "$id" "$name" "$kind" "$changes" ;;
    esac
  done < <(jq --raw-output -L "$HERE/operator/bash" 'include "operator"; .[] | deeds | join("\u001f")' <<<"$LATE_PLAN")
}

count_late() {
  case $1 in
    created) CREATED=$((CREATED + 1)) ;;
    changed) CHANGED=$((CHANGED + 1)) ;;
    unchanged) UNCHANGED=$((UNCHANGED + 1)) ;;
  esac
}

# register step|image SET ID KIND CHANGES NAME...
register() {
  local what=$1 set=$2 id=$3 kind=$4 changes=$5
  shift 5
  if [ "$kind" != unchanged ]; then
    write PATCH "$set($id)" "$changes"
    done_or_would "$what.$kind" "$@"
  fi
}

setup() {
  ENABLED=0 DISABLED=0 KEPT=0 CREATED=0 CHANGED=0 UNCHANGED=0 OMITTED=0
  read_solution
  wait_for_keys
  decide_gate
  read_solution_steps
  plan_late_steps
  check_off
  set_solution_states
  register_late_steps
  text "gate.$GATE"
  say setup.summary "$KEYS_ACTIVE" "$ENABLED" "$DISABLED" "$KEPT" "$CREATED" "$CHANGED" "$UNCHANGED" "$OMITTED" "$REPLY"
  say setup.next
}

unregister() {
  local removed=0 absent id name exists
  load_late_steps
  steps_by_id "$LATE_IDS"
  absent=$(($(jq length <<<"$LATE_STEPS") - $(jq length <<<"$ROWS")))
  while IFS=$'\t' read -r id name; do
    write DELETE "sdkmessageprocessingsteps($id)" ''
    done_or_would step.removed "$name"
    removed=$((removed + 1))
  done < <(jq --raw-output '.[] | [.sdkmessageprocessingstepid, .name] | @tsv' <<<"$ROWS")
  say unregister.summary "$removed" "$absent"
}
