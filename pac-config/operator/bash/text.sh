# Texts for people, from messages.json, which the PowerShell script reads too.

declare -A TEXT

# The language of --language, or of the locale; English where that is neither of the two.
choose_language() {
  local locale=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} previous='' argument
  case $locale in ja | ja_* | ja.* | ja-*) LANGUAGE=ja ;; *) LANGUAGE=en ;; esac
  for argument; do
    if [ "$previous" = --language ]; then
      case $argument in en | ja) LANGUAGE=$argument ;; esac
    fi
    previous=$argument
  done
}

load_texts() {
  local key text
  while IFS=$'\t' read -r key text; do
    TEXT[$key]=${text//'\n'/$'\n'}
  done < <(jq --raw-output --arg language "$LANGUAGE" \
    'to_entries[] | [.key, (.value[$language] | if type == "array" then join("\n") else . end)] | @tsv' "$HERE/operator/messages.json")
}

# text KEY ARGUMENT...: the text, with {0}, {1} and so on replaced, in REPLY.
text() {
  local number=0 argument
  REPLY=${TEXT[$1]}
  shift
  for argument; do
    REPLY=${REPLY//"{$number}"/"$argument"}
    number=$((number + 1))
  done
}

say() {
  text "$@"
  printf '%s\n' "$REPLY"
}

# In a dry run, what is done is only what would be done.
done_or_would() {
  text "$@"
  if [ -n "$DRY_RUN" ]; then
    text would "$REPLY"
  fi
  printf '%s\n' "$REPLY"
}

complain() {
  say "$@" >&2
}

# fail EXIT-CODE KEY ARGUMENT...
fail() {
  local code=$1
  shift
  complain "$@"
  exit "$code"
}
