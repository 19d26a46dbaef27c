"use strict";

var WinLoss = WinLoss || {};

/** The texts of the form scripts, in the language of whoever is at the keyboard. */
WinLoss.Texts = (() => {
  const RESOURCE = "wl_/strings/winloss";
  const JAPANESE = 1041;

  /**
   * English and Japanese, for where the platform gives no resource. A test holds them together with both RESX files.
   * @satisfies {Record<string, readonly [string, string]>}
   */
  const fallback = /** @type {const} */ ({
    StatusCompleted: ["Completed", "完了"],
    StatusCompletedWaived: ["Completed, hearing waived", "完了（ヒアリング免除）"],
    StatusSuperseded: ["Superseded", "取消（再オープン）"],
    StatusOutOfScope: ["Out of scope", "対象外"],

    BandVague: ["Vague", "曖昧"],
    BandPartly: ["Partly specific", "一部具体"],
    BandSpecific: ["Specific", "具体"],
    SpecificityTooVague: [
      "Specificity: {0} ({1} of 100), too vague to be submitted. Next question: {2}",
      "具体度：{0}（100 点中 {1} 点）。このままでは提出できません。次に聞くこと：{2}",
    ],
    SpecificityNext: ["Specificity: {0} ({1} of 100). Next question: {2}", "具体度：{0}（100 点中 {1} 点）。次に聞くこと：{2}"],
    SpecificityComplete: ["Specificity: {0} ({1} of 100). No question is left.", "具体度：{0}（100 点中 {1} 点）。足りないものはありません。"],
    SpecificityUnavailable: [
      "Warning: the specificity cannot be shown at the moment. You can go on typing and save as usual.",
      "注意：具体度を今は表示できません。入力と保存はいつもどおりできます。",
    ],

    LockedCompleted: [
      "This interview is locked because it is “{0}”. To correct it, ask a manager to choose “Reopen for correction”: it then comes back to its owner.",
      "このヒアリングは「{0}」のためロックされています。訂正するには、営業マネージャーに「訂正のため戻す」を選んでもらってください。担当者に戻り、入力できるようになります。",
    ],
    LockedSuperseded: [
      "This interview is locked because it is “{0}”: its opportunity was reopened or closed anew. Fill in the current interview of that opportunity instead.",
      "このヒアリングは「{0}」のためロックされています。営業案件が再オープンされたか、もう一度クローズされました。その営業案件の最新のヒアリングに記入してください。",
    ],
    LockedOutOfScope: [
      "This interview is locked because it is “{0}”. No hearing is needed, and there is nothing to fill in.",
      "このヒアリングは「{0}」のためロックされています。ヒアリングは不要で、記入することはありません。",
    ],

    Working: ["One moment…", "処理しています…"],
    BackToForm: ["Back to the form", "フォームに戻る"],
    Cancel: ["Cancel", "キャンセル"],
    NoReason: [
      "The server gave no reason. Nothing you typed is lost; please try again.",
      "サーバーから理由が返りませんでした。入力した内容は残っています。もう一度お試しください。",
    ],
    NotSaved: [
      "Error: not saved, so nothing else was done. What you typed is still on the form. {0}",
      "エラー：保存できなかったため、ほかの処理はしていません。入力した内容はフォームに残っています。{0}",
    ],

    SubmitRefused: ["Not submitted yet", "まだ提出されていません"],
    SubmitDone: ["Submitted. A manager reviews it next.", "提出しました。次は営業マネージャーが確認します。"],
    ApproveRefused: ["Not approved", "承認されていません"],
    ApproveDone: ["Approved: “{0}”.", "承認しました：「{0}」。"],
    SendBackRefused: ["Not sent back", "差し戻されていません"],
    SendBackDone: ["Sent back to the owner with your question.", "質問を添えて担当者に差し戻しました。"],
    SendBackTitle: ["Send back with this question?", "この質問を添えて差し戻しますか"],
    SendBackConfirm: ["Send back", "差し戻す"],
    ReviewNote: ["Review note", "確認コメント"],
    ReviewNoteNeeded: [
      "To send it back, write under “{0}” the one question that the owner should answer, then choose “Send back” again.",
      "差し戻すには、担当者に答えてほしい質問を一つ「{0}」に書いてから、もう一度「差し戻し」を選んでください。",
    ],
    WaiverRefused: ["The waiver could not be asked for", "免除を申請できませんでした"],
    WaiverDone: [
      "The waiver was asked for. A second person decides; the reflection is due all the same.",
      "免除を申請しました。別の人が承認または却下します。振り返りの記入は必要です。",
    ],
    ReopenRefused: ["Not reopened", "訂正のために戻されていません"],
    ReopenDone: [
      "Reopened for correction. Write under “{0}” what should be corrected, and save.",
      "訂正のため戻しました。訂正してほしいことを「{0}」に書いて保存してください。",
    ],
    ReopenTitle: ["Reopen for correction?", "訂正のため戻しますか"],
    ReopenText: [
      "The owner can change the interview again. Its card is withdrawn until it is completed once more, and the return is counted. Afterwards, write under “{0}” what should be corrected.",
      "担当者がヒアリングを変更できるようになります。もう一度完了するまでカードは取り下げられ、差し戻しとして数えられます。そのあと「{0}」に、訂正してほしいことを書いてください。",
    ],
    ReopenConfirm: ["Reopen", "戻す"],

    ReflectionTitle: ["90-second reflection", "振り返り 90秒"],
    ReflectionOffer: [
      "This deal is closed. Note down in 90 seconds how it was decided, while you remember ({0}).",
      "クローズしました。記憶が新しいうちに、どう決まったかを 90 秒で記入しましょう（{0}）。",
    ],
    ReflectionOpen: ["Open the reflection", "振り返りを開く"],
    ReflectionWhere: [
      "This deal is closed. Note down in 90 seconds how it was decided, while you remember: interview {0} of this opportunity.",
      "クローズしました。記憶が新しいうちに、どう決まったかを 90 秒で記入しましょう：この営業案件のヒアリング {0}。",
    ],
  });

  /** @param {string} key */
  function resource(key) {
    try {
      return Xrm.Utility.getResourceString(RESOURCE, key);
    } catch {
      // Before the resources have arrived some clients throw.
      return "";
    }
  }

  function isJapanese() {
    return Xrm.Utility.getGlobalContext().userSettings.languageId === JAPANESE;
  }

  /**
   * The text with its places {0}, {1} filled.
   * @param {keyof typeof fallback} key
   * @param {...(string | number)} places
   */
  function get(key, ...places) {
    const text = resource(key) || fallback[key][isJapanese() ? 1 : 0];
    return text.replace(/\{(\d)\}/g, (place, index) => String(places[Number(index)] ?? place));
  }

  return { get, fallback };
})();
