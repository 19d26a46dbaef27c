# Talks to the Dataverse Web API (learn.microsoft.com: compose-http-requests-handle-errors, api-limits, define-alternate-keys-entity).
# Secrets reach curl through descriptors and never through arguments, which everybody on the machine can see.

API=/api/data/v9.2
TRIES_WHEN_BUSY=8
TRIES_TO_REACH=3

# https, a host, a port; plain http only to this machine.
is_address() {
  [[ $1 =~ ^(https://[A-Za-z0-9.-]+|http://(127\.0\.0\.1|localhost|\[::1\]))(:[0-9]+)?$ ]]
}

sign_in() {
  export -n DATAVERSE_TOKEN DATAVERSE_CLIENT_SECRET
  if [ -n "${DATAVERSE_TOKEN:-}" ]; then
    TOKEN=$DATAVERSE_TOKEN
  elif [ -n "${DATAVERSE_TENANT_ID:-}${DATAVERSE_CLIENT_ID:-}${DATAVERSE_CLIENT_SECRET:-}" ]; then
    sign_in_as_application
  elif command -v az >/dev/null; then
    TOKEN=$(az account get-access-token --resource "$URL" --query accessToken --output tsv </dev/null 2>/dev/null) || fail 6 sign-in.az "$URL"
  else
    fail 2 need.sign-in
  fi
  TOKEN=${TOKEN%$'\r'}
  [[ $TOKEN =~ ^[A-Za-z0-9._~+/=-]+$ ]] || fail 2 sign-in.token
}

sign_in_as_application() {
  local variable login=${DATAVERSE_LOGIN_URL:-https://login.microsoftonline.com} body
  for variable in DATAVERSE_TENANT_ID DATAVERSE_CLIENT_ID DATAVERSE_CLIENT_SECRET; do
    [ -n "${!variable:-}" ] || fail 2 need.variable "$variable"
  done
  login=${login%/}
  is_address "$login" || fail 2 need.https "$login"
  body="grant_type=client_credentials&scope=$(percent_encode "$URL/.default")&client_id=$(percent_encode "$DATAVERSE_CLIENT_ID")&client_secret=$(percent_encode "$DATAVERSE_CLIENT_SECRET")"
  send POST "$login/$(percent_encode "$DATAVERSE_TENANT_ID")/oauth2/v2.0/token" "$body" --header 'Content-Type: application/x-www-form-urlencoded'
  TOKEN=$(jq --raw-output '.access_token // empty' <<<"$RESPONSE" 2>/dev/null) || TOKEN=
  [ -n "$TOKEN" ] || fail 6 sign-in.refused "$STATUS" "$(jq --raw-output '.error_description // .error // empty' <<<"$RESPONSE" 2>/dev/null || true)"
}

percent_encode() {
  printf '%s' "$1" | jq --slurp --raw-input --raw-output @uri
}

# send METHOD URL BODY CURL-OPTION...: fills STATUS and RESPONSE. Waits and tries again while the other side is busy (429 and 503,
# as long as Retry-After says) or cannot be reached; all that is sent may be repeated.
send() {
  local attempt=0 pause
  while :; do
    attempt=$((attempt + 1))
    if exchange "$@"; then
      case $STATUS in 429 | 503) ;; *) return ;; esac
      [ "$attempt" -lt "$TRIES_WHEN_BUSY" ] || return 0
      pause=$(retry_after)
    else
      [ "$attempt" -lt "$TRIES_TO_REACH" ] || fail 1 org.unreachable "${2%%\?*}" "$(tail -n 1 "$WORK/trouble")"
      STATUS=$(tail -n 1 "$WORK/trouble") pause=
    fi
    pause=${pause:-$((2 ** (attempt < 6 ? attempt - 1 : 5)))}
    complain org.busy "$STATUS" "$pause"
    rest "$pause"
  done
}

exchange() {
  local method=$1 url=$2 body=$3 answer input=()
  shift 3
  if [ -n "$body" ]; then
    input=(--data-binary @-)
  fi
  : >"$WORK/headers"
  answer=$(curl --silent --show-error --globoff --proto '=http,https' --max-time 300 --user-agent crm-extensions-operator \
    --request "$method" --config <(authorization) \
    --header 'Accept: application/json' "$@" "${input[@]}" --dump-header "$WORK/headers" --write-out '\n%{http_code}' "$url" \
    2>"$WORK/trouble" < <(printf '%s' "$body")) || return 1
  STATUS=${answer##*$'\n'}
  RESPONSE=${answer%$'\n'*}
}

authorization() {
  if [ -n "$TOKEN" ]; then
    printf 'header = "Authorization: Bearer %s"\n' "$TOKEN"
  fi
}

retry_after() {
  sed -n 's/^[Rr][Ee][Tt][Rr][Yy]-[Aa][Ff][Tt][Ee][Rr]:[[:space:]]*\([0-9][0-9]*\)[[:space:]]*$/\1/p' "$WORK/headers" | tail -n 1
}

# Unlike a plain sleep, ended at once by a signal to this script alone; and no sleep is left that would hold the output open.
rest() {
  sleep "$1" >/dev/null 2>&1 &
  SLEEPING=$!
  wait "$SLEEPING"
  SLEEPING=
}

# request METHOD PATH BODY CURL-OPTION...: as the user who is signed in; ends the run with what to do where the org refuses.
request() {
  local method=$1 path=$2 body=$3 url
  shift 3
  case $path in "$URL"/*) url=$path ;; *) url=$URL$API/$path ;; esac
  set -- "$method" "$url" "$body" --header 'OData-Version: 4.0' --header 'OData-MaxVersion: 4.0' "$@"
  if [ "$method" = GET ]; then
    set -- "$@" --header 'If-None-Match: null'
  fi
  if [ -n "$body" ]; then
    set -- "$@" --header 'Content-Type: application/json'
  fi
  send "$@"
  # A long run outlives its token; one that was given by hand cannot be renewed.
  if [ "$STATUS" = 401 ] && [ -z "${DATAVERSE_TOKEN:-}" ]; then
    TOKEN=
    sign_in
    send "$@"
  fi
  case $STATUS in
    204) ;;
    2??) [[ $RESPONSE == '{'*'}' ]] || fail 1 org.odd "$method" "$path" ;;
    *) refused "$method" "$path" ;;
  esac
}

refused() {
  local code=1 hint=do.other id message
  case $STATUS in
    401) hint=do.401 code=6 ;;
    403) hint=do.403 code=6 ;;
    404) hint=do.404 ;;
    429 | 503) hint=do.429 ;;
  esac
  id=$(jq --raw-output '.error.code // empty' <<<"$RESPONSE" 2>/dev/null || true)
  message=$(jq --raw-output '.error.message // empty' <<<"$RESPONSE" 2>/dev/null || true)
  complain org.refused "$1" "${2%%\?*}" "$STATUS" "$id" "${message:-${RESPONSE:0:200}}"
  if [ -n "$RESUME" ] && [ -n "$FROM_TOKEN" ]; then
    complain call.stopped "$RESUME" "$FROM_TOKEN"
  fi
  fail "$code" "$hint"
}

# What may not stand in a query as it is; a blank as %20, since a plus is one only by some readers.
encode_query() {
  REPLY=${1//'%'/%25}
  REPLY=${REPLY//' '/%20}
  REPLY=${REPLY//'"'/%22}
  REPLY=${REPLY//'#'/%23}
  REPLY=${REPLY//'&'/%26}
  REPLY=${REPLY//'+'/%2B}
  REPLY=${REPLY//'['/%5B}
  REPLY=${REPLY//']'/%5D}
}

# rows PATH OPTION...: all pages of a collection as one JSON array in ROWS; an option is such as '$select=name'.
rows() {
  local path=$1 option query='' next
  shift
  for option; do
    encode_query "$option"
    query+=${query:+&}$REPLY
  done
  request GET "$path?$query" ''
  ROWS='[]'
  while :; do
    { IFS= read -r next && IFS= read -r ROWS; } < <(jq --raw-output --slurp '.[1]."@odata.nextLink" // "", (.[0] + .[1].value | tojson)' <<<"$ROWS $RESPONSE") ||
      fail 1 org.odd GET "$path"
    [ -n "$next" ] || return 0
    # The token goes nowhere else, whatever an answer says.
    case $next in "$URL"/*) ;; *) fail 1 org.odd GET "$path" ;; esac
    request GET "$next" ''
  done
}

# write METHOD PATH JSON CURL-OPTION...: does nothing in a dry run.
write() {
  if [ -z "$DRY_RUN" ]; then
    request "$@"
  fi
}
