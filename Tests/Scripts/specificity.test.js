import assert from "node:assert/strict";
import test from "node:test";
import { Form } from "./fakes/form.js";
import { Page, settle } from "./fakes/page.js";
import { load } from "./fakes/scripts.js";
import { all, option, options, textOf, xml, folder } from "./fakes/solution.js";
import { FakeXrm, refusing, verdict } from "./fakes/xrm.js";

const notice = "winloss.specificity";
const pause = 700;

const empty = {
  statuscode: option("statuscode", "In progress"),
  wl_momentnarrative: null,
  wl_decidingremark: null,
  wl_contrast: null,
  wl_whatwouldchange: null,
  wl_momentstage: null,
  wl_momenttrigger: null,
  wl_respondentrole: null,
  wl_speakerrole: null,
  wl_momenton: null,
  wl_momentmeetingid: null,
  wl_evidencegrade: null,
  wl_hearingstatus: null,
  wl_heardon: null,
  wl_heardchannel: null,
};

async function open(columns = {}, prepare = () => {}) {
  const page = new Page();
  const xrm = new FakeXrm();
  prepare(xrm);
  const { Interview } = load(xrm, page);
  const form = new Form({ columns: { ...empty, ...columns } });
  Interview.onLoad(form.context);
  await page.pass(pause);
  return { form, page, xrm, shown: () => form.notices.get(notice) };
}

/** What wl_ScoreText was asked, call by call. */
function asked(xrm) {
  return xrm.givenTo("execute").map(([{ getMetadata: _, ...parameters }]) => parameters);
}

/** Answers that arrive when the test says so. */
function held() {
  const answers = [];
  return { answer: () => new Promise((resolve, reject) => answers.push({ resolve, reject })), answers };
}

test("An empty form is not called vague", async () => {
  const { form, xrm } = await open({ wl_evidencegrade: option("wl_evidencegrade", "D Our guess"), wl_heardon: new Date(2026, 5, 12) });

  assert.equal(form.notices.size, 0);
  assert.deepEqual(asked(xrm), []);
});

test("Blanks tell nothing", async () => {
  const { xrm } = await open({ wl_momentnarrative: "  ", wl_decidingremark: "\n" });

  assert.deepEqual(asked(xrm), []);
});

test("What was written before is judged when the form opens", async () => {
  const { shown } = await open({ wl_momentnarrative: "Price." });

  assert.equal(shown().text, "Specificity: Vague (0 of 100), too vague to be submitted. Next question: When was it?");
});

test("Typing is judged once, after a pause", async () => {
  const { form, page, xrm } = await open();
  for (const text of ["In", "In the", "In the board meeting"]) {
    form.change("wl_momentnarrative", text);
    await page.pass(pause - 1);
  }

  assert.deepEqual(asked(xrm), []);
  await page.pass(1);
  assert.deepEqual(asked(xrm), [{ Text: "In the board meeting" }]);
});

test("What has not changed is not asked again", async () => {
  const { form, page, xrm } = await open({ wl_momentnarrative: "In the board meeting" });
  form.change("wl_momentnarrative", "In the board meeting");
  form.bring();
  await page.pass(pause);

  assert.equal(asked(xrm).length, 1);
});

test("What a save has brought is judged anew", async () => {
  const { form, page, xrm } = await open({ wl_momentnarrative: "In the board meeting" });
  form.bring({ wl_evidencegrade: option("wl_evidencegrade", "B Customer's words, noted") });
  await page.pass(pause);

  assert.deepEqual(asked(xrm), [{ Text: "In the board meeting" }, { Text: "In the board meeting", Grade: "B" }]);
});

const changes = [
  ["wl_momentnarrative", "In the board meeting", { Text: "In the board meeting" }],
  ["wl_decidingremark", "This will do.", { Remark: "This will do." }],
  ["wl_contrast", "Their plan had dates.", { Contrast: "Their plan had dates." }],
  ["wl_whatwouldchange", "Bring a plan.", { Contrast: "Bring a plan." }],
  ["wl_momentstage", option("wl_momentstage", "Presentation"), { Stage: 3 }],
  ["wl_momenttrigger", option("wl_momenttrigger", "A person's remark"), { Trigger: 2 }],
];

