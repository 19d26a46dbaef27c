/** What the scripts ask of the browser's window: timers that stand still until they are told, and a session's storage. */
export class Page {
  #now = 0;
  #next = 1;
  #timers = new Map();
  #stored = new Map();

  sessionStorage = {
    getItem: key => this.#stored.get(key) ?? null,
    setItem: (key, value) => this.#stored.set(key, value),
  };

  setTimeout = (act, time) => {
    const id = this.#next++;
    this.#timers.set(id, { act, at: this.#now + time });
    return id;
  };

  clearTimeout = id => this.#timers.delete(id);

  /** Lets time pass, timer by timer, and what they have set off come to rest. */
  async pass(time) {
    const end = this.#now + time;
    await settle();
    for (let due = this.#dueBy(end); due; due = this.#dueBy(end)) {
      const [id, timer] = due;
      this.#timers.delete(id);
      this.#now = timer.at;
      timer.act();
      await settle();
    }

    this.#now = end;
    await settle();
  }

  #dueBy(end) {
    return [...this.#timers].filter(([, timer]) => timer.at <= end).sort(([, one], [, other]) => one.at - other.at)[0];
  }
}

/** Promises that can go on have gone on. */
export function settle() {
  return new Promise(resolve => setImmediate(resolve));
}
