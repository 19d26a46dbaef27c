import assert from "node:assert/strict";
import test from "node:test";
import { Form } from "./fakes/form.js";
import { Page } from "./fakes/page.js";
import { load } from "./fakes/scripts.js";
import { option, options } from "./fakes/solution.js";
import { FakeXrm } from "./fakes/xrm.js";

const won = option("wl_outcome", "Won");
const lost = option("wl_outcome", "Lost");

const empty = {
  statuscode: option("statuscode", "In progress"),
  wl_outcome: null,
  wl_contest: null,
  wl_contestpattern: null,
  wl_lossoutcome: null,
  wl_momenttrigger: null,
  wl_decidingremark: null,
  wl_speakerside: null,
  wl_speakerrole: null,
  wl_samepricechoice: null,
  wl_pricekind: null,
  wl_whatwouldchange: null,
  wl_reapproach: null,
  wl_reproducibility: null,
  wl_conditions: null,
};

const sections = {
  sec_whathappened: ["wl_outcome"],
  sec_reflection: ["wl_contest", "wl_contestpattern"],
  sec_loss: ["wl_lossoutcome"],
  sec_scene: ["wl_momenttrigger"],
  sec_words: ["wl_decidingremark", "wl_speakerside", "wl_speakerrole"],
  sec_price: ["wl_samepricechoice", "wl_pricekind"],
  sec_proposeagain: ["wl_whatwouldchange", "wl_reapproach"],
  sec_repeat: ["wl_reproducibility", "wl_conditions"],
};

function open(columns, given = {}) {
  const { Interview } = load(new FakeXrm(), new Page());
  const form = new Form({ columns: { ...empty, ...columns }, tabs: { tab_interview: sections }, ...given });
  Interview.onLoad(form.context);
  return form;
}

function hidden(form) {
  return [...form.sections.values()].filter(section => !section.isVisible).map(section => section.name);
}

for (const [what, outcome, expected] of [
  ["A won deal is not asked what only a lost one can answer", won, ["sec_loss", "sec_price", "sec_proposeagain"]],
  ["A lost deal is not asked whether the win would repeat", lost, ["sec_repeat"]],
  ["A deal of unknown outcome is asked everything", null, []],
]) {
  test(what, () => assert.deepEqual(hidden(open({ wl_outcome: outcome })), expected));
}

test("A form without the outcome shows everything", () => {
  const { wl_outcome: _, ...others } = empty;
  const { Interview } = load(new FakeXrm(), new Page());
  const { sec_whathappened: __, ...rest } = sections;
  const form = new Form({ columns: others, tabs: { tab_interview: rest } });
  Interview.onLoad(form.context);

  assert.deepEqual(hidden(form), []);
});

for (const [column, value, section] of [
  ["wl_lossoutcome", option("wl_lossoutcome", "Unknown"), "sec_loss"],
  ["wl_pricekind", option("wl_pricekind", "Terms"), "sec_price"],
  ["wl_whatwouldchange", "Show the plan first.", "sec_proposeagain"],
]) {
  test(`${section} of a won deal stays in sight while ${column} holds something`, () => {
    assert.ok(!hidden(open({ wl_outcome: won, [column]: value })).includes(section));
  });
}

test("A choice whose stored value is the first one counts as held", () => {
  assert.deepEqual(hidden(open({ wl_outcome: lost, wl_reproducibility: option("wl_reproducibility", "Repeatable") })), []);
});

for (const value of [null, "", "  ", []]) {
  test(`${JSON.stringify(value)} is nothing that a section would hold`, () => {
    assert.deepEqual(hidden(open({ wl_outcome: lost, wl_conditions: value })), ["sec_repeat"]);
  });
}

test("What a save has brought is shown", () => {
  const form = open({ wl_outcome: lost });
  form.bring({ wl_conditions: "A plant that runs day and night." });

  assert.deepEqual(hidden(form), []);
});

test("A section that the form lacks is passed over, and one that was moved to another tab is found", () => {
  const { sec_loss, sec_price, ...others } = sections;
  const form = open({ wl_outcome: won }, { tabs: { tab_interview: others, tab_moved: { sec_price } } });

  assert.deepEqual(hidden(form), ["sec_proposeagain", "sec_price"]);
  assert.equal(sec_loss.length, 1);
});

for (const { english, value } of [...options("wl_contest"), { english: "nothing", value: null }]) {
  const isAsked = english === "Close contest";
  test(`The pattern of the contest is ${isAsked ? "" : "not "}asked for ${english}`, () => {
    const form = open({});
    form.change("wl_contest", value);

    assert.equal(form.control("wl_contestpattern").isVisible, isAsked);
    assert.equal(form.getAttribute("wl_contestpattern").getRequiredLevel(), isAsked ? "recommended" : "none");
  });
}

test("A pattern that was chosen stays in sight when the contest was not close after all", () => {
  const form = open({ wl_contest: option("wl_contest", "Close contest") });
  form.change("wl_contestpattern", option("wl_contestpattern", "In-house"));
  form.change("wl_contest", option("wl_contest", "Long shot"));
  assert.equal(form.control("wl_contestpattern").isVisible, true);

  form.change("wl_contestpattern", null);
  assert.equal(form.control("wl_contestpattern").isVisible, false);
});

for (const [english, isAsked] of [
  ["Close contest", true],
  ["Long shot", false],
]) {
  test(`A form that opens on a ${english} shows ${isAsked ? "the" : "no"} pattern from the start`, () => {
    const form = open({ wl_contest: option("wl_contest", english) });

    assert.equal(form.control("wl_contestpattern").isVisible, isAsked);
  });
}

const remarkColumns = ["wl_decidingremark", "wl_speakerside", "wl_speakerrole"];

function levels(form) {
  return remarkColumns.map(column => form.getAttribute(column).getRequiredLevel());
}

for (const { english, value } of [...options("wl_momenttrigger"), { english: "nothing", value: null }]) {
  const expected = english === "A person's remark" ? "recommended" : "none";
  test(`The remark and its speaker are ${expected === "none" ? "left free" : "asked for"} where the trigger is ${english}`, () => {
    const form = open({});
    form.change("wl_momenttrigger", value);

    assert.deepEqual(levels(form), [expected, expected, expected]);
  });
}

test("A form that opens on a remark asks for its speaker from the start", () => {
  assert.deepEqual(levels(open({ wl_momenttrigger: option("wl_momenttrigger", "A person's remark") })), ["recommended", "recommended", "recommended"]);
});

test("A remark that was written down asks for its speaker, whatever the trigger", () => {
  const form = open({});
  form.change("wl_decidingremark", "This will do from tomorrow.");
  assert.deepEqual(levels(form), ["recommended", "recommended", "recommended"]);

  form.change("wl_decidingremark", " ");
  assert.deepEqual(levels(form), ["none", "none", "none"]);
});

test("Whoever has made a column required keeps it so", () => {
  const form = open({}, { levels: { wl_speakerside: "required" } });
  form.change("wl_momenttrigger", option("wl_momenttrigger", "A person's remark"));
  assert.deepEqual(levels(form), ["recommended", "required", "recommended"]);

  form.change("wl_momenttrigger", null);
  assert.deepEqual(levels(form), ["none", "required", "none"]);
});

test("No draft is kept from being saved: nothing is ever made required", () => {
  const form = open({ wl_outcome: lost, wl_contest: option("wl_contest", "Close contest"), wl_momenttrigger: option("wl_momenttrigger", "A person's remark") });

  assert.deepEqual([...form.attributes.values()].filter(attribute => attribute.getRequiredLevel() === "required"), []);
});
