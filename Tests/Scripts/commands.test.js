import assert from "node:assert/strict";
import test from "node:test";
import { Form } from "./fakes/form.js";
import { Page, settle } from "./fakes/page.js";
import { load } from "./fakes/scripts.js";
import { option, options } from "./fakes/solution.js";
import { FakeXrm, fault, ME, refusing } from "./fakes/xrm.js";

const notice = "winloss.command";
const id = "0a1b2c3d-0000-4000-8000-00000000abcd";
const other = "{99999999-2222-4333-8444-555555555555}";
const heard = { wl_heardon: "2026-06-12", wl_heardchannel: option("wl_heardchannel", "Online") };

function status(english) {
  return options("statuscode").find(each => each.english === english);
}

function owner(userId, entityType = "systemuser") {
  return [{ id: userId, entityType, name: "" }];
}

function open(english, { columns = {}, languageId = 1033 } = {}) {
  const xrm = new FakeXrm();
  xrm.languageId = languageId;
  const { Interview } = load(xrm, new Page());
  const form = new Form({
    columns: { statuscode: status(english).value, ownerid: null, wl_heardon: null, wl_heardchannel: null, wl_reviewnote: null, wl_momentnarrative: null, ...columns },
  });
  return { form, xrm, Interview };
}

// Which command is offered in which status (product.md 5.2), where the form says nothing of an owner.
//                             submit, approve, sendBack, askForWaiver, reopen
const offered = {
  "Not started":              [true, false, false, true, false],
  "In progress":              [true, false, false, true, false],
  Scheduled:                  [true, false, false, true, false],
  Submitted:                  [false, true, true, false, false],
  Returned:                   [true, false, false, true, false],
  Completed:                  [false, false, false, false, true],
  "Completed, hearing waived": [false, false, false, false, true],
  Superseded:                 [false, false, false, false, false],
  "Out of scope":             [false, false, false, false, false],
};
const rules = ["canSubmit", "canApprove", "canSendBack", "canAskForWaiver", "canReopen"];

test("Every status has its row in the table of commands", () => {
  assert.deepEqual(Object.keys(offered), options("statuscode").map(each => each.english));
});

for (const [english, expected] of Object.entries(offered)) {
  test(`${english}: offers ${rules.filter((_, index) => expected[index]).join(", ") || "nothing"}`, () => {
    const { form, Interview } = open(english);

    assert.deepEqual(rules.map(rule => Interview[rule](form)), expected);
  });
}

for (const [whose, value, maySubmit, mayApprove] of [
  ["one's own", owner(ME), true, false],
  ["one's own, with the id written otherwise", owner(ME.slice(1, -1).toUpperCase()), true, false],
  ["somebody else's", owner(other), false, true],
  ["a team's", owner(ME, "team"), true, true],
]) {
  test(`An interview that is ${whose} ${maySubmit ? "can" : "cannot"} be submitted and ${mayApprove ? "can" : "cannot"} be approved`, () => {
    const draft = open("In progress", { columns: { ownerid: value } });
    const submitted = open("Submitted", { columns: { ownerid: value } });

    assert.equal(draft.Interview.canSubmit(draft.form), maySubmit);
    assert.equal(submitted.Interview.canApprove(submitted.form), mayApprove);
  });
}

for (const [what, columns, isOffered] of [
  ["A customer who was heard needs no waiver", heard, false],
  ["A day without the way of hearing is no hearing", { wl_heardon: heard.wl_heardon }, true],
  ["A way of hearing without the day is no hearing", { wl_heardchannel: heard.wl_heardchannel }, true],
]) {
  test(what, () => {
    const { form, Interview } = open("In progress", { columns });

    assert.equal(Interview.canAskForWaiver(form), isOffered);
  });
}

test("A form that does not say where the interview stands offers nothing", () => {
  const { Interview } = open("Submitted");
  const form = new Form();

  assert.deepEqual(rules.filter(rule => Interview[rule](form)), []);
});