for (const [column, value, expected] of changes) {
  test(`A change of ${column} is judged`, async () => {
    const { form, page, xrm } = await open();
    form.change(column, value);
    await page.pass(pause);

    assert.deepEqual(asked(xrm), [expected]);
  });
}

const besides = [
  ["wl_respondentrole", option("wl_respondentrole", "Evaluator"), { Role: 2 }],
  ["wl_speakerrole", option("wl_speakerrole", "Purchasing"), { Role: 4 }],
  ["wl_momenton", new Date(Date.UTC(2026, 5, 12)), { MomentOn: new Date(Date.UTC(2026, 5, 12)) }],
  ["wl_momentmeetingid", [{ id: "{1}", entityType: "appointment", name: "Board" }], { MomentOn: new Date(0) }],
];

for (const [column, value, expected] of besides) {
  test(`${column} counts beside what is told`, async () => {
    const { form, page, xrm } = await open({ wl_momentnarrative: "It was decided." });
    form.change(column, value);
    await page.pass(pause);

    assert.deepEqual(asked(xrm).at(-1), { Text: "It was decided.", ...expected });
  });
}

for (const [contrast, change] of [
  ["None", "Bring a plan with dates."],
  ["Bring a plan with dates.", "None"],
]) {
  test(`Of the contrast “${contrast}” and what should change, “${change}”, the longer one is judged, as either earns the points`, async () => {
    const { xrm } = await open({ wl_contrast: contrast, wl_whatwouldchange: change });

    assert.deepEqual(asked(xrm), [{ Contrast: "Bring a plan with dates." }]);
  });
}

for (const { english, value } of options("wl_speakerrole")) {
  test(`A speaker who is “${english}” is a role that wl_ScoreText takes, and known or not as the server has it`, async () => {
    const { xrm } = await open({ wl_momentnarrative: "It was decided.", wl_speakerrole: value });
    const [{ Role }] = asked(xrm);

    assert.equal(Role !== undefined, english !== "Unknown");
    assert.ok(Role === undefined || (Role >= 0 && Role < 6), `${Role}`);
  });
}

test("A respondent of unknown role does not hide a speaker whose role is known", async () => {
  const { xrm } = await open({
    wl_momentnarrative: "It was decided.",
    wl_respondentrole: option("wl_respondentrole", "Unknown"),
    wl_speakerrole: option("wl_speakerrole", "Evaluator"),
  });

  assert.equal(asked(xrm)[0].Role, 2);
});

for (const { value, english } of options("wl_evidencegrade")) {
  test(`The grade “${english}” is sent by its letter`, async () => {
    const { xrm } = await open({ wl_momentnarrative: "It was decided.", wl_evidencegrade: value });

    assert.equal(asked(xrm)[0].Grade, english[0]);
  });
}

test("Every parameter is one that wl_ScoreText declares, by its type, and so is all that is read of its answer", async () => {
  const api = "customapis/wl_ScoreText";
  const types = { 1: "Edm.DateTimeOffset", 7: "Edm.Int32", 10: "Edm.String" };
  const declared = Object.fromEntries(
    folder(`${api}/customapirequestparameters`).map(name => {
      const parameter = xml(`${api}/customapirequestparameters/${name}/customapirequestparameter.xml`);
      return [parameter.getAttribute("uniquename"), types[textOf(parameter, "type")]];
    }),
  );
  const { xrm } = await open({
    wl_momentnarrative: "It was decided.",
    wl_decidingremark: "This will do.",
    wl_contrast: "Their plan had dates.",
    wl_momentstage: option("wl_momentstage", "Presentation"),
    wl_momenttrigger: option("wl_momenttrigger", "A person's remark"),
    wl_respondentrole: option("wl_respondentrole", "Evaluator"),
    wl_momenton: new Date(2026, 5, 12),
    wl_evidencegrade: option("wl_evidencegrade", "B Customer's words, noted"),
  });
  const [request] = xrm.givenTo("execute")[0];
  const metadata = request.getMetadata();

  assert.deepEqual(Object.fromEntries(Object.entries(metadata.parameterTypes).map(([name, type]) => [name, type.typeName])), declared);
  assert.ok(Object.values(metadata.parameterTypes).every(type => type.structuralProperty === 1), "all are primitive types");
  assert.deepEqual(Object.keys(asked(xrm)[0]).sort(), Object.keys(declared).sort());
  assert.deepEqual([metadata.operationName, metadata.operationType, metadata.boundParameter], ["wl_ScoreText", 0, null]);
  assert.equal(all(xml(`${api}/customapi.xml`), "isfunction")[0].textContent, "0");
  for (const name of ["Score", "Band", "Questions"]) {
    assert.ok(folder(`${api}/customapiresponseproperties`).includes(name), name);
  }
});

