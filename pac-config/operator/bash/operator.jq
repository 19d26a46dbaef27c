# What the scripts ask jq for: a step's XML as JSON, and what differs between what is wanted and what the org has.

def hex: ascii_downcase | explode | reduce .[] as $digit (0; . * 16 + $digit - (if $digit > 96 then 87 else 48 end));

def plain:
  gsub("&#(?<code>[0-9]+);"; [.code | tonumber] | implode) | gsub("&#x(?<code>[0-9A-Fa-f]+);"; [.code | hex] | implode)
  | gsub("&lt;"; "<") | gsub("&gt;"; ">") | gsub("&quot;"; "\"") | gsub("&apos;"; "'") | gsub("&amp;"; "&");

def found($pattern): first(capture($pattern) | .value | plain) // null;

def attribute($name): found("\\b" + $name + "=\"(?<value>[^\"]*)\"");

# An empty element and a missing one are the same to the platform.
def element($name): found("<" + $name + ">(?<value>[^<]*)</" + $name + ">") | if . == "" then null else . end;

def guid: if . == null then null else ascii_downcase | gsub("[{}]"; "") end;

def number($name): element($name) | if . == null then null else tonumber end;

def image: {
  id: (element("SdkMessageProcessingStepImageId") | guid),
  columns: {
    name: attribute("Name"),
    entityalias: element("EntityAlias"),
    imagetype: number("ImageType"),
    messagepropertyname: element("MessagePropertyName"),
    attributes: element("Attributes")
  }
};

def images: [scan("<SdkMessageProcessingStepImage [\\s\\S]*?</SdkMessageProcessingStepImage>") | image];

# Written as in the solution, with SdkMessageName in place of SdkMessageId.
def step:
  gsub("<!--[\\s\\S]*?-->"; "")
  | images as $images
  | sub("<SdkMessageProcessingStepImages>[\\s\\S]*</SdkMessageProcessingStepImages>"; "")
  | (element("PluginTypeName") // "" | split(",") | map(gsub("^\\s+|\\s+$"; ""))) as $type
  | {
      id: (attribute("SdkMessageProcessingStepId") | guid),
      message: element("SdkMessageName"),
      table: element("PrimaryEntity"),
      typename: $type[0],
      assembly: $type[1],
      version: ($type[2] // "" | sub("^Version="; "")),
      columns: {
        name: attribute("Name"),
        description: element("Description"),
        stage: number("Stage"),
        mode: number("Mode"),
        rank: number("Rank"),
        asyncautodelete: (element("AsyncAutoDelete") == "1"),
        configuration: element("Configuration"),
        filteringattributes: element("FilteringAttributes"),
        invocationsource: number("InvocationSource"),
        supporteddeployment: number("SupportedDeployment")
      },
      images: $images
    };

# Lists of columns are the same in any order.
def same($column; $one; $other):
  if ($column == "attributes" or $column == "filteringattributes") and $one != null and $other != null
  then ($one | split(",") | sort) == ($other | split(",") | sort)
  else $one == $other end;

# Only what differs is sent: unchanged columns would still raise events and look updated.
def changes($columns; $lookups; $now):
  ([$columns | to_entries[] | . as $want | select(same($want.key; $want.value; $now[$want.key]) | not)] | from_entries)
  + ([$lookups[] | select(.id != $now["_" + .column + "_value"])
      | { key: (.property + "@odata.bind"), value: (if .id == null then null else "/" + .set + "(" + .id + ")" end) }] | from_entries);

def names: keys_unsorted | map(sub("@odata.bind$"; "")) | join(", ");

# What a step refers to; null where the org offers no such event.
def lookups($messages; $filters; $types):
  . as $step
  | ($messages | map(select(.name == $step.message)) | first) as $message
  | ($filters | map(select(._sdkmessageid_value == $message.sdkmessageid and .primaryobjecttypecode == $step.table)) | first) as $filter
  | ($types | map(select(.typename == $step.typename and .version == $step.version)) | first) as $type
  | if $message == null or ($step.table != null and $filter == null) then null
    else [
      { property: "sdkmessageid", column: "sdkmessageid", set: "sdkmessages", id: $message.sdkmessageid },
      { property: "sdkmessagefilterid", column: "sdkmessagefilterid", set: "sdkmessagefilters", id: $filter.sdkmessagefilterid },
      { property: "eventhandler_plugintype", column: "eventhandler", set: "plugintypes", id: $type.plugintypeid }
    ] end;

# What the org has of a step, and what of it differs.
def planned_step($now; $images; $lookups):
  . as $step
  | [{ property: "sdkmessageprocessingstepid", column: "sdkmessageprocessingstepid", set: "sdkmessageprocessingsteps", id: $step.id }] as $owner
  | ($now | map(select(.sdkmessageprocessingstepid == $step.id)) | first) as $row
  | $step + {
      offered: ($lookups != null),
      untyped: ($lookups != null and $lookups[2].id == null),
      exists: ($row != null),
      statecode: ($row.statecode // 0),
      changes: changes($step.columns; $lookups // []; $row // {}),
      images: [$step.images[] as $image
        | ($images | map(select(.sdkmessageprocessingstepimageid == $image.id)) | first) as $row
        | $image + { exists: ($row != null), changes: changes($image.columns; $owner; $row // {}) }]
    };

def kind: if .exists | not then "created" elif .changes == {} then "unchanged" else "changed" end;

# What is to be done for a planned step, a list each, for register_late_steps.
def line: map(if type == "object" then tojson elif . == null or . == "" then "-" else . end);

def deeds:
  . as $step
  | if .offered | not then ["omitted", .id, .columns.name, .message, .table] | line
    else
      (["step", .id, .columns.name, kind, .changes, (.changes | names)] | line),
      (.images[] | ["image", .id, $step.columns.name, kind, .changes, .columns.name, (.changes | names)] | line),
      (["state", .id, .columns.name, .columns.configuration, .statecode] | line)
    end;

# The two files of the Configuration Migration Tool (solution-anatomy 23 names their format), text as they hold it.
def value_of($type):
  if $type == "bool" then ascii_downcase == "true"
  elif $type == "optionsetvalue" or $type == "number" then tonumber
  else . end;

def blocks($element): [scan("<" + $element + " [\\s\\S]*?</" + $element + ">")];

def tables($schema; $data):
  ($data | blocks("entity") | map({ key: attribute("name"), value: . }) | from_entries) as $rows
  | [$schema | blocks("entity")[]
    | ([scan("<field [^>]*>") | { key: attribute("name"), value: attribute("type") }] | from_entries) as $types
    | {
        name: attribute("name"),
        id: attribute("primaryidfield"),
        label: attribute("primarynamefield"),
        key: ([scan("<field [^>]*>") | select(attribute("updateCompare") == "true") | attribute("name")] | first),
        kept: (attribute("skipupdate") == "true"),
        columns: $types,
        rows: [$rows[attribute("name")] | blocks("record")[]
          | [scan("<field [^>]*>") | attribute("name") as $name | { key: $name, value: (attribute("value") | value_of($types[$name])) }] | from_entries]
      }];

def planned_rows($now):
  . as $table
  | [$table.rows[] | . as $row
    | (($now | map(select(.[$table.id] == $row[$table.id])) | first)
      // (if $table.key == null then null else $now | map(select(.[$table.key] == $row[$table.key])) | first end)) as $found
    | {
        id: ($found[$table.id] // $row[$table.id]),
        name: ($row[$table.key // $table.label] | gsub("[\\t\\n]"; " ")),
        exists: ($found != null),
        changes: changes($row | del(.[$table.id]); []; $found // {})
      }];
