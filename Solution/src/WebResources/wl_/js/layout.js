"use strict";

var WinLoss = WinLoss || {};

/** What of the interview's form is shown, recommended or locked. A part that a customised form lacks is passed over. */
WinLoss.Layout = (() => {
  const NOTICE = "winloss.lock";

  const WON = 727000000;
  const LOST = 727000001;
  const CLOSE_CONTEST = 727000001;
  const REMARK = 727000002;

  /** Sections that ask about one outcome only. @type {Record<string, number>} */
  const OUTCOME_OF = { sec_loss: LOST, sec_price: LOST, sec_proposeagain: LOST, sec_repeat: WON };

  const REMARK_COLUMNS = ["wl_decidingremark", "wl_speakerside", "wl_speakerrole"];

  /** @param {any} value */
  function isFilled(value) {
    return value !== null && value !== undefined && (typeof value !== "string" || value.trim() !== "") && (!Array.isArray(value) || value.length > 0);
  }

  /** @param {Xrm.Controls.Section} section */
  function holdsValue(section) {
    let holds = false;
    section.controls.forEach(control => {
      // Of sub-grids and the like there is no value to lose from sight.
      const attribute = /** @type {Partial<Xrm.Controls.StandardControl>} */ (control).getAttribute?.();
      holds = holds || isFilled(attribute?.getValue());
    });
    return holds;
  }

  /** What holds a value stays in sight, though it does not belong there. @param {Xrm.FormContext} form */
  function showSections(form) {
    const outcome = WinLoss.Interview.valueIn(form, "wl_outcome");
    form.ui.tabs.forEach(tab =>
      tab.sections.forEach(section => {
        const asksAbout = OUTCOME_OF[section.getName()];
        if (asksAbout !== undefined) {
          section.setVisible(outcome === null || outcome === asksAbout || holdsValue(section));
        }
      }),
    );
  }

  /** @param {Xrm.FormContext} form */
  function isCloseContest(form) {
    return WinLoss.Interview.valueIn(form, "wl_contest") === CLOSE_CONTEST;
  }

  /** @param {Xrm.FormContext} form */
  function showContestPattern(form) {
    const pattern = form.getAttribute("wl_contestpattern");
    const isShown = isCloseContest(form) || isFilled(pattern?.getValue());
    pattern?.controls.forEach(control => /** @type {Xrm.Controls.StandardControl} */ (control).setVisible(isShown));
  }

  /**
   * Never "required": that would keep a draft from being saved. The server asks when the interview is submitted.
   * @param {Xrm.FormContext} form
   * @param {string[]} columns
   * @param {boolean} isNeeded
   * @param {Set<string>} raised The columns that we have recommended; the level of others is somebody else's decision.
   */
  function recommend(form, columns, isNeeded, raised) {
    for (const column of columns) {
      const attribute = form.getAttribute(column);
      if (attribute && isNeeded && attribute.getRequiredLevel() === "none") {
        attribute.setRequiredLevel("recommended");
        raised.add(column);
      } else if (attribute && !isNeeded && raised.delete(column)) {
        attribute.setRequiredLevel("none");
      }
    }
  }

  /**
   * @param {Xrm.FormContext} form
   * @returns {string | null} Why the form is locked, and what to do; null where it is not.
   */
  function reasonOfLock(form) {
    const { Status, statusOf } = WinLoss.Interview;
    const { get } = WinLoss.Texts;
    switch (statusOf(form)) {
      case Status.Completed:
        return get("LockedCompleted", get("StatusCompleted"));
      case Status.CompletedWaived:
        return get("LockedCompleted", get("StatusCompletedWaived"));
      case Status.Superseded:
        return get("LockedSuperseded", get("StatusSuperseded"));
      case Status.OutOfScope:
        return get("LockedOutOfScope", get("StatusOutOfScope"));
      default:
        return null;
    }
  }

  /**
   * @param {Xrm.FormContext} form
   * @param {Set<Xrm.Controls.StandardControl>} closed The controls that we have disabled, and may enable again.
   */
  function lock(form, closed) {
    const reason = reasonOfLock(form);
    if (reason === null) {
      closed.forEach(control => control.setDisabled(false));
      closed.clear();
      form.ui.clearFormNotification(NOTICE);
      return;
    }

    form.ui.controls.forEach(any => {
      const control = /** @type {Xrm.Controls.StandardControl} */ (any);
      if (control.setDisabled && control.getDisabled && !control.getDisabled()) {
        control.setDisabled(true);
        closed.add(control);
      }
    });
    form.ui.setFormNotification(reason, "INFO", NOTICE);
  }

  /** Keeps the form's layout in step with its answers. @param {Xrm.FormContext} form */
  function follow(form) {
    /** @type {Set<string>} */
    const raised = new Set();
    /** @type {Set<Xrm.Controls.StandardControl>} */
    const closed = new Set();

    const followContest = () => {
      showContestPattern(form);
      recommend(form, ["wl_contestpattern"], isCloseContest(form), raised);
    };
    const followRemark = () => {
      const isRemark = WinLoss.Interview.valueIn(form, "wl_momenttrigger") === REMARK;
      recommend(form, REMARK_COLUMNS, isRemark || isFilled(WinLoss.Interview.valueIn(form, "wl_decidingremark")), raised);
    };
    const followAll = () => {
      showSections(form);
      followContest();
      followRemark();
      lock(form, closed);
    };

    form.getAttribute("wl_contest")?.addOnChange(followContest);
    form.getAttribute("wl_contestpattern")?.addOnChange(followContest);
    form.getAttribute("wl_momenttrigger")?.addOnChange(followRemark);
    form.getAttribute("wl_decidingremark")?.addOnChange(followRemark);
    form.data.addOnLoad(followAll);
    followAll();
  }

  return { follow };
})();
