import { readdirSync, readFileSync } from "node:fs";
import { DOMParser } from "@xmldom/xmldom";

const source = new URL("../../../Solution/src/", import.meta.url);

export const ENGLISH = "1033";
export const JAPANESE = "1041";

export function xml(place) {
  return new DOMParser().parseFromString(readFileSync(new URL(place, source), "utf8"), "text/xml").documentElement;
}

export function text(place) {
  return readFileSync(new URL(place, source), "utf8");
}

export function folder(place) {
  return readdirSync(new URL(place, source));
}

export function all(element, name) {
  return [...element.getElementsByTagName(name)];
}

export function textOf(element, name) {
  return all(element, name)[0]?.textContent ?? "";
}

/** The columns of a table by logical name. */
export function columns(table) {
  return new Map(all(xml(`Entities/${table}/Entity.xml`), "attribute").map(column => [textOf(column, "LogicalName"), column]));
}

const interview = columns("wl_Interview");

/** The options of a choice of the interview, wherever it is declared: stored value, labels, and the state of a status. */
export function options(column) {
  const declared = interview.get(column);
  const own = all(declared, "optionset")[0] ?? xml(`OptionSets/${textOf(declared, "OptionSetName")}.xml`);
  return ["option", "status", "state"].flatMap(kind => all(own, kind)).map(option => ({
    value: Number(option.getAttribute("value")),
    state: Number(option.getAttribute("state")),
    english: label(option, ENGLISH),
    japanese: label(option, JAPANESE),
  }));
}

/** The stored value of the option that reads so in English. */
export function option(column, english) {
  const found = options(column).find(each => each.english === english);
  if (!found) {
    throw new RangeError(`${column} has no option “${english}”.`);
  }

  return found.value;
}

/** What a column of the interview is called. */
export function labelOfColumn(column, language) {
  return all(interview.get(column), "displayname").find(name => name.getAttribute("languagecode") === language).getAttribute("description");
}

function label(option, language) {
  return all(option, "label").find(each => each.getAttribute("languagecode") === language).getAttribute("description");
}

/** The texts of a RESX file by key. */
export function resx(language) {
  return new Map(all(xml(`WebResources/wl_/strings/winloss.${language}.resx`), "data").map(data => [data.getAttribute("name"), textOf(data, "value")]));
}
