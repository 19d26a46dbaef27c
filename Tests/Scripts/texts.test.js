import assert from "node:assert/strict";
import test from "node:test";
import { Page } from "./fakes/page.js";
import { load, sources } from "./fakes/scripts.js";
import { ENGLISH, JAPANESE, labelOfColumn, options, resx } from "./fakes/solution.js";
import { FakeXrm } from "./fakes/xrm.js";

const japaneseLetter = /[\u3040-\u30ff\u3400-\u9fff]/;
const languages = [
  [ENGLISH, 0],
  [JAPANESE, 1],
];

function texts(prepare = () => {}) {
  const xrm = new FakeXrm();
  prepare(xrm);
  return load(xrm, new Page()).Texts;
}

for (const [language, index] of languages) {
  test(`The resource in ${language} says what the scripts say without it`, () => {
    const fallback = Object.entries(texts().fallback).map(([key, both]) => [key, both[index]]);

    assert.deepEqual([...resx(language)], fallback);
  });
}

test("No text is empty or has blanks around it", () => {
  for (const text of Object.values(texts().fallback).flat()) {
    assert.ok(text.length > 0 && text === text.trim(), `'${text}'`);
  }
});

test("A text has the same places in both languages, counted from 0", () => {
  for (const [key, both] of Object.entries(texts().fallback)) {
    const [english, japanese] = both.map(text => [...new Set(text.match(/\{[^}]*\}/g) ?? [])].sort());

    assert.deepEqual(english, english.map((_, index) => `{${index}}`), key);
    assert.deepEqual(japanese, english, key);
  }
});

test("English texts are English and Japanese texts are Japanese", () => {
  for (const [key, [english, japanese]] of Object.entries(texts().fallback)) {
    assert.doesNotMatch(english, japaneseLetter, key);
    assert.match(japanese, japaneseLetter, key);
  }
});

test("Every text is used, and every text that is used is there", () => {
  const keys = Object.keys(texts().fallback);
  const words = new Set([...sources.entries()].filter(([name]) => name !== "texts.js").flatMap(([, source]) => source.match(/"[A-Z][A-Za-z]+"/g).map(word => word.slice(1, -1))));
  // tsc holds the other way: the parameter of get takes no other key.
  const unused = keys.filter(key => !words.has(key));

  assert.deepEqual(unused, []);
});

const labelled = [
  ["StatusCompleted", "statuscode"],
  ["StatusCompletedWaived", "statuscode"],
  ["StatusSuperseded", "statuscode"],
  ["StatusOutOfScope", "statuscode"],
  ["BandVague", "wl_specificityband"],
  ["BandPartly", "wl_specificityband"],
  ["BandSpecific", "wl_specificityband"],
];

for (const [key, column] of labelled) {
  test(`${key} reads as the option of ${column} that it names`, () => {
    const [english, japanese] = texts().fallback[key];

    assert.ok(
      options(column).some(option => option.english === english && option.japanese === japanese),
      `${english} / ${japanese}`,
    );
  });
}

test("The review note is called what its column is called", () => {
  assert.deepEqual([...texts().fallback.ReviewNote], [ENGLISH, JAPANESE].map(language => labelOfColumn("wl_reviewnote", language)));
});

test("The resource is asked first, by its name without a language", () => {
  const asked = [];
  const { get } = texts(xrm => {
    xrm.resources = (name, key) => {
      asked.push([name, key]);
      return "from the resource";
    };
  });

  assert.equal(get("Working"), "from the resource");
  assert.deepEqual(asked, [["wl_/strings/winloss", "Working"]]);
});

const withoutResource = [
  ["gives nothing", () => null],
  ["gives an empty text", () => ""],
  ["fails", () => {
    throw new Error("not loaded");
  }],
];

for (const [what, resources] of withoutResource) {
  test(`Where the resource ${what}, the text is there all the same`, () => {
    const { get } = texts(xrm => (xrm.resources = resources));

    assert.equal(get("BandVague"), "Vague");
  });
}

for (const [who, languageId, expected] of [
  ["A Japanese reader", 1041, "曖昧"],
  ["An English reader", 1033, "Vague"],
  ["A reader of another language", 1036, "Vague"],
]) {
  test(`${who} reads ${expected} where the platform gives no resource`, () => {
    assert.equal(texts(xrm => (xrm.languageId = languageId)).get("BandVague"), expected);
  });
}

test("Places are filled in their order, and what fills them is not read as a place again", () => {
  const { get } = texts();

  assert.equal(get("SpecificityNext", "Vague", 12, "{0}?"), "Specificity: Vague (12 of 100). Next question: {0}?");
});
