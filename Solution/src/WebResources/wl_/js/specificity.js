"use strict";

var WinLoss = WinLoss || {};

/** The vagueness guard while the rep is still writing: score, band and the next question, as the server would judge. */
WinLoss.Specificity = (() => {
  const NOTICE = "winloss.specificity";
  const PAUSE = 700;

  const PREFIX = 727000000;
  const UNKNOWN_ROLE = 6;
  const HEARING_WAIVED = 4;
  const GRADES = "ABCD";
  const BANDS = /** @type {const} */ (["BandVague", "BandPartly", "BandSpecific"]);
  const VAGUE = 0;

  const WATCHED = [
    "wl_momentnarrative",
    "wl_decidingremark",
    "wl_contrast",
    "wl_whatwouldchange",
    "wl_momentstage",
    "wl_momenttrigger",
    "wl_respondentrole",
    "wl_speakerrole",
    "wl_momenton",
    "wl_momentmeetingid",
    "wl_hearingstatus",
    "wl_heardon",
    "wl_heardchannel",
  ];

  const ACTION = 0;
  const PRIMITIVE = 1;
  const TEXT = { typeName: "Edm.String", structuralProperty: PRIMITIVE };
  const NUMBER = { typeName: "Edm.Int32", structuralProperty: PRIMITIVE };
  const TIME = { typeName: "Edm.DateTimeOffset", structuralProperty: PRIMITIVE };

  /** The parameters of wl_ScoreText. @type {Record<keyof Facts, { typeName: string, structuralProperty: number }>} */
  const PARAMETERS = { Text: TEXT, Remark: TEXT, Contrast: TEXT, Grade: TEXT, Stage: NUMBER, Trigger: NUMBER, Role: NUMBER, MomentOn: TIME };

  /**
   * @typedef {object} Facts
   * @property {string} [Text]
   * @property {string} [Remark]
   * @property {string} [Contrast]
   * @property {string} [Grade]
   * @property {number} [Stage]
   * @property {number} [Trigger]
   * @property {number} [Role]
   * @property {Date} [MomentOn]
   */

  /** @typedef {{ Score: number, Band: number, Questions: string | null }} Verdict */

  /**
   * @param {Xrm.FormContext} form
   * @param {string} column
   * @returns {string | undefined}
   */
  function textIn(form, column) {
    const text = WinLoss.Interview.valueIn(form, column);
    return typeof text === "string" && text.trim() !== "" ? text : undefined;
  }

  /**
   * The number that the product gives a choice, without the publisher's prefix.
   * @param {Xrm.FormContext} form
   * @param {string} column
   * @returns {number | undefined}
   */
  function choiceIn(form, column) {
    const value = WinLoss.Interview.valueIn(form, column);
    return typeof value === "number" ? value - PREFIX : undefined;
  }

  /**
   * Either text earns the points, so the one that can.
   * @param {Xrm.FormContext} form
   */
  function contrastIn(form) {
    const contrast = textIn(form, "wl_contrast");
    const change = textIn(form, "wl_whatwouldchange");
    return (contrast?.length ?? 0) >= (change?.length ?? 0) ? contrast : change;
  }

  /**
   * wl_ScoreText takes the roles of a customer and asks only whether one is known; who spoke for us is known too.
   * @param {Xrm.FormContext} form
   */
  function roleIn(form) {
    const known = [choiceIn(form, "wl_respondentrole"), choiceIn(form, "wl_speakerrole")].find(role => role !== undefined && role !== UNKNOWN_ROLE);
    return known !== undefined && known > UNKNOWN_ROLE ? 0 : known;
  }

  /**
   * wl_ScoreText asks only whether a day is known, and a meeting has one.
   * @param {Xrm.FormContext} form
   * @returns {Date | undefined}
   */
  function dayIn(form) {
    const meeting = WinLoss.Interview.valueIn(form, "wl_momentmeetingid");
    return WinLoss.Interview.valueIn(form, "wl_momenton") ?? (meeting?.length ? new Date(0) : undefined);
  }

  /** Where the hearing is waived another text is judged, by other limits. @param {Xrm.FormContext} form */
  function isWaived(form) {
    const isHeard = WinLoss.Interview.valueIn(form, "wl_heardon") !== null && WinLoss.Interview.valueIn(form, "wl_heardchannel") !== null;
    return !isHeard && choiceIn(form, "wl_hearingstatus") === HEARING_WAIVED;
  }

  /**
   * @param {Xrm.FormContext} form
   * @returns {Facts | null} Null where there is nothing to judge.
   */
  function factsOf(form) {
    if (WinLoss.Interview.isLocked(form) || isWaived(form)) {
      return null;
    }

    /** @type {Facts} */
    const told = {
      Text: textIn(form, "wl_momentnarrative"),
      Remark: textIn(form, "wl_decidingremark"),
      Contrast: contrastIn(form),
      Stage: choiceIn(form, "wl_momentstage"),
      Trigger: choiceIn(form, "wl_momenttrigger"),
    };
    // An empty form is no vague one.
    if (Object.values(told).every(value => value === undefined)) {
      return null;
    }

    const grade = choiceIn(form, "wl_evidencegrade");
    return { ...told, Role: roleIn(form), MomentOn: dayIn(form), Grade: grade === undefined ? undefined : GRADES[grade] };
  }

  /** What is not known is not sent at all. @param {Facts} facts */
  function requestOf(facts) {
    const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
    const parameterTypes = Object.fromEntries(Object.keys(known).map(name => [name, PARAMETERS[/** @type {keyof Facts} */ (name)]]));
    const getMetadata = () => ({ boundParameter: null, operationType: ACTION, operationName: "wl_ScoreText", parameterTypes });
    return { ...known, getMetadata };
  }

  /**
   * @param {Facts} facts
   * @returns {Promise<Verdict>}
   */
  async function judge(facts) {
    const response = await Xrm.WebApi.online.execute(requestOf(facts));
    return response.json();
  }

  /**
   * The words alone say how good it is; the colour of the level only repeats them.
   * @param {Verdict} verdict
   * @returns {[string, Xrm.FormNotificationLevel]}
   */
  function noticeOf({ Score, Band, Questions }) {
    const { get } = WinLoss.Texts;
    const [question] = (Questions ?? "").split("\n");
    const key = !question ? "SpecificityComplete" : Band === VAGUE ? "SpecificityTooVague" : "SpecificityNext";
    return [get(key, get(BANDS[Band]), Score, question), Band === VAGUE ? "WARNING" : "INFO"];
  }

  /** Keeps the notification in step with what is written. @param {Xrm.FormContext} form */
  function follow(form) {
    /** @type {number | undefined} */
    let timer;
    let turn = 0;
    let asked = "null";
    let shown = "";
    let hasWarned = false;

    /**
     * @param {string} text
     * @param {Xrm.FormNotificationLevel} level
     */
    const show = (text, level) => {
      if (text !== shown) {
        form.ui.setFormNotification(text, level, NOTICE);
        shown = text;
      }
    };
    const clear = () => {
      form.ui.clearFormNotification(NOTICE);
      shown = "";
    };
    // One warning, and no score that belongs to an older text.
    const doubt = () => {
      const warning = WinLoss.Texts.get("SpecificityUnavailable");
      asked = "";
      if (!hasWarned) {
        show(warning, "WARNING");
      } else if (shown !== warning) {
        clear();
      }

      hasWarned = true;
    };

    const ask = async () => {
      const facts = factsOf(form);
      const question = JSON.stringify(facts);
      if (question === asked) {
        return;
      }

      asked = question;
      const mine = ++turn;
      if (facts === null) {
        clear();
        return;
      }

      try {
        const verdict = await judge(facts);
        // An answer that was overtaken is about a text that is no longer there.
        if (mine === turn) {
          show(...noticeOf(verdict));
        }
      } catch {
        if (mine === turn) {
          doubt();
        }
      }
    };

    const wait = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        // By then the form may be gone, which is nobody's trouble.
        ask().catch(() => {});
      }, PAUSE);
    };

    WATCHED.forEach(column => form.getAttribute(column)?.addOnChange(wait));
    form.data.addOnLoad(wait);
    wait();
  }

  return { follow };
})();
