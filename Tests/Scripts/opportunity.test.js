import assert from "node:assert/strict";
import test from "node:test";
import { Form } from "./fakes/form.js";
import { Page, settle } from "./fakes/page.js";
import { load } from "./fakes/scripts.js";
import { option } from "./fakes/solution.js";
import { FakeXrm, ME, refusing } from "./fakes/xrm.js";

const [openState, wonState, lostState] = [0, 1, 2];
const deal = "0a1b2c3d-0000-4000-8000-00000000abcd";
const row = { wl_interviewid: "77777777-0000-4000-8000-000000000001", wl_name: "WL-202606-000001" };

async function open(statecode, prepare = () => {}, page = new Page(), given = {}) {
  const xrm = new FakeXrm();
  xrm.answers.retrieveMultipleRecords = () => ({ entities: [row] });
  prepare(xrm);
  const { Opportunity } = load(xrm, page);
  const form = new Form({ columns: statecode === undefined ? {} : { statecode }, ...given });
  form.formType = given.formType ?? 2;
  Opportunity.onLoad(form.context);
  await settle();
  return { form, page, xrm, Opportunity };
}

function panes(xrm) {
  return xrm.givenTo("navigate").map(([{ entityId }]) => entityId);
}

for (const state of [wonState, lostState]) {
  test(`A closed deal (state ${state}) opens the reflection in a side pane that can be closed`, async () => {
    const { xrm, form } = await open(state);

    assert.deepEqual(xrm.givenTo("createPane"), [[{ paneId: "winloss.reflection", title: "90-second reflection", canClose: true, width: 420 }]]);
    assert.deepEqual(xrm.givenTo("navigate"), [[{ pageType: "entityrecord", entityName: "wl_interview", entityId: row.wl_interviewid }]]);
    assert.equal(form.notices.size, 0);
    assert.deepEqual([...xrm.givenTo("close"), ...xrm.givenTo("addGlobalNotification")], []);
  });
}

test("What is looked for is the user's own current interview of the deal that nobody has begun", async () => {
  const { xrm } = await open(lostState);
  const filter = [
    `_wl_opportunityid_value eq ${deal}`,
    "wl_iscurrent eq true",
    `statuscode eq ${option("statuscode", "Not started")}`,
    `_ownerid_value eq ${ME.slice(1, -1)}`,
  ].join(" and ");

  assert.deepEqual(xrm.givenTo("retrieveMultipleRecords"), [["wl_interview", `?$select=wl_name&$filter=${filter}&$top=1`]]);
});

test("An open deal asks the server nothing", async () => {
  const { form, xrm } = await open(openState);
  form.bring();
  await settle();

  assert.deepEqual(xrm.calls, []);
});

for (const [formType, isLookedAt] of [
  [1, false],
  [2, false],
  [3, true],
  [4, true],
]) {
  test(`A form of type ${formType} without the state is ${isLookedAt ? "" : "not "}taken for that of a closed deal`, async () => {
    const { xrm } = await open(undefined, undefined, undefined, { formType });

    assert.equal(xrm.givenTo("retrieveMultipleRecords").length, isLookedAt ? 1 : 0);
  });
}

test("A deal that has no such interview is left alone", async () => {
  const { form, page, xrm } = await open(lostState, xrm => (xrm.answers.retrieveMultipleRecords = () => ({ entities: [] })));
  await page.pass(120000);

  assert.equal(xrm.givenTo("retrieveMultipleRecords").length, 1);
  assert.deepEqual([panes(xrm), form.notices.size], [[], 0]);
});

test("A deal that is closed while it is open is looked at again until its interview has reached its owner", async () => {
  let looks = 0;
  const { form, page, xrm } = await open(openState, xrm => {
    xrm.answers.retrieveMultipleRecords = () => ({ entities: ++looks < 4 ? [] : [row] });
  });
  form.bring({ statecode: wonState });
  await settle();
  assert.equal(looks, 1);

  await page.pass(16999);
  assert.equal(looks, 3);
  await page.pass(1);

  assert.equal(looks, 4);
  assert.deepEqual(panes(xrm), [row.wl_interviewid]);
  await page.pass(120000);
  assert.equal(looks, 4);
});

test("Looking again ends", async () => {
  const { form, page, xrm } = await open(openState, xrm => (xrm.answers.retrieveMultipleRecords = () => ({ entities: [] })));
  form.bring({ statecode: lostState });
  await page.pass(76999);
  assert.equal(xrm.givenTo("retrieveMultipleRecords").length, 5);
  await page.pass(1);
  assert.equal(xrm.givenTo("retrieveMultipleRecords").length, 6);
  await page.pass(3600000);

  assert.equal(xrm.givenTo("retrieveMultipleRecords").length, 6);
});

test("A refresh of a deal that is closed already looks once more, no longer", async () => {
  const { form, page, xrm } = await open(openState, xrm => (xrm.answers.retrieveMultipleRecords = () => ({ entities: [] })));
  form.bring({ statecode: lostState });
  await page.pass(76999 + 1);
  form.bring();
  await page.pass(3600000);

  assert.equal(xrm.givenTo("retrieveMultipleRecords").length, 7);
});

test("A deal that is closed a second time is looked at again as at the first", async () => {
  const { form, page, xrm } = await open(lostState, xrm => (xrm.answers.retrieveMultipleRecords = () => ({ entities: [] })));
  form.bring({ statecode: openState });
  form.bring({ statecode: wonState });
  await page.pass(3600000);

  assert.equal(xrm.givenTo("retrieveMultipleRecords").length, 1 + 6);
});