const notices = [
  [12, 0, "Specificity: Vague (12 of 100), too vague to be submitted. Next question: Who said so?", "WARNING"],
  [50, 1, "Specificity: Partly specific (50 of 100). Next question: Who said so?", "INFO"],
  [75, 2, "Specificity: Specific (75 of 100). Next question: Who said so?", "INFO"],
];

for (const [score, band, expected, level] of notices) {
  test(`A score of ${score} is told in words, the colour of the level only repeats them: ${expected}`, async () => {
    const { shown } = await open({ wl_momentnarrative: "It was decided." }, xrm => {
      xrm.answers.execute = () => verdict(score, band, ["Who said so?", "What was different?"]);
    });

    assert.deepEqual(shown(), { text: expected, level });
    const { english } = options("wl_specificityband")[band];
    assert.ok(shown().text.includes(english));
  });
}

for (const questions of [[], null]) {
  test(`Where no question is left, none is shown (${JSON.stringify(questions)})`, async () => {
    const { shown } = await open({ wl_momentnarrative: "It was decided." }, xrm => {
      xrm.answers.execute = () => ({ json: async () => ({ Score: 100, Band: 2, Questions: questions && questions.join("\n") }) });
    });

    assert.equal(shown().text, "Specificity: Specific (100 of 100). No question is left.");
  });
}

test("A Japanese reader is told in Japanese", async () => {
  const { shown } = await open({ wl_momentnarrative: "価格面で他社に決定" }, xrm => {
    xrm.languageId = 1041;
    xrm.answers.execute = () => verdict(5, 0, ["それはいつのことでしたか"]);
  });

  assert.equal(shown().text, "具体度：曖昧（100 点中 5 点）。このままでは提出できません。次に聞くこと：それはいつのことでしたか");
});

test("The same words are not announced twice", async () => {
  const { form, page } = await open({ wl_momentnarrative: "Price." });
  form.change("wl_momentnarrative", "Price!");
  await page.pass(pause);

  assert.equal(form.noticesSet, 1);
});

test("Words that went with their text come back with it", async () => {
  const { form, page, shown } = await open({ wl_momentnarrative: "Price." });
  for (const text of ["", "Price."]) {
    form.change("wl_momentnarrative", text);
    await page.pass(pause);
    assert.equal(shown() !== undefined, text !== "");
  }
});

test("An answer that was overtaken is not shown, in whatever order they come", async () => {
  const { answer, answers } = held();
  const { form, page, shown } = await open({ wl_momentnarrative: "Price." }, xrm => (xrm.answers.execute = answer));
  form.change("wl_momentnarrative", "In the board meeting of 12 June.");
  await page.pass(pause);

  answers[1].resolve(verdict(55, 1, ["Who said so?"]));
  await settle();
  answers[0].resolve(verdict(0, 0, ["When was it?"]));
  await settle();

  assert.match(shown().text, /55 of 100/);
});

test("An answer to a text that was deleted meanwhile is not shown", async () => {
  const { answer, answers } = held();
  const { form, page } = await open({ wl_momentnarrative: "Price." }, xrm => (xrm.answers.execute = answer));
  form.change("wl_momentnarrative", "");
  await page.pass(pause);
  answers[0].resolve(verdict(0, 0, ["When was it?"]));
  await settle();

  assert.equal(form.notices.size, 0);
});

test("A failure of a question that was overtaken is no failure", async () => {
  const { answer, answers } = held();
  const { form, page, shown } = await open({ wl_momentnarrative: "Price." }, xrm => (xrm.answers.execute = answer));
  form.change("wl_momentnarrative", "In the board meeting.");
  await page.pass(pause);
  answers[1].resolve(verdict(55, 1, ["Who said so?"]));
  await settle();
  answers[0].reject(new Error("timed out"));
  await settle();

  assert.match(shown().text, /55 of 100/);
});

