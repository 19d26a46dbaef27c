/** A column on a form. */
class Attribute {
  #value;
  #handlers = [];
  #level;

  constructor(form, name, value, level) {
    this.form = form;
    this.name = name;
    this.#value = value;
    this.#level = level;
    this.list = [new Control(name, this)];
    this.controls = collection(this.list);
  }

  getName = () => this.name;
  getValue = () => this.#value;
  getRequiredLevel = () => this.#level;

  setRequiredLevel = level => {
    this.#level = level;
  };

  addOnChange = handler => this.#handlers.push(handler);

  /** As a person changes it: the platform then calls the handlers. */
  change(value) {
    this.#value = value;
    this.form.isDirty = true;
    this.#handlers.forEach(handler => handler());
  }

  /** As the server changes it, unseen until the form has read it. */
  store(value) {
    this.#value = value;
  }
}

class Control {
  constructor(name, attribute, isDisabled = false) {
    this.name = name;
    this.isVisible = true;
    this.isDisabled = isDisabled;
    this.isFocused = false;
    this.getAttribute = () => attribute;
  }

  getName = () => this.name;
  getDisabled = () => this.isDisabled;

  setDisabled = isDisabled => {
    this.isDisabled = isDisabled;
  };

  setVisible = isVisible => {
    this.isVisible = isVisible;
  };

  setFocus = () => {
    this.isFocused = true;
  };
}

class Section {
  isVisible = true;

  constructor(name, controls) {
    this.name = name;
    this.controls = collection(controls);
  }

  getName = () => this.name;

  setVisible = isVisible => {
    this.isVisible = isVisible;
  };
}

/** A form of Dynamics, as far as the scripts look at one. What it was told stands in its public fields. */
export class Form {
  isDirty = false;
  saves = 0;
  refreshes = 0;
  ribbonRefreshes = 0;
  notices = new Map();
  noticesSet = 0;
  formType = 2;
  savingFails = null;
  refreshFails = null;
  #loadHandlers = [];

  /**
   * @param {object} given
   * @param {string} [given.id]
   * @param {Record<string, any>} [given.columns] Values by column; a column that is not here is not on the form.
   * @param {Record<string, string>} [given.levels] Required levels that are not "none".
   * @param {Record<string, Record<string, string[]>>} [given.tabs] Columns by section, by tab.
   */
  constructor({ id = "{0A1B2C3D-0000-4000-8000-00000000ABCD}", columns = {}, levels = {}, tabs = {} } = {}) {
    this.id = id;
    this.attributes = new Map(Object.entries(columns).map(([name, value]) => [name, new Attribute(this, name, value, levels[name] ?? "none")]));
    // A sub-grid has neither a value nor a switch.
    this.grid = { getName: () => "grid" };
    this.sections = new Map();
    const tabsOfForm = Object.values(tabs).map(sections => ({
      sections: collection(Object.entries(sections).map(([name, names]) => this.#section(name, names))),
    }));
    this.data = {
      entity: { getId: () => this.id, getIsDirty: () => this.isDirty, getPrimaryAttributeValue: () => "WL-202606-000001" },
      addOnLoad: handler => this.#loadHandlers.push(handler),
      save: () => this.#save(),
      refresh: isSaved => this.#refresh(isSaved),
    };
    this.ui = {
      tabs: collection(tabsOfForm),
      controls: collection([...[...this.attributes.values()].flatMap(attribute => attribute.list), this.grid]),
      getFormType: () => this.formType,
      refreshRibbon: () => this.ribbonRefreshes++,
      setFormNotification: (text, level, key) => this.#notify(text, level, key),
      clearFormNotification: key => this.notices.delete(key),
    };
  }

  get context() {
    return { getFormContext: () => this };
  }

  getAttribute = name => this.attributes.get(name) ?? null;

  getControl = name => this.attributes.get(name)?.list[0] ?? null;

  control(name) {
    return this.getControl(name);
  }

  change(name, value) {
    this.attributes.get(name).change(value);
  }

  /** As after a save or a refresh that has brought new data. */
  bring(columns = {}) {
    Object.entries(columns).forEach(([name, value]) => this.attributes.get(name).store(value));
    this.#loadHandlers.forEach(handler => handler());
  }

  #section(name, names) {
    const section = new Section(name, [...names.map(column => this.getControl(column)), this.grid]);
    this.sections.set(name, section);
    return section;
  }

  #notify(text, level, key) {
    this.noticesSet++;
    this.notices.set(key, { text, level });
    return true;
  }

  async #save() {
    this.saves++;
    if (this.savingFails) {
      throw this.savingFails;
    }

    this.isDirty = false;
  }

  async #refresh(isSaved) {
    this.refreshes++;
    this.saves += isSaved ? 1 : 0;
    if (this.refreshFails) {
      throw this.refreshFails;
    }

    this.bring();
  }
}

function collection(items) {
  return { forEach: act => items.forEach((item, index) => act(item, index)), get: name => items.find(item => item.getName() === name) ?? null };
}