for (const [what, leave] of [
  ["reopened", form => form.bring({ statecode: openState })],
  ["left for another one", form => (form.id = "{0A1B2C3D-0000-4000-8000-00000000FFFF}")],
]) {
  test(`A deal that is ${what} meanwhile is looked at no more`, async () => {
    const { form, page, xrm } = await open(openState, xrm => (xrm.answers.retrieveMultipleRecords = () => ({ entities: [] })));
    form.bring({ statecode: lostState });
    await settle();
    leave(form);
    await page.pass(120000);

    assert.equal(xrm.givenTo("retrieveMultipleRecords").length, 1);
  });
}

test("A deal that is left while the server is asked is offered nothing", async () => {
  let answer;
  const { form, xrm } = await open(lostState, xrm => (xrm.answers.retrieveMultipleRecords = () => new Promise(resolve => (answer = resolve))));
  form.id = "{0A1B2C3D-0000-4000-8000-00000000FFFF}";
  answer({ entities: [row] });
  await settle();

  assert.deepEqual(panes(xrm), []);
});

test("An interview is offered once: not at the next refresh", async () => {
  const { form, xrm } = await open(lostState);
  form.bring();
  await settle();

  assert.deepEqual(panes(xrm), [row.wl_interviewid]);
});

test("An interview is offered once a session: not on the next page either", async () => {
  const page = new Page();
  await open(lostState, undefined, page);
  const { xrm } = await open(lostState, undefined, page);

  assert.deepEqual(panes(xrm), []);
});

test("A browser that keeps no storage offers it once a page", async () => {
  const page = new Page();
  page.sessionStorage = null;
  const { form, xrm } = await open(lostState, undefined, page);
  form.bring();
  await settle();

  assert.deepEqual(panes(xrm), [row.wl_interviewid]);
});

test("The pane of the last offer serves the next one", async () => {
  const { xrm } = await open(lostState, xrm => (xrm.answers.getPane = () => xrm.pane));

  assert.deepEqual(xrm.givenTo("createPane"), []);
  assert.deepEqual(panes(xrm), [row.wl_interviewid]);
  assert.equal(xrm.givenTo("select").length, 1);
});

const withoutPanes = [
  ["has no side panes", xrm => delete xrm.App.sidePanes],
  ["does not open a side pane", xrm => (xrm.answers.createPane = refusing("not on a phone"))],
  ["does not show the form in one", xrm => (xrm.answers.navigate = refusing("not on a phone"))],
];

for (const [what, prepare] of withoutPanes) {
  test(`A client that ${what} offers a bar with a button, and the button opens the interview and ends the bar`, async () => {
    const { xrm, form } = await open(lostState, prepare);
    const [[bar]] = xrm.givenTo("addGlobalNotification");
    assert.deepEqual([bar.type, bar.level, bar.showCloseButton, bar.action.actionLabel], [2, 4, true, "Open the reflection"]);
    assert.equal(bar.message, "This deal is closed. Note down in 90 seconds how it was decided, while you remember (WL-202606-000001).");

    bar.action.eventHandler();
    await settle();

    assert.deepEqual(xrm.givenTo("openForm"), [[{ entityName: "wl_interview", entityId: row.wl_interviewid }]]);
    assert.deepEqual(xrm.givenTo("clearGlobalNotification"), [["bar-1"]]);
    assert.equal(form.notices.size, 0);
  });
}

test("A bar whose button does not get through stays", async () => {
  const { xrm } = await open(lostState, xrm => {
    delete xrm.App.sidePanes;
    xrm.answers.openForm = refusing("no connection");
  });
  xrm.givenTo("addGlobalNotification")[0][0].action.eventHandler();
  await settle();

  assert.deepEqual(xrm.givenTo("clearGlobalNotification"), []);
});

test("A pane that cannot show the interview does not stay open empty", async () => {
  const { xrm } = await open(lostState, xrm => (xrm.answers.navigate = refusing("not on a phone")));

  assert.equal(xrm.givenTo("close").length, 1);
});

test("A client that has neither says where the interview is", async () => {
  const { xrm, form } = await open(lostState, xrm => delete xrm.App);

  assert.deepEqual([...form.notices.values()], [
    {
      text: "This deal is closed. Note down in 90 seconds how it was decided, while you remember: interview WL-202606-000001 of this opportunity.",
      level: "INFO",
    },
  ]);
  assert.deepEqual(xrm.givenTo("openForm"), []);
});

test("Who may not read interviews is offered nothing, and sees no error", async () => {
  const { form, page, xrm } = await open(openState, xrm => (xrm.answers.retrieveMultipleRecords = refusing("no privilege")));
  form.bring({ statecode: lostState });
  await page.pass(120000);

  assert.equal(xrm.givenTo("retrieveMultipleRecords").length, 1);
  assert.equal(form.notices.size, 0);
});

test("A form that breaks under the offer is nobody's trouble", async () => {
  const page = new Page();
  const xrm = new FakeXrm();
  xrm.answers.retrieveMultipleRecords = () => ({ entities: [row] });
  delete xrm.App;
  const form = new Form({ columns: { statecode: lostState } });
  form.ui.setFormNotification = () => {
    throw new Error("The form has been closed.");
  };
  load(xrm, page).Opportunity.onLoad(form.context);
  await settle();

  assert.equal(xrm.givenTo("retrieveMultipleRecords").length, 1);
});

for (const context of [null, {}, { getFormContext: () => null }]) {
  test(`Opening never fails, whatever the platform hands over (${JSON.stringify(context)})`, async () => {
    const { Opportunity } = load(new FakeXrm(), new Page());

    assert.equal(Opportunity.onLoad(context), undefined);
    await settle();
  });
}