// Command, status before, what stands on the form, status after, words when done, title when refused.
const moves = [
  ["submit", "Not started", {}, "Submitted", "Submitted. A manager reviews it next.", "Not submitted yet"],
  ["submit", "In progress", {}, "Submitted", "Submitted. A manager reviews it next.", "Not submitted yet"],
  ["submit", "Scheduled", {}, "Submitted", "Submitted. A manager reviews it next.", "Not submitted yet"],
  ["submit", "Returned", {}, "Submitted", "Submitted. A manager reviews it next.", "Not submitted yet"],
  ["approve", "Submitted", {}, "Completed, hearing waived", "Approved: “Completed, hearing waived”.", "Not approved"],
  ["approve", "Submitted", heard, "Completed", "Approved: “Completed”.", "Not approved"],
  ["sendBack", "Submitted", { wl_reviewnote: "Who said so?" }, "Returned", "Sent back to the owner with your question.", "Not sent back"],
  ["reopenForCorrection", "Completed", {}, "Returned", "Reopened for correction. Write under “Review note” what should be corrected, and save.", "Not reopened"],
  ["reopenForCorrection", "Completed, hearing waived", {}, "Returned", "Reopened for correction. Write under “Review note” what should be corrected, and save.", "Not reopened"],
];

for (const [command, before, columns, after, words, refused] of moves) {
  const prepared = () => {
    const opened = open(before, { columns });
    opened.xrm.answers.retrieveRecord = () => columns;
    return opened;
  };

  test(`${command} takes ${before} to ${after}: saved first, then moved, then shown`, async () => {
    const { form, xrm, Interview } = prepared();
    form.change("wl_momentnarrative", "In the board meeting.");
    xrm.answers.updateRecord = () => assert.equal(form.saves, 1);
    await Interview[command](form);

    const { value, state } = status(after);
    assert.deepEqual(xrm.givenTo("updateRecord"), [["wl_interview", id, { statecode: state, statuscode: value }]]);
    assert.deepEqual(form.notices.get(notice), { text: words, level: "INFO" });
    assert.deepEqual([form.refreshes, form.ribbonRefreshes], [1, 1]);
    assert.deepEqual(xrm.calls.map(call => call.name).filter(name => /Progress|update/.test(name)), ["showProgressIndicator", "updateRecord", "closeProgressIndicator"]);
  });

  test(`${command} of ${before} that the server refuses says why in the server's words, and leaves the form as it is`, async () => {
    const { form, xrm, Interview } = prepared();
    const said = "Not yet complete. Please answer these questions:\n1. Heard on: when did you talk to the customer?\n2. Channel: how?";
    xrm.answers.updateRecord = refusing(said);
    await Interview[command](form);

    const [[strings]] = xrm.givenTo("openAlertDialog");
    assert.deepEqual(strings, { title: refused, text: said, confirmButtonLabel: "Back to the form" });
    assert.deepEqual([form.refreshes, form.notices.size], [0, 0]);
    assert.equal(form.getAttribute("statuscode").getValue(), status(before).value);
    assert.deepEqual(xrm.givenTo("closeProgressIndicator"), [[]]);
  });

  test(`${command} of ${before} goes no further where the form cannot be saved, and keeps what was typed`, async () => {
    const { form, xrm, Interview } = prepared();
    form.change("wl_momentnarrative", "In the board meeting.");
    form.savingFails = fault("This interview is locked.");
    await Interview[command](form);

    assert.deepEqual(xrm.givenTo("updateRecord"), []);
    assert.equal(form.notices.get(notice).level, "ERROR");
    assert.match(form.notices.get(notice).text, /^Error: not saved.*This interview is locked\.$/);
    assert.equal(form.getAttribute("wl_momentnarrative").getValue(), "In the board meeting.");
    assert.equal(form.refreshes, 0);
  });
}

test("A form without changes is not saved again", async () => {
  const { form, Interview } = open("In progress");
  await Interview.submit(form);

  assert.equal(form.saves, 0);
});

test("Whether the customer was heard is asked of the server, not of the form", async () => {
  const { form, xrm, Interview } = open("Submitted", { columns: heard });
  xrm.answers.retrieveRecord = () => ({ wl_heardon: null, wl_heardchannel: null });
  await Interview.approve(form);

  assert.deepEqual(xrm.givenTo("retrieveRecord"), [["wl_interview", id, "?$select=wl_heardon,wl_heardchannel"]]);
  assert.equal(xrm.givenTo("updateRecord")[0][2].statuscode, status("Completed, hearing waived").value);
});

test("A day alone is no hearing when it comes to approval", async () => {
  const { form, xrm, Interview } = open("Submitted");
  xrm.answers.retrieveRecord = () => ({ wl_heardon: "2026-06-12", wl_heardchannel: null });
  await Interview.approve(form);

  assert.equal(xrm.givenTo("updateRecord")[0][2].statuscode, status("Completed, hearing waived").value);
});

