using System.Globalization;
using CrmExtensions.Calendar;
using CrmExtensions.Closing;
using CrmExtensions.Framework;
using CrmExtensions.Rollups;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Insights;

/// <summary>Between the snapshot of an interview and what its card tells of the deal.</summary>
internal static class CardSnapshot
{
    public static CardAttributes AttributesOf(Entity interview, ChoiceLabels labels, Named? competitor)
    {
        var code = interview.GetAttributeValue<int?>(Interview.IndustryCode);
        return new CardAttributes((Outcome)(Choices.Offset(interview.GetAttributeValue<OptionSetValue>(Interview.Outcome)) ?? 0))
        {
            When = Period.TryParse(interview.GetAttributeValue<string>(Interview.PeriodKey) ?? ""),
            Industry = code is { } industry ? new Named(industry.ToString(CultureInfo.InvariantCulture), interview.GetAttributeValue<string>(Interview.IndustryLabel) ?? "") : null,
            IndustryGroup = code is { } member ? IndustryGroups.Named(IndustryGroups.Of(member)) : null,
            BusinessUnit = interview.GetAttributeValue<EntityReference>(Interview.BusinessUnitIdAtClose) is { } unit ? new Named(unit.Id.ToString("D"), unit.Name ?? "") : null,
            Segment = labels.Of(interview, Interview.Segment),
            ProductLine = interview.GetAttributeValue<string>(Interview.ProductLine) is { } line ? new Named(line, line) : null,
            ValueBand = labels.Of(interview, Interview.ValueBand),
            Competitor = competitor,
        };
    }

    public static void Write(Entity card, CardAttributes told, int fiscalStartMonth)
    {
        card[Insight.Industry] = told.Industry?.Label;
        card[Insight.IndustryGroup] = told.IndustryGroup?.Label;
        card[Insight.BusinessUnit] = told.BusinessUnit?.Label;
        card[Insight.BusinessUnitKey] = told.BusinessUnit?.Value;
        card[Insight.Segment] = Choice(told.Segment);
        card[Insight.ProductLine] = told.ProductLine?.Label;
        card[Insight.ValueBand] = Choice(told.ValueBand);
        card[Insight.Competitor] = told.Competitor?.Label;
        if (told.When is { } when)
        {
            Write(card, when, fiscalStartMonth);
        }
    }

    private static void Write(Entity card, Period when, int fiscalStartMonth)
    {
        card[Insight.Period] = CardPeriod.LabelOf(when, fiscalStartMonth);
        card[Insight.Year] = Period.Holding(when.Start, Grain.Year, fiscalStartMonth).Start;
        card[Insight.Half] = Period.Holding(when.Start, Grain.Half, fiscalStartMonth).Start;
        if (when.Grain == Grain.Month)
        {
            card[Insight.Month] = when.Start;
            card[Insight.Quarter] = Period.Holding(when.Start, Grain.Quarter, fiscalStartMonth).Start;
        }
    }

    private static OptionSetValue? Choice(Named? value) => value is null ? null : Choices.Stored(int.Parse(value.Value, CultureInfo.InvariantCulture));
}