test("A guard that cannot be asked warns once, in words, and no draft is held up", async () => {
  const { form, page, shown } = await open({ wl_momentnarrative: "Price." }, xrm => (xrm.answers.execute = refusing("no privilege")));
  for (const text of ["Price", "Pric"]) {
    form.change("wl_momentnarrative", text);
    await page.pass(pause);
  }

  assert.deepEqual(shown(), {
    text: "Warning: the specificity cannot be shown at the moment. You can go on typing and save as usual.",
    level: "WARNING",
  });
  assert.equal(form.noticesSet, 1);
});

test("After a failure the same text is asked again, and the warning makes way", async () => {
  const { form, page, shown, xrm } = await open({ wl_momentnarrative: "Price." }, xrm => (xrm.answers.execute = refusing("timed out")));
  xrm.answers.execute = () => verdict(12, 0, ["When was it?"]);
  form.change("wl_momentnarrative", "Price.");
  await page.pass(pause);

  assert.match(shown().text, /12 of 100/);
});

test("A later failure takes the score away that is no longer true, and does not warn again", async () => {
  const { form, page, xrm } = await open({ wl_momentnarrative: "Price." }, xrm => (xrm.answers.execute = refusing("timed out")));
  xrm.answers.execute = () => verdict(12, 0, ["When was it?"]);
  form.change("wl_momentnarrative", "Price!");
  await page.pass(pause);
  xrm.answers.execute = refusing("timed out");
  form.change("wl_momentnarrative", "Price?");
  await page.pass(pause);

  assert.equal(form.notices.size, 0);
});

test("A client without a connection warns as any failure does", async () => {
  const { shown } = await open({ wl_momentnarrative: "Price." }, xrm => delete xrm.WebApi.online);

  assert.match(shown().text, /^Warning/);
});

test("A form that is gone when the answer comes is nobody's trouble", async () => {
  const { answer, answers } = held();
  const { form } = await open({ wl_momentnarrative: "Price." }, xrm => (xrm.answers.execute = answer));
  form.ui.setFormNotification = () => {
    throw new Error("The form has been closed.");
  };
  answers[0].resolve(verdict(0, 0, ["When was it?"]));
  await settle();

  assert.equal(form.notices.size, 0);
});

test("A locked interview is not judged", async () => {
  const { xrm } = await open({ statuscode: option("statuscode", "Completed"), wl_momentnarrative: "Price." });

  assert.deepEqual(asked(xrm), []);
});

test("The score goes when the interview is completed", async () => {
  const { form, page } = await open({ wl_momentnarrative: "Price." });
  form.bring({ statuscode: option("statuscode", "Completed") });
  await page.pass(pause);

  assert.equal(form.notices.has(notice), false);
});

const heard = { wl_heardon: new Date(2026, 5, 12), wl_heardchannel: option("wl_heardchannel", "Phone") };

for (const { english, value } of options("wl_hearingstatus")) {
  for (const [how, hearing] of [
    ["not heard", {}],
    ["heard on a day, in no way", { wl_heardon: heard.wl_heardon }],
    ["heard", heard],
  ]) {
    const isJudged = english !== "Waived" || how === "heard";
    test(`The scene is ${isJudged ? "" : "not "}judged where the hearing is “${english}” and the customer was ${how}`, async () => {
      const { xrm } = await open({ wl_momentnarrative: "Price.", wl_hearingstatus: value, ...hearing });

      assert.equal(asked(xrm).length, isJudged ? 1 : 0);
    });
  }
}

const waived = { wl_hearingstatus: option("wl_hearingstatus", "Waived") };

for (const [column, before, value, isJudgedThen] of [
  ["wl_hearingstatus", {}, waived.wl_hearingstatus, false],
  ["wl_heardon", { ...waived, wl_heardchannel: heard.wl_heardchannel }, heard.wl_heardon, true],
  ["wl_heardchannel", { ...waived, wl_heardon: heard.wl_heardon }, heard.wl_heardchannel, true],
]) {
  test(`A change of ${column} decides anew whether the scene is judged`, async () => {
    const { form, page, shown } = await open({ wl_momentnarrative: "Price.", ...before });
    assert.equal(shown() !== undefined, !isJudgedThen);
    form.change(column, value);
    await page.pass(pause);

    assert.equal(shown() !== undefined, isJudgedThen);
  });
}
