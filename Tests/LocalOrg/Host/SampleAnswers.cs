using CrmExtensions.Local.Replay;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Host;

/// <summary>What a rep writes about a deal lost to a competitor: first as it is usually reported, then as the customer told it.</summary>
internal sealed class SampleAnswers(LocalOrg org, Guid rep)
{
    public const string VagueScene = "価格面で他社に決定";

    // Of wl_momentstage and wl_momenttrigger (product.md 5.3).
    private const int Negotiation = 7;
    private const int InternalMeeting = 9;
    private const int Risk = 9;

    private const string Scene = "6/12の役員会で情報システム部長が「移行計画が見えない」と発言し、A社が示した90日の導入計画と並べて比べられ、その場でA社に傾いた";
    private const string Remark = "移行計画が見えない";
    private const string Contrast = "A社は90日の導入計画を示したが、当社は示せなかった";

    /// <summary>All that must be there at once, with the scene as usually reported; the rep blames the price.</summary>
    public IReadOnlyDictionary<string, object?> AsUsual(DateTime heardOn) => new Dictionary<string, object?>
    {
        [Interview.LossOutcome] = new OptionSetValue(Interview.LossOutcomeOption.LostToACompetitor),
        [Interview.Contest] = new OptionSetValue(Interview.ContestOption.LongShot),
        [Interview.SellerReasonId] = Reason("A2"),
        [Interview.SellerMomentStage] = Code(Negotiation),
        [Interview.HeardOn] = heardOn,
        [Interview.HeardChannel] = new OptionSetValue(Interview.HeardChannelOption.Online),
        [Interview.InterviewerId] = new EntityReference(SystemUser.Table, rep),
        [Interview.InterviewerType] = new OptionSetValue(Interview.InterviewerTypeOption.Seller),
        [Interview.RespondentId] = new EntityReference(Contact.Table, org.As(rep).Create(new Entity(Contact.Table) { [Contact.FullName] = "情報システム部 / IT department" })),
        [Interview.RespondentRole] = new OptionSetValue(Interview.RespondentRoleOption.Evaluator),
        [Interview.MomentStage] = Code(InternalMeeting),
        [Interview.MomentTrigger] = Code(Risk),
        [Interview.MomentNarrative] = VagueScene,
        [Interview.WhatWouldChange] = "価格",
        [Interview.Reapproach] = new OptionSetValue(Interview.ReapproachOption.Possible),
        [Interview.NoMarketingData] = true,
    };

    /// <summary>The scene, whose words it was, and what it was compared with.</summary>
    public static IReadOnlyDictionary<string, object?> AsHeard() => new Dictionary<string, object?>
    {
        [Interview.MomentNarrative] = Scene,
        [Interview.DecidingRemark] = Remark,
        [Interview.SpeakerSide] = new OptionSetValue(Interview.SpeakerSideOption.Customer),
        [Interview.SpeakerRole] = new OptionSetValue(Interview.SpeakerRoleOption.Evaluator),
        [Interview.Contrast] = Contrast,
        [Interview.WhatWouldChange] = "移行計画を最初の提案に入れる",
    };

    /// <summary>The reason the customer gave, which is another than the rep's.</summary>
    public Entity CustomersReason(Guid interview) => new(InterviewReason.Table)
    {
        [InterviewReason.InterviewId] = new EntityReference(Interview.Table, interview),
        [InterviewReason.ReasonId] = Reason("H1"),
        [InterviewReason.Perspective] = new OptionSetValue(InterviewReason.PerspectiveOption.Customer),
        [InterviewReason.Rank] = new OptionSetValue(InterviewReason.RankOption.Primary),
    };

    private static OptionSetValue Code(int number) => new(727_000_000 + number);

    private EntityReference Reason(string code)
    {
        var query = new QueryExpression(Tables.Reason.Table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(Tables.Reason.Code, ConditionOperator.Equal, code);
        return Existing.Rows(org.As(rep), query).Single().ToEntityReference();
    }
}
