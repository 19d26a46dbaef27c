# The operating custom APIs (Solution/src/customapis): each call does a bounded piece of work and returns where to go on.

# call_until_done API BODY RESUME-COMMAND: calls again with the token returned until that is empty. Sums the numbers of the
# answers in TOTALS; prints reports as they come.
call_until_done() {
  local api=$1 body=$2 calls=0 started=$SECONDS
  if [ -n "$DRY_RUN" ]; then
    say call.dry "$api" "$body"
    exit 0
  fi
  TOTALS='{}' RESUME=$3
  while :; do
    request POST "$api" "$(jq --compact-output --arg token "$FROM_TOKEN" 'if $token == "" then . else .ContinuationToken = $token end' <<<"$body")"
    calls=$((calls + 1))
    TOTALS=$(jq --compact-output --slurp '.[0] as $totals | .[1] | [to_entries[] | select(.value | type == "number") | .value += ($totals[.key] // 0)] | from_entries' <<<"$TOTALS $RESPONSE")
    jq --raw-output '.Report // "" | select(. != "")' <<<"$RESPONSE"
    FROM_TOKEN=$(jq --raw-output '.ContinuationToken // ""' <<<"$RESPONSE")
    [ -n "$FROM_TOKEN" ] || break
    say call.progress "$api" "$calls" "$(figures "$RESPONSE")" "$FROM_TOKEN"
    if [ -n "$TIMEOUT" ] && [ $((SECONDS - started)) -ge "$TIMEOUT" ]; then
      fail 5 call.timeout "$TIMEOUT" "$RESUME" "$FROM_TOKEN"
    fi
  done
  RESUME=
  say call.summary "$api" "$calls" "$(figures "$TOTALS")"
}

figures() {
  jq --raw-output '[to_entries[] | select(.value | type == "number") | "\(.key) \(.value)"] | join(", ")' <<<"$1"
}

sweep() {
  call_until_done wl_RunDailySweep '{}' 'operator.sh sweep'
}

reconcile() {
  call_until_done wl_Reconcile "$(jq --null-input --compact-output --arg key "$OPPORTUNITY" 'if $key == "" then {} else { OpportunityKey: $key } end')" 'operator.sh reconcile'
}

recompute() {
  local drifted
  call_until_done wl_RecomputeRollups \
    "$(jq --null-input --compact-output --arg from "$FROM" --arg to "$TO" '[{ key: "From", value: $from }, { key: "To", value: $to } | select(.value != "")] | from_entries')" \
    "operator.sh recompute${FROM:+ --from $FROM}${TO:+ --to $TO}"
  drifted=$(jq '.Drifted // 0' <<<"$TOTALS")
  [ "$drifted" = 0 ] || fail 3 call.drift "$drifted"
}
