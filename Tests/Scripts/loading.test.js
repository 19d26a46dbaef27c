import assert from "node:assert/strict";
import test from "node:test";
import { Form } from "./fakes/form.js";
import { Page, settle } from "./fakes/page.js";
import { load, sources } from "./fakes/scripts.js";
import { FakeXrm } from "./fakes/xrm.js";

const calledByXml = {
  Interview: [
    "onLoad",
    "submit",
    "approve",
    "sendBack",
    "askForWaiver",
    "reopenForCorrection",
    "canSubmit",
    "canApprove",
    "canSendBack",
    "canAskForWaiver",
    "canReopen",
  ],
  Opportunity: ["onLoad"],
};

function* orders(names) {
  if (names.length === 0) {
    yield [];
  }

  for (const name of names) {
    for (const rest of orders(names.filter(other => other !== name))) {
      yield [name, ...rest];
    }
  }
}

test("The scripts load in any order", () => {
  for (const order of orders([...sources.keys()])) {
    const page = load(new FakeXrm(), new Page(), order);

    assert.deepEqual(Object.keys(page).sort(), ["Interview", "Layout", "Opportunity", "Specificity", "Texts"], order.join(" "));
  }
});

test("They leave one global, and need no Xrm before they are called", () => {
  const before = new Set([...Object.keys(globalThis), "WinLoss", "Xrm", "window"]);
  load(undefined, undefined);

  assert.deepEqual(Object.keys(globalThis).filter(name => !before.has(name)), []);
});

for (const [part, names] of Object.entries(calledByXml)) {
  test(`What forms and commands call is there: WinLoss.${part}`, () => {
    const page = load(new FakeXrm(), new Page());

    assert.deepEqual(names.filter(name => typeof page[part][name] !== "function"), []);
  });
}

test("The rules of the command bar need no other script", () => {
  const { Interview } = load(new FakeXrm(), new Page(), ["interview.js"]);
  const form = new Form({ columns: { statuscode: Interview.Status.Submitted, ownerid: null } });

  assert.equal(Interview.canApprove(form), true);
});

test("The rules of the command bar say no where there is no form", () => {
  const { Interview } = load(new FakeXrm(), new Page());

  for (const name of calledByXml.Interview.filter(each => each.startsWith("can"))) {
    assert.equal(Interview[name]({}), false, name);
    assert.equal(Interview[name](null), false, name);
  }
});

test("A form that the scripts cannot read opens all the same, and what still can be done is done", async () => {
  const page = new Page();
  const xrm = new FakeXrm();
  const { Interview } = load(xrm, page);
  const form = new Form({ columns: { wl_momentnarrative: "In the board meeting." } });
  form.ui.tabs = null;

  Interview.onLoad(form.context);
  await page.pass(1000);

  assert.equal(xrm.givenTo("execute").length, 1);
});

test("A form without a single column of ours is left alone", async () => {
  const page = new Page();
  const xrm = new FakeXrm();
  const { Interview, Opportunity } = load(xrm, page);
  const form = new Form();

  Interview.onLoad(form.context);
  Opportunity.onLoad(form.context);
  await page.pass(1000);
  await settle();

  assert.equal(form.notices.size, 0);
  assert.deepEqual(xrm.calls, []);
});
