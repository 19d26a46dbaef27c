using CrmExtensions.Framework;
using CrmExtensions.Rollups;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Insights;

/// <summary>The columns of an interview's card (product.md 5.4, wl_insight).</summary>
internal static class Card
{
    private const int LongestName = 300;
    private const int LongestWords = 2000;

    // What a card has in common with its interview, word for word: choices, which name nobody.
    private static readonly IReadOnlyDictionary<string, string> Copied = new Dictionary<string, string>
    {
        [Insight.MomentStage] = Interview.MomentStage,
        [Insight.MomentTrigger] = Interview.MomentTrigger,
        [Insight.SpeakerSide] = Interview.SpeakerSide,
        [Insight.SpeakerRole] = Interview.SpeakerRole,
        [Insight.HeardChannel] = Interview.HeardChannel,
        [Insight.Reproducibility] = Interview.Reproducibility,
        [Insight.EvidenceGrade] = Interview.EvidenceGrade,
        [Insight.SpecificityBand] = Interview.SpecificityBand,
    };

    /// <summary>The card as it is to be, beside the one that is stored.</summary>
    public static Entity Of(PluginRun run, SharedInterview shared, Entity? stored)
    {
        var labels = new ChoiceLabels(run.Org, Interview.Table);
        var card = new Entity(Insight.Table)
        {
            [Insight.InterviewKey] = shared.Key,
            [Insight.SourceVersion] = shared.Version,
            [Insight.Outcome] = shared.Row.GetAttributeValue<OptionSetValue>(Interview.Outcome),
        };
        foreach (var column in CardColumns.Told)
        {
            card[column] = null;
        }

        if (shared.Sharing == Sharing.Nothing)
        {
            Withdraw(card, shared, stored, labels);
        }
        else
        {
            Share(run, card, shared, labels);
            card[Insight.PublishedOn] = TellsTheSame(card, stored) ? stored![Insight.PublishedOn] : run.Now;
            card[Insight.StatusBefore] = null;
            card[Insight.CardStatus] = Choices.Stored((int)CardRules.StatusWhenShared(StatusBefore(stored), stored?.GetAttributeValue<string>(Insight.SoWhat)));
        }

        return card;
    }

    // A change of some setting goes over all cards, which does not make them news.
    private static bool TellsTheSame(Entity card, Entity? stored) =>
        stored is not null
        && stored.Contains(Insight.PublishedOn)
        && CardColumns.Told.All(column => ColumnValues.Same(stored.Contains(column) ? stored[column] : null, card[column]));

    private static void Withdraw(Entity card, SharedInterview shared, Entity? stored, ChoiceLabels labels)
    {
        card[Insight.Name] = Headline.Of(labels.Of(shared.Row, Interview.Outcome)?.Label ?? "", null, null, null);
        card[Insight.CardStatus] = Choices.Stored((int)CardStatus.Withdrawn);
        card[Insight.StatusBefore] = (int?)StatusBefore(stored);
        card[Insight.IsGeneralized] = false;
        if (SharingRules.IsForgotten(shared.Facts))
        {
            card[Insight.StatusBefore] = null;
            card[Insight.SoWhat] = null;
            card[Insight.InterpretedById] = null;
            card[Insight.InterpretedOn] = null;
        }
    }

    private static void Share(PluginRun run, Entity card, SharedInterview shared, ChoiceLabels labels)
    {
        var policy = PolicyRow.Read(run.Org);
        var rivals = Rivals.Read(run.Org, shared.Row.Id);
        var asked = CardSnapshot.AttributesOf(shared.Row, labels, policy.SharesCompetitors ? rivals.Told(shared.Row) : null);
        var told = Crowd.Generalised(run.Org, asked, policy);
        CardSnapshot.Write(card, told, policy.FiscalStartMonth);
        card[Insight.IsGeneralized] = told != asked;
        card[Insight.ReasonId] = CustomerReason.Primary(run.Org, shared.Row.Id);
        foreach (var column in Copied)
        {
            card[column.Key] = shared.Row.GetAttributeValue<OptionSetValue>(column.Value);
        }

        card[Insight.Name] = FreeText.Cut(
            Headline.Of(labels.Of(shared.Row, Interview.Outcome)?.Label ?? "", labels.Of(shared.Row, Interview.MomentStage)?.Label, labels.Of(shared.Row, Interview.MomentTrigger)?.Label, card.GetAttributeValue<string>(Insight.Period)),
            LongestName);
        if (shared.Sharing == Sharing.WithWords)
        {
            // What the card must not tell of the deal its words must not tell either.
            Words(run, card, shared.Row, rivals, hidesCompetitors: told.Competitor is null && asked.Competitor is not null, policy);
        }
    }

    private static void Words(PluginRun run, Entity card, Entity interview, Rivals rivals, bool hidesCompetitors, Policy policy)
    {
        var redaction = new Redaction(
            NamesAround.Interview(run.Org, interview, rivals),
            new RedactionOptions { ValueBands = policy.ValueBands, BaseCurrency = BaseCurrency.Code(run.Org), HidesCompetitors = hidesCompetitors || !policy.SharesCompetitors });
        card[Insight.Quote] = Redacted(redaction, interview, Interview.DecidingRemark);
        card[Insight.Before] = Redacted(redaction, interview, Interview.Before);
        card[Insight.After] = Redacted(redaction, interview, Interview.After);
    }

    private static string? Redacted(Redaction redaction, Entity interview, string column) =>
        interview.GetAttributeValue<string>(column) is { } text ? FreeText.Cut(redaction.Of(text), LongestWords) : null;

    // Whether the jobs between have seen it withdrawn or not, a card comes back as far as people had come with it.
    private static CardStatus? StatusBefore(Entity? stored)
    {
        var status = (CardStatus?)Choices.Offset(stored?.GetAttributeValue<OptionSetValue>(Insight.CardStatus));
        return status == CardStatus.Withdrawn ? (CardStatus?)stored!.GetAttributeValue<int?>(Insight.StatusBefore) : status;
    }
}
