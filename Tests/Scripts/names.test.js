import assert from "node:assert/strict";
import test from "node:test";
import { Page } from "./fakes/page.js";
import { load, sources } from "./fakes/scripts.js";
import { all, columns, folder, options, text, textOf, xml } from "./fakes/solution.js";
import { FakeXrm } from "./fakes/xrm.js";

const tables = folder("Entities");
const columnsOf = new Map(tables.map(table => [table.toLowerCase(), columns(table)]));
const resources = ["js", "strings"].flatMap(kind => folder(`WebResources/wl_/${kind}`).map(file => `wl_/${kind}/${file}`)).filter(name => !name.endsWith(".data.xml"));
const data = new Map(resources.map(name => [name, xml(`WebResources/${name}.data.xml`)]));

/** Our names in the code of a script: in strings and as keys. */
function namesIn(source) {
  return [...new Set(source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "").match(/(?<![A-Za-z])wl_[a-z]\w*/g) ?? [])];
}

for (const [file, source] of sources) {
  test(`Every name of ours in ${file} is a table, a column or a custom API of the solution`, () => {
    const known = new Set([...columnsOf.keys(), ...folder("customapis"), ...[...columnsOf.values()].flatMap(each => [...each.keys()])]);
    // What the platform calls a lookup in a query, and the name beside its id.
    const plain = namesIn(source).map(name => name.replace(/_value$/, "").replace(/idname$/, "id"));

    assert.deepEqual(plain.filter(name => !known.has(name)), []);
  });
}

for (const [file, table] of [
  ["layout.js", "wl_interview"],
  ["specificity.js", "wl_interview"],
]) {
  test(`Every column in ${file} is one of ${table}`, () => {
    const names = namesIn(sources.get(file)).filter(name => name !== "wl_ScoreText");

    assert.deepEqual(names.filter(name => !columnsOf.get(table).has(name)), []);
  });
}

test("A waiver has the lookup that the quick create form is opened with", () => {
  assert.ok(columnsOf.get("wl_waiver").has("wl_interviewid"));
});

test("The scripts know every status, under the value it is stored by", () => {
  const { Status } = load(new FakeXrm(), new Page()).Interview;
  const labels = {
    NotStarted: "Not started",
    InProgress: "In progress",
    Scheduled: "Scheduled",
    Submitted: "Submitted",
    Returned: "Returned",
    Completed: "Completed",
    CompletedWaived: "Completed, hearing waived",
    Superseded: "Superseded",
    OutOfScope: "Out of scope",
  };

  assert.deepEqual(
    Object.entries(Status).map(([name, value]) => [labels[name], value]),
    options("statuscode").map(option => [option.english, option.value]),
  );
});

test("Exactly the inactive statuses are locked", () => {
  const { isLocked } = load(new FakeXrm(), new Page()).Interview;
  const form = value => ({ getAttribute: () => ({ getValue: () => value }) });

  for (const { value, state, english } of options("statuscode")) {
    assert.equal(isLocked(form(value)), state === 1, english);
  }
});

for (const [name, resource] of data) {
  test(`${name} is described as the packer reads it`, () => {
    const id = textOf(resource, "WebResourceId");
    const packed = name.replace(/[^A-Za-z0-9_-]/g, "").slice(0, 50) + id.slice(1, -1).toUpperCase();

    assert.match(id, /^\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/);
    assert.equal(textOf(resource, "Name"), name);
    assert.equal(textOf(resource, "FileName"), `/WebResources/${packed}`);
    assert.equal(textOf(resource, "WebResourceType"), name.endsWith(".js") ? "3" : "12");
    assert.equal(textOf(resource, "LanguageCode"), name.match(/\.(\d{4})\.resx$/)?.[1] ?? "");
  });
}

test("A script brings the web resources that it needs, the texts in both languages among them", () => {
  const texts = resources.filter(name => name.endsWith(".resx"));
  // The other way round the scripts of the form need the one that has brought them.
  const entry = "Interview";

  for (const [file, source] of sources) {
    const used = new Set([...source.matchAll(/WinLoss\.([A-Z]\w+)\./g), ...source.matchAll(/WinLoss\.([A-Z]\w+);/g)].map(match => match[1]));
    const scripts = [...used].filter(part => part !== entry).map(part => `wl_/js/${part.toLowerCase()}.js`);

    assert.deepEqual(librariesOf(`wl_/js/${file}`).sort(), [...scripts, ...texts].sort(), file);
  }
});

test("No id of a web resource or of a dependency is given twice", () => {
  const ids = [...data.values()].flatMap(resource => [textOf(resource, "WebResourceId"), ...textOf(resource, "DependencyXml").match(/\{[0-9a-f-]{36}\}/g) ?? []]);

  assert.equal(new Set(ids).size, ids.length);
});

test("Both resources are the ordinary RESX of .NET, with the same keys in the same order", () => {
  const [english, japanese] = ["1033", "1041"].map(language => all(xml(`WebResources/wl_/strings/winloss.${language}.resx`), "data").map(each => each.getAttribute("name")));

  assert.deepEqual(english, japanese);
  assert.match(text("WebResources/wl_/strings/winloss.1033.resx"), /text\/microsoft-resx/);
});

function librariesOf(name) {
  return [...textOf(data.get(name), "DependencyXml").matchAll(/<Library name="([^"]+)"/g)].map(match => match[1]);
}
