"use strict";

var WinLoss = WinLoss || {};

/** The opportunity: whoever has closed a deal is offered the 90-second reflection. Never in the way, never an error. */
WinLoss.Opportunity = (() => {
  const INTERVIEW = "wl_interview";
  const PANE = "winloss.reflection";
  const NOTICE = "winloss.reflection";
  const WIDTH = 420;

  const OPEN = 0;
  const NOT_STARTED = 1;
  const FORM_OF_OPEN_ROW = [1, 2];
  const BAR = 2;
  const INFORMATION = 4;

  /** A new interview reaches its owner some seconds after the close, by a job of the server. */
  const LOOK_AGAIN_AFTER = [2000, 5000, 10000, 20000, 40000];

  /** @type {Set<string>} */
  const offered = new Set();

  /** @typedef {{ wl_interviewid: string, wl_name: string }} Interview */

  /** @param {string} id */
  function plainId(id) {
    return id.replace(/[{}]/g, "").toLowerCase();
  }

  /** @param {Xrm.FormContext} form */
  function idOf(form) {
    return plainId(form.data.entity.getId());
  }

  /** A form without the state tells by being editable: that of a closed deal is not. @param {Xrm.FormContext} form */
  function isOpen(form) {
    const state = form.getAttribute("statecode");
    return state ? state.getValue() === OPEN : FORM_OF_OPEN_ROW.includes(form.ui.getFormType());
  }

  /**
   * The user's own interview of the deal that nobody has begun. Read as the user: who may not read it finds none.
   * @param {string} opportunity
   * @returns {Promise<Interview | undefined>}
   */
  async function find(opportunity) {
    const user = plainId(Xrm.Utility.getGlobalContext().userSettings.userId);
    const filter = `_wl_opportunityid_value eq ${opportunity} and wl_iscurrent eq true and statuscode eq ${NOT_STARTED} and _ownerid_value eq ${user}`;
    const found = await Xrm.WebApi.retrieveMultipleRecords(INTERVIEW, `?$select=wl_name&$filter=${filter}&$top=1`);
    return found.entities[0];
  }

  /** @param {string} id */
  function wasOffered(id) {
    try {
      return offered.has(id) || window.sessionStorage.getItem(`winloss.offered.${id}`) !== null;
    } catch {
      // A browser may keep no storage; then this page's memory has to do.
      return false;
    }
  }

  /** @param {string} id */
  function remember(id) {
    offered.add(id);
    try {
      window.sessionStorage.setItem(`winloss.offered.${id}`, "1");
    } catch {
      // As above.
    }
  }

  /** @param {Interview} interview */
  async function openPane(interview) {
    const panes = Xrm.App.sidePanes;
    const old = panes.getPane(PANE);
    const pane = old ?? (await panes.createPane({ paneId: PANE, title: WinLoss.Texts.get("ReflectionTitle"), canClose: true, width: WIDTH }));
    try {
      await pane.navigate({ pageType: "entityrecord", entityName: INTERVIEW, entityId: interview.wl_interviewid });
      old?.select();
    } catch (fault) {
      // An empty pane offers nothing.
      pane.close();
      throw fault;
    }
  }

  /** @param {Interview} interview */
  async function openBar(interview) {
    const open = async () => {
      await Xrm.Navigation.openForm({ entityName: INTERVIEW, entityId: interview.wl_interviewid });
      await Xrm.App.clearGlobalNotification(bar);
    };
    const bar = await Xrm.App.addGlobalNotification({
      type: BAR,
      level: INFORMATION,
      message: WinLoss.Texts.get("ReflectionOffer", interview.wl_name),
      showCloseButton: true,
      action: { actionLabel: WinLoss.Texts.get("ReflectionOpen"), eventHandler: () => quietly(open) },
    });
  }

  /**
   * The best that this client can do: a side pane, a bar with a button, a line of text.
   * @param {Xrm.FormContext} form
   * @param {Interview} interview
   */
  async function show(form, interview) {
    try {
      await openPane(interview);
    } catch {
      try {
        await openBar(interview);
      } catch {
        form.ui.setFormNotification(WinLoss.Texts.get("ReflectionWhere", interview.wl_name), "INFO", NOTICE);
      }
    }
  }

  /** @param {number} time */
  function pause(time) {
    return new Promise(resolve => {
      window.setTimeout(resolve, time);
    });
  }

  /**
   * @param {Xrm.FormContext} form
   * @param {number[]} waits How long to wait before each further look.
   */
  async function offer(form, waits) {
    const opportunity = idOf(form);
    let interview = await find(opportunity);
    for (const wait of waits) {
      if (interview) {
        break;
      }

      await pause(wait);
      if (isOpen(form) || idOf(form) !== opportunity) {
        return;
      }

      interview = await find(opportunity);
    }

    if (interview && idOf(form) === opportunity && !wasOffered(interview.wl_interviewid)) {
      remember(interview.wl_interviewid);
      await show(form, interview);
    }
  }

  /**
   * An offer that cannot be made is not made: the notification of the server leads to the interview all the same.
   * @param {() => Promise<void>} act
   */
  async function quietly(act) {
    try {
      await act();
    } catch {
      // No right to read, no connection, a form that is gone.
    }
  }

  /**
   * The only handler that the form registers.
   * @param {Xrm.Events.EventContext} executionContext
   */
  function onLoad(executionContext) {
    // Not returned: the platform would wait for the promise of a handler, and the form with it.
    quietly(async () => {
      const form = executionContext.getFormContext();
      let wasOpen = isOpen(form);
      form.data.addOnLoad(() => {
        const isClosedNow = !isOpen(form);
        const waits = wasOpen ? LOOK_AGAIN_AFTER : [];
        wasOpen = !isClosedNow;
        if (isClosedNow) {
          quietly(() => offer(form, waits));
        }
      });
      if (!wasOpen) {
        await offer(form, []);
      }
    });
  }

  return { onLoad };
})();
