import assert from "node:assert/strict";
import test from "node:test";
import { Page } from "./fakes/page.js";
import { load, sources } from "./fakes/scripts.js";
import { all, ENGLISH, folder, JAPANESE, text, xml } from "./fakes/solution.js";
import { FakeXrm } from "./fakes/xrm.js";

const page = load(new FakeXrm(), new Page());

/** Where the solution calls scripts: forms of every kind, and command bars. */
const callers = folder("Entities").flatMap(table => {
  const place = `Entities/${table}`;
  const kinds = folder(place).includes("FormXml") ? folder(`${place}/FormXml`) : [];
  const forms = kinds.flatMap(kind => folder(`${place}/FormXml/${kind}`).map(file => `${place}/FormXml/${kind}/${file}`));
  return folder(place).includes("RibbonDiff.xml") ? [...forms, `${place}/RibbonDiff.xml`] : forms;
});

const called = [...new Set(callers.flatMap(place => text(place).match(/(?<=[fF]unctionName=")WinLoss\.[^"]*/g) ?? []))].sort();

const ribbon = xml("Entities/wl_Interview/RibbonDiff.xml");

function mainForms(table) {
  return folder(`Entities/${table}/FormXml/main`).map(file => xml(`Entities/${table}/FormXml/main/${file}`));
}

function labelOfButton(name, language) {
  const label = all(ribbon, "LocLabel").find(each => each.getAttribute("Id") === `wl.interview.${name}.LabelText`);
  return all(label, "Title").find(title => title.getAttribute("languagecode") === language).getAttribute("description");
}

test("Forms and command bars call functions that are there", () => {
  const missing = called.filter(name => typeof name.split(".").reduce((part, key) => part?.[key], { WinLoss: page }) !== "function");

  assert.ok(called.length > 0);
  assert.deepEqual(missing, []);
});

test("Every command and every rule of a command is called from somewhere", () => {
  // What the other scripts ask the interview for.
  const inside = ["Status", "statusOf", "isLocked", "valueIn"];
  const open = Object.entries({ Interview: page.Interview, Opportunity: page.Opportunity })
    .flatMap(([part, functions]) => Object.keys(functions).map(name => `WinLoss.${part}.${name}`))
    .filter(name => !inside.includes(name.split(".")[2]));

  assert.deepEqual(called, open.sort());
});

test("The interview's form has every section that the scripts show and hide", () => {
  const wanted = [...new Set(sources.get("layout.js").match(/\bsec_\w+/g))];
  for (const form of mainForms("wl_Interview")) {
    const there = all(form, "section").map(section => section.getAttribute("name"));

    assert.ok(wanted.length > 0);
    assert.deepEqual(wanted.filter(name => !there.includes(name)), []);
  }
});

test("The interview's form has every column that the scripts look at", () => {
  const wanted = ["layout.js", "specificity.js", "interview.js"].flatMap(file => [...sources.get(file).matchAll(/(?:In|getAttribute|getControl)\((?:form, )?"(\w+)"/g)].map(match => match[1]));
  for (const form of mainForms("wl_Interview")) {
    const there = all(form, "control").map(control => control.getAttribute("datafieldname"));

    assert.ok(wanted.includes("statuscode") && wanted.includes("wl_outcome") && wanted.includes("ownerid"));
    assert.deepEqual([...new Set(wanted)].filter(name => !there.includes(name)), []);
  }
});

test("The opportunity's form says whether the deal is closed", () => {
  for (const form of mainForms("Opportunity")) {
    assert.ok(all(form, "control").some(control => control.getAttribute("datafieldname") === "statecode"));
  }
});

for (const table of ["wl_Interview", "Opportunity"]) {
  test(`The form of ${table} loads the script that it starts, and those which that one needs`, () => {
    for (const form of mainForms(table)) {
      const loaded = all(form, "Library").map(library => library.getAttribute("name"));
      const started = all(form, "Handler").map(handler => handler.getAttribute("libraryName")).filter(name => name.startsWith("wl_/"));
      const needed = started.flatMap(name => [...text(`WebResources/${name}.data.xml`).matchAll(/name="(wl_\/js\/[^"]+)"/g)].map(match => match[1]));

      assert.ok(started.length > 0);
      assert.deepEqual([...started, ...needed].filter(name => !loaded.includes(name)), []);
    }
  });
}

for (const [key, button] of [
  ["ReviewNoteNeeded", "SendBack"],
  ["LockedCompleted", "Reopen"],
]) {
  test(`${key} calls the command as its button is called`, () => {
    const [english, japanese] = page.Texts.fallback[key];

    assert.ok(english.includes(`“${labelOfButton(button, ENGLISH)}”`), english);
    assert.ok(japanese.includes(`「${labelOfButton(button, JAPANESE)}」`), japanese);
  });
}