test("A channel whose stored value is 0 would still be one", async () => {
  const { form, xrm, Interview } = open("Submitted");
  xrm.answers.retrieveRecord = () => ({ wl_heardon: "2026-06-12", wl_heardchannel: 0 });
  await Interview.approve(form);

  assert.equal(xrm.givenTo("updateRecord")[0][2].statuscode, status("Completed").value);
});

for (const nothing of [fault(""), {}, undefined]) {
  test(`A fault without words still says what to do (${JSON.stringify(nothing)})`, async () => {
    const { form, xrm, Interview } = open("In progress");
    xrm.answers.updateRecord = () => Promise.reject(nothing);
    await Interview.submit(form);

    assert.match(xrm.givenTo("openAlertDialog")[0][0].text, /gave no reason.*try again/);
  });
}

test("The dialog of a refusal grows with its lines, within bounds", async () => {
  const heights = [];
  for (const lines of [1, 5, 100]) {
    const { form, xrm, Interview } = open("In progress");
    xrm.answers.updateRecord = refusing(Array(lines).fill("What else?").join("\n"));
    await Interview.submit(form);
    heights.push(xrm.givenTo("openAlertDialog")[0][1].height);
  }

  assert.ok(heights[0] < heights[1] && heights[1] < heights[2] && heights[2] <= 600, `${heights}`);
});

test("What is done is done, though the form cannot be read again", async () => {
  const { form, xrm, Interview } = open("In progress");
  form.refreshFails = fault("timed out");
  await Interview.submit(form);

  assert.deepEqual(xrm.givenTo("openAlertDialog"), []);
  assert.equal(form.notices.get(notice).text, "Submitted. A manager reviews it next.");
});

test("A second press while the first is at work does nothing", async () => {
  const { form, xrm, Interview } = open("In progress");
  await Promise.all([Interview.submit(form), Interview.submit(form)]);

  assert.equal(xrm.givenTo("updateRecord").length, 1);
});

test("After a refusal the same command can be pressed again", async () => {
  const { form, xrm, Interview } = open("In progress");
  xrm.answers.updateRecord = refusing("Not yet complete.");
  await Interview.submit(form);
  xrm.answers.updateRecord = () => ({});
  await Interview.submit(form);

  assert.equal(form.notices.get(notice).level, "INFO");
});

test("What the last command said goes when the next one begins", async () => {
  const { form, xrm, Interview } = open("In progress");
  await Interview.submit(form);
  xrm.answers.updateRecord = refusing("Not yet complete.");
  await Interview.submit(form);

  assert.equal(form.notices.size, 0);
});

for (const note of [null, "", "  "]) {
  test(`Nothing is sent back without a question (${JSON.stringify(note)}): the note is focused, and the words say what to do`, async () => {
    const { form, xrm, Interview } = open("Submitted", { columns: { wl_reviewnote: note } });
    await Interview.sendBack(form);

    assert.deepEqual(xrm.givenTo("updateRecord"), []);
    assert.equal(form.control("wl_reviewnote").isFocused, true);
    assert.deepEqual(form.notices.get(notice), {
      text: "To send it back, write under “Review note” the one question that the owner should answer, then choose “Send back” again.",
      level: "WARNING",
    });
  });
}

test("A note whose control is hidden away is asked for in words all the same", async () => {
  const { form, xrm, Interview } = open("Submitted");
  form.getControl = () => null;
  await Interview.sendBack(form);

  assert.match(form.notices.get(notice).text, /write under “Review note”/);
  assert.deepEqual(xrm.givenTo("openAlertDialog"), []);
});

test("The question is shown before it is sent, since a note may be an old one", async () => {
  const { form, xrm, Interview } = open("Submitted", { columns: { wl_reviewnote: " Who said so? " } });
  await Interview.sendBack(form);

  assert.deepEqual(xrm.givenTo("openConfirmDialog"), [
    [{ title: "Send back with this question?", text: "Who said so?", confirmButtonLabel: "Send back", cancelButtonLabel: "Cancel" }],
  ]);
});

test("A form without the review note leaves the question to the manager", async () => {
  const { xrm, Interview } = open("Submitted");
  const form = new Form({ columns: { statuscode: status("Submitted").value } });
  await Interview.sendBack(form);

  assert.deepEqual(xrm.givenTo("openConfirmDialog"), []);
  assert.equal(xrm.givenTo("updateRecord").length, 1);
});

