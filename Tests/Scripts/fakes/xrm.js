export const ME = "{11111111-2222-4333-8444-555555555555}";

/** Xrm as the scripts call it. Every call is kept in `calls`; what it answers can be set before. */
export class FakeXrm {
  calls = [];
  languageId = 1033;
  resources = null;
  answers = {
    execute: () => verdict(0, 0, ["When was it?"]),
    updateRecord: () => ({}),
    retrieveRecord: () => ({}),
    retrieveMultipleRecords: () => ({ entities: [] }),
    openConfirmDialog: () => ({ confirmed: true }),
    openForm: () => undefined,
    openAlertDialog: () => undefined,
    createPane: () => this.pane,
    getPane: () => undefined,
    addGlobalNotification: () => "bar-1",
    clearGlobalNotification: () => "bar-1",
  };

  pane = {
    navigate: (...given) => this.#call("navigate", given),
    select: () => this.calls.push({ name: "select", given: [] }),
    close: () => this.calls.push({ name: "close", given: [] }),
  };

  Utility = {
    getGlobalContext: () => ({ userSettings: { languageId: this.languageId, userId: ME } }),
    getResourceString: (name, key) => (this.resources ? this.resources(name, key) : null),
    showProgressIndicator: text => this.calls.push({ name: "showProgressIndicator", given: [text] }),
    closeProgressIndicator: () => this.calls.push({ name: "closeProgressIndicator", given: [] }),
  };

  WebApi = {
    online: { execute: (...given) => this.#call("execute", given) },
    updateRecord: (...given) => this.#call("updateRecord", given),
    retrieveRecord: (...given) => this.#call("retrieveRecord", given),
    retrieveMultipleRecords: (...given) => this.#call("retrieveMultipleRecords", given),
  };

  Navigation = {
    openAlertDialog: (...given) => this.#call("openAlertDialog", given),
    openConfirmDialog: (...given) => this.#call("openConfirmDialog", given),
    openForm: (...given) => this.#call("openForm", given),
  };

  App = {
    sidePanes: {
      getPane: () => this.answers.getPane(),
      createPane: (...given) => this.#call("createPane", given),
    },
    addGlobalNotification: (...given) => this.#call("addGlobalNotification", given),
    clearGlobalNotification: (...given) => this.#call("clearGlobalNotification", given),
  };

  /** What a function was given, call by call. */
  givenTo(name) {
    return this.calls.filter(call => call.name === name).map(call => call.given);
  }

  async #call(name, given) {
    this.calls.push({ name, given });
    return this.answers[name]?.(...given);
  }
}

/** An answer of wl_ScoreText. */
export function verdict(score, band, questions) {
  return { ok: true, json: async () => ({ Score: score, Band: band, Questions: questions.join("\n") }) };
}

/** A refusal as Xrm.WebApi and formContext.data.save hand it on. */
export function fault(message) {
  return { errorCode: 2147746581, message };
}

export function refusing(message) {
  return () => {
    throw fault(message);
  };
}
