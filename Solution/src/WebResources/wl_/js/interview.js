"use strict";

var WinLoss = WinLoss || {};

/** The interview: its form's start, and the commands of its command bar. The server judges; these functions only ask it. */
WinLoss.Interview = (() => {
  const TABLE = "wl_interview";
  const NOTICE = "winloss.command";

  /** Stored values of statuscode (product: the platform's own defaults, and the publisher's prefix). */
  const Status = Object.freeze({
    NotStarted: 1,
    InProgress: 727000002,
    Scheduled: 727000003,
    Submitted: 727000004,
    Returned: 727000005,
    Completed: 2,
    CompletedWaived: 727000007,
    Superseded: 727000008,
    OutOfScope: 727000009,
  });

  /** @type {readonly number[]} */
  const LOCKED = [Status.Completed, Status.CompletedWaived, Status.Superseded, Status.OutOfScope];
  /** @type {readonly number[]} */
  const OWNERS_TURN = [Status.NotStarted, Status.InProgress, Status.Scheduled, Status.Returned];
  /** @type {readonly number[]} */
  const DONE = [Status.Completed, Status.CompletedWaived];

  const State = Object.freeze({ Active: 0, Inactive: 1 });
  const EDITABLE = 2;

  /** Interviews at which a command is at work. @type {Set<string>} */
  const atWork = new Set();

  /**
   * @param {Xrm.FormContext} form
   * @param {string} column
   * @returns {any} Null too where the form does without the column.
   */
  function valueIn(form, column) {
    return form?.getAttribute?.(column)?.getValue() ?? null;
  }

  /**
   * Where the interview stands; null where the form does not say.
   * @param {Xrm.FormContext} form
   * @returns {number | null}
   */
  function statusOf(form) {
    return valueIn(form, "statuscode");
  }

  /** @param {Xrm.FormContext} form */
  function isLocked(form) {
    return isIn(form, LOCKED);
  }

  /**
   * @param {Xrm.FormContext} form
   * @param {readonly number[]} statuses
   */
  function isIn(form, statuses) {
    const status = statusOf(form);
    return status !== null && statuses.includes(status);
  }

  /**
   * Whether the user owns it; null where a team does, or the form does not say.
   * @param {Xrm.FormContext} form
   */
  function isMine(form) {
    const owner = valueIn(form, "ownerid")?.[0];
    return owner?.entityType === "systemuser" ? plainId(owner.id) === plainId(Xrm.Utility.getGlobalContext().userSettings.userId) : null;
  }

  /** @param {string} id */
  function plainId(id) {
    return id.replace(/[{}]/g, "").toLowerCase();
  }

  /** @param {Xrm.FormContext} form */
  function idOf(form) {
    return plainId(form.data.entity.getId());
  }

  /** @param {Xrm.FormContext} form */
  function canSubmit(form) {
    return isIn(form, OWNERS_TURN) && isMine(form) !== false;
  }

  /** Nobody completes an interview of his own. @param {Xrm.FormContext} form */
  function canApprove(form) {
    return isIn(form, [Status.Submitted]) && isMine(form) !== true;
  }

  /** @param {Xrm.FormContext} form */
  function canSendBack(form) {
    return isIn(form, [Status.Submitted]);
  }

  /** A customer who was heard needs no waiver. @param {Xrm.FormContext} form */
  function canAskForWaiver(form) {
    const isHeard = valueIn(form, "wl_heardon") !== null && valueIn(form, "wl_heardchannel") !== null;
    return isIn(form, OWNERS_TURN) && !isHeard;
  }

  /** @param {Xrm.FormContext} form */
  function canReopen(form) {
    return isIn(form, DONE);
  }

  /**
   * What the server said, as it said it.
   * @param {any} fault
   * @returns {string}
   */
  function wordsOf(fault) {
    return fault?.message || WinLoss.Texts.get("NoReason");
  }

  /**
   * The server lists what is missing one question a line, so the dialog grows with the lines.
   * @param {string} title
   * @param {any} fault
   */
  function showRefusal(title, fault) {
    const text = wordsOf(fault);
    const height = Math.min(200 + 30 * text.split("\n").length, 600);
    return Xrm.Navigation.openAlertDialog({ title, text, confirmButtonLabel: WinLoss.Texts.get("BackToForm") }, { width: 600, height });
  }

  /**
   * @param {Xrm.FormContext} form
   * @returns whether all of the form is on the server
   */
  async function save(form) {
    if (!form.data.entity.getIsDirty()) {
      return true;
    }

    try {
      await form.data.save();
      return true;
    } catch (fault) {
      // The platform opens a dialog of its own here, so there must not be a second one.
      form.ui.setFormNotification(WinLoss.Texts.get("NotSaved", wordsOf(fault)), "ERROR", NOTICE);
      return false;
    }
  }

  /**
   * One command at a time, with the form saved before.
   * @param {Xrm.FormContext} form
   * @param {string} refused The title where the server refuses.
   * @param {() => PromiseLike<string | null>} act Does it, and says what was done; null where the user thought better of it.
   */
  async function run(form, refused, act) {
    const id = idOf(form);
    if (atWork.has(id)) {
      return;
    }

    atWork.add(id);
    try {
      form.ui.clearFormNotification(NOTICE);
      if (await save(form)) {
        await finish(form, await act());
      }
    } catch (fault) {
      await showRefusal(refused, fault);
    } finally {
      atWork.delete(id);
    }
  }

  /**
   * @param {Xrm.FormContext} form
   * @param {string | null} done
   */
  async function finish(form, done) {
    if (done === null) {
      return;
    }

    try {
      await form.data.refresh(false);
    } catch {
      // The server has done it all the same; the form catches up when it is next opened.
    }

    form.ui.refreshRibbon();
    form.ui.setFormNotification(done, "INFO", NOTICE);
  }

  /**
   * Not through the form: that of an inactive row is read-only, and what is refused must not stay on it as a change.
   * @param {Xrm.FormContext} form
   * @param {number} status
   */
  async function moveTo(form, status) {
    Xrm.Utility.showProgressIndicator(WinLoss.Texts.get("Working"));
    try {
      const statecode = LOCKED.includes(status) ? State.Inactive : State.Active;
      await Xrm.WebApi.updateRecord(TABLE, idOf(form), { statecode, statuscode: status });
    } finally {
      Xrm.Utility.closeProgressIndicator();
    }
  }

  /**
   * @param {string} title
   * @param {string} text
   * @param {string} confirmButtonLabel
   */
  async function isConfirmed(title, text, confirmButtonLabel) {
    const answer = await Xrm.Navigation.openConfirmDialog({ title, text, confirmButtonLabel, cancelButtonLabel: WinLoss.Texts.get("Cancel") });
    return answer.confirmed;
  }

  /** @param {Xrm.FormContext} form */
  function submit(form) {
    return run(form, WinLoss.Texts.get("SubmitRefused"), async () => {
      await moveTo(form, Status.Submitted);
      return WinLoss.Texts.get("SubmitDone");
    });
  }

  /** @param {Xrm.FormContext} form */
  function approve(form) {
    return run(form, WinLoss.Texts.get("ApproveRefused"), async () => {
      // Asked of the server, since a form may do without the two columns.
      const row = await Xrm.WebApi.retrieveRecord(TABLE, idOf(form), "?$select=wl_heardon,wl_heardchannel");
      const isHeard = (row.wl_heardon ?? null) !== null && (row.wl_heardchannel ?? null) !== null;
      await moveTo(form, isHeard ? Status.Completed : Status.CompletedWaived);
      return WinLoss.Texts.get("ApproveDone", WinLoss.Texts.get(isHeard ? "StatusCompleted" : "StatusCompletedWaived"));
    });
  }

  /** Sends it back with the one question that stands in the review note. @param {Xrm.FormContext} form */
  function sendBack(form) {
    return run(form, WinLoss.Texts.get("SendBackRefused"), async () => {
      const note = form.getAttribute("wl_reviewnote");
      const question = String(note?.getValue() ?? "").trim();
      if (note && question === "") {
        askForNote(form);
        return null;
      }

      if (note && !(await isConfirmed(WinLoss.Texts.get("SendBackTitle"), question, WinLoss.Texts.get("SendBackConfirm")))) {
        return null;
      }

      await moveTo(form, Status.Returned);
      return WinLoss.Texts.get("SendBackDone");
    });
  }

  /** @param {Xrm.FormContext} form */
  function askForNote(form) {
    const text = WinLoss.Texts.get("ReviewNoteNeeded", WinLoss.Texts.get("ReviewNote"));
    form.ui.setFormNotification(text, "WARNING", NOTICE);
    /** @type {Xrm.Controls.StandardControl | null} */
    const control = form.getControl("wl_reviewnote");
    control?.setFocus();
  }

  /** @param {Xrm.FormContext} form */
  async function askForWaiver(form) {
    form.ui.clearFormNotification(NOTICE);
    if (!(await save(form))) {
      return;
    }

    try {
      // Does not count as being at work: a quick create form that is put aside may never answer.
      const interview = { entityType: TABLE, id: idOf(form), name: form.data.entity.getPrimaryAttributeValue() };
      const answer = await Xrm.Navigation.openForm(
        { entityName: "wl_waiver", useQuickCreateForm: true, createFromEntity: interview },
        { wl_interviewid: interview.id, wl_interviewidname: interview.name },
      );
      await finish(form, answer?.savedEntityReference?.length ? WinLoss.Texts.get("WaiverDone") : null);
    } catch (fault) {
      await showRefusal(WinLoss.Texts.get("WaiverRefused"), fault);
    }
  }

  /** @param {Xrm.FormContext} form */
  async function reopenForCorrection(form) {
    let isReopened = false;
    await run(form, WinLoss.Texts.get("ReopenRefused"), async () => {
      const { get } = WinLoss.Texts;
      if (!(await isConfirmed(get("ReopenTitle"), get("ReopenText", get("ReviewNote")), get("ReopenConfirm")))) {
        return null;
      }

      await moveTo(form, Status.Returned);
      isReopened = true;
      return get("ReopenDone", get("ReviewNote"));
    });
    // A form that was opened on an inactive row stays read-only when only its data is read again.
    if (isReopened && form.ui.getFormType() !== EDITABLE) {
      await Xrm.Navigation.openForm({ entityName: TABLE, entityId: idOf(form) });
    }
  }

  /**
   * The only handler that the form registers.
   * @param {Xrm.Events.EventContext} executionContext
   */
  function onLoad(executionContext) {
    const form = executionContext.getFormContext();
    for (const follow of [() => WinLoss.Layout.follow(form), () => WinLoss.Specificity.follow(form)]) {
      try {
        follow();
      } catch {
        // A form that somebody has changed must open all the same: the server holds to the rules without these.
      }
    }
  }

  return {
    Status,
    statusOf,
    isLocked,
    valueIn,
    onLoad,
    submit,
    approve,
    sendBack,
    askForWaiver,
    reopenForCorrection,
    canSubmit,
    canApprove,
    canSendBack,
    canAskForWaiver,
    canReopen,
  };
})();
