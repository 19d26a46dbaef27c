import assert from "node:assert/strict";
import test from "node:test";
import { Form } from "./fakes/form.js";
import { Page } from "./fakes/page.js";
import { load } from "./fakes/scripts.js";
import { option, options } from "./fakes/solution.js";
import { FakeXrm } from "./fakes/xrm.js";

const notice = "winloss.lock";

function open(status, languageId = 1033) {
  const xrm = new FakeXrm();
  xrm.languageId = languageId;
  const { Interview } = load(xrm, new Page());
  const form = new Form({ columns: { statuscode: status, wl_momentnarrative: "The board meeting.", wl_contest: null, wl_outcome: null } });
  form.control("wl_outcome").setDisabled(true);
  Interview.onLoad(form.context);
  return form;
}

function disabled(form) {
  return [...form.attributes.keys()].filter(name => form.control(name).isDisabled);
}

const whatToDo = {
  Completed: [/ask a manager to choose “Reopen for correction”/, /営業マネージャーに「訂正のため戻す」/],
  "Completed, hearing waived": [/ask a manager to choose “Reopen for correction”/, /営業マネージャーに「訂正のため戻す」/],
  Superseded: [/Fill in the current interview/, /最新のヒアリングに記入/],
  "Out of scope": [/there is nothing to fill in/, /記入することはありません/],
};

for (const { value, english, japanese } of options("statuscode")) {
  if (english in whatToDo) {
    test(`An interview that is ${english} is locked, and says so once: why, and what to do`, () => {
      const form = open(value);

      assert.deepEqual(disabled(form), [...form.attributes.keys()]);
      assert.match(form.notices.get(notice).text, new RegExp(`locked because it is “${english}”`));
      assert.match(form.notices.get(notice).text, whatToDo[english][0]);
      assert.equal(form.notices.get(notice).level, "INFO");
      assert.deepEqual([...form.notices.keys()], [notice]);
    });

    test(`An interview that is ${japanese} says so in Japanese`, () => {
      const { text } = open(value, 1041).notices.get(notice);

      assert.ok(text.includes(`「${japanese}」のためロックされています`), text);
      assert.match(text, whatToDo[english][1]);
    });
  } else {
    test(`An interview that is ${english} can be filled in`, () => {
      const form = open(value);

      assert.deepEqual(disabled(form), ["wl_outcome"]);
      assert.equal(form.notices.size, 0);
    });
  }
}

test("An interview that was reopened can be filled in again, but for what was closed before", () => {
  const form = open(option("statuscode", "Completed"));
  form.bring({ statuscode: option("statuscode", "Returned") });

  assert.deepEqual(disabled(form), ["wl_outcome"]);
  assert.equal(form.notices.has(notice), false);
});

test("What somebody else closes after the reopening stays closed", () => {
  const form = open(option("statuscode", "Completed"));
  form.bring({ statuscode: option("statuscode", "Returned") });
  form.control("wl_contest").setDisabled(true);
  form.bring();

  assert.deepEqual(disabled(form), ["wl_contest", "wl_outcome"]);
});

test("A form that lacks all columns but the status is locked all the same", () => {
  const { Interview } = load(new FakeXrm(), new Page());
  const form = new Form({ columns: { statuscode: option("statuscode", "In progress") } });
  Interview.onLoad(form.context);
  form.bring({ statuscode: option("statuscode", "Completed") });

  assert.ok(form.notices.has(notice));
});

test("An interview that is completed while it is open is locked at once", () => {
  const form = open(option("statuscode", "Submitted"));
  form.bring({ statuscode: option("statuscode", "Completed") });

  assert.deepEqual(disabled(form), [...form.attributes.keys()]);
});

test("A form that does not say where the interview stands is not locked by us", () => {
  const { Interview } = load(new FakeXrm(), new Page());
  const form = new Form({ columns: { wl_momentnarrative: null } });
  Interview.onLoad(form.context);

  assert.deepEqual(disabled(form), []);
});