for (const [command, before] of [
  ["sendBack", "Submitted"],
  ["reopenForCorrection", "Completed"],
]) {
  test(`${command} does nothing where the user thinks better of it`, async () => {
    const { form, xrm, Interview } = open(before, { columns: { wl_reviewnote: "Who said so?" } });
    form.formType = 4;
    xrm.answers.openConfirmDialog = () => ({ confirmed: false });
    await Interview[command](form);

    assert.deepEqual([...xrm.givenTo("updateRecord"), ...xrm.givenTo("openForm")], []);
    assert.deepEqual([form.notices.size, form.refreshes], [0, 0]);
  });
}

for (const [formType, isOpenedAnew] of [
  [2, false],
  [3, true],
  [4, true],
]) {
  test(`A reopened interview is ${isOpenedAnew ? "" : "not "}opened anew where the form is of type ${formType}`, async () => {
    const { form, xrm, Interview } = open("Completed");
    form.formType = formType;
    await Interview.reopenForCorrection(form);

    assert.deepEqual(xrm.givenTo("openForm"), isOpenedAnew ? [[{ entityName: "wl_interview", entityId: id }]] : []);
  });
}

test("A waiver is asked for by quick create, with the interview filled in", async () => {
  const { form, xrm, Interview } = open("In progress");
  form.change("wl_momentnarrative", "In the board meeting.");
  xrm.answers.openForm = () => ({ savedEntityReference: [{ id: "{1}", entityType: "wl_waiver", name: "" }] });
  await Interview.askForWaiver(form);

  const interview = { entityType: "wl_interview", id, name: "WL-202606-000001" };
  assert.deepEqual(xrm.givenTo("openForm"), [
    [
      { entityName: "wl_waiver", useQuickCreateForm: true, createFromEntity: interview },
      { wl_interviewid: id, wl_interviewidname: "WL-202606-000001" },
    ],
  ]);
  assert.equal(form.saves, 1);
  assert.deepEqual(form.notices.get(notice), { text: "The waiver was asked for. A second person decides; the reflection is due all the same.", level: "INFO" });
});

for (const answer of [undefined, null, {}, { savedEntityReference: null }, { savedEntityReference: [] }]) {
  test(`A waiver that was not saved is not announced (${JSON.stringify(answer)})`, async () => {
    const { form, xrm, Interview } = open("In progress");
    xrm.answers.openForm = () => answer;
    await Interview.submit(form);
    await Interview.askForWaiver(form);

    assert.deepEqual([form.notices.size, form.refreshes], [0, 1]);
    assert.deepEqual(xrm.givenTo("openAlertDialog"), []);
  });
}

test("A quick create form that never answers keeps no other command waiting", async () => {
  const { form, xrm, Interview } = open("In progress");
  xrm.answers.openForm = () => new Promise(() => {});
  Interview.askForWaiver(form);
  await settle();
  await Interview.submit(form);

  assert.equal(xrm.givenTo("updateRecord").length, 1);
});

test("A quick create form that does not open says so", async () => {
  const { form, xrm, Interview } = open("In progress");
  xrm.answers.openForm = refusing("You have no privilege to create a waiver.");
  await Interview.askForWaiver(form);

  assert.deepEqual(xrm.givenTo("openAlertDialog")[0][0].text, "You have no privilege to create a waiver.");
  assert.equal(xrm.givenTo("openAlertDialog")[0][0].title, "The waiver could not be asked for");
});

test("No waiver is asked for while the form cannot be saved", async () => {
  const { form, xrm, Interview } = open("In progress");
  form.change("wl_momentnarrative", "In the board meeting.");
  form.savingFails = fault("Not now.");
  await Interview.askForWaiver(form);

  assert.deepEqual(xrm.givenTo("openForm"), []);
  assert.equal(form.notices.get(notice).level, "ERROR");
});

test("A Japanese manager is spoken to in Japanese", async () => {
  const { form, xrm, Interview } = open("Submitted", { languageId: 1041 });
  await Interview.sendBack(form);
  assert.match(form.notices.get(notice).text, /「確認コメント」に書いてから、もう一度「差し戻し」/);

  xrm.answers.updateRecord = refusing("まだ足りない項目があります。");
  await Interview.approve(form);
  assert.deepEqual(xrm.givenTo("openAlertDialog")[0][0], { title: "承認されていません", text: "まだ足りない項目があります。", confirmButtonLabel: "フォームに戻る" });
});
