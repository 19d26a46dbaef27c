using System.Globalization;
using CrmExtensions.Framework;
using CrmExtensions.Rollups;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Insights;

/// <summary>The customers that a card could be about: deals that are closed, whether their own cards are shared or not.</summary>
internal static class Crowd
{
    private const string RivalAlias = "rival";

    /// <summary>The attributes, as coarse as it takes for k customers to share them; one query a rung, of at most k rows.</summary>
    public static CardAttributes Generalised(IOrganizationService org, CardAttributes card, Policy policy) =>
        Anonymity.Choose(card, policy.AnonymityK, policy.FiscalStartMonth, told => CustomersOf(org, told, policy.AnonymityK));

    // What is not told narrows nothing: the reader cannot tell left out from unknown.
    private static int CustomersOf(IOrganizationService org, CardAttributes told, int k)
    {
        var query = new QueryExpression(Interview.Table) { ColumnSet = new ColumnSet(Interview.AccountId), Distinct = true, TopCount = k };
        query.Criteria.AddCondition(Interview.IsCurrent, ConditionOperator.Equal, true);
        query.Criteria.AddCondition(Interview.AccountId, ConditionOperator.NotNull);
        query.Criteria.AddCondition(Interview.Outcome, ConditionOperator.Equal, Choices.Stored((int)told.Outcome).Value);
        Narrow(query, told);
        return org.RetrieveMultiple(query).Entities.Count;
    }

    private static void Narrow(QueryExpression query, CardAttributes told)
    {
        var filter = query.Criteria;
        if (told.When is { } when)
        {
            filter.AddCondition(Interview.PeriodKey, ConditionOperator.In, [.. when.Months.Select(month => month.Key)]);
        }

        Narrow(filter, Interview.BusinessUnitIdAtClose, told.BusinessUnit, value => Guid.Parse(value));
        Narrow(filter, Interview.Segment, told.Segment, Choice);
        Narrow(filter, Interview.ProductLine, told.ProductLine, value => value);
        Narrow(filter, Interview.ValueBand, told.ValueBand, Choice);
        Narrow(filter, Interview.IndustryCode, told.Industry, value => Number(value));
        if (told.Industry is null && told.IndustryGroup is { } group)
        {
            NarrowToGroup(filter, (IndustryGroup)Number(group.Value));
        }

        if (told.Competitor is { } rival)
        {
            var link = query.AddLink(InterviewCompetitor.Table, Interview.Id, InterviewCompetitor.InterviewId);
            link.EntityAlias = RivalAlias;
            link.LinkCriteria.AddCondition(InterviewCompetitor.CompetitorId, ConditionOperator.Equal, Guid.Parse(rival.Value));
        }
    }

    private static void Narrow(FilterExpression filter, string column, Named? value, Func<string, object> stored)
    {
        if (value is not null)
        {
            filter.AddCondition(column, ConditionOperator.Equal, stored(value.Value));
        }
    }

    // An industry of the organisation's own is in no group of ours: its deals are those in no other group.
    private static void NarrowToGroup(FilterExpression filter, IndustryGroup group)
    {
        if (group != IndustryGroup.Other)
        {
            filter.AddCondition(Interview.IndustryCode, ConditionOperator.In, [.. IndustryGroups.Members[group].Cast<object>()]);
            return;
        }

        filter.AddCondition(Interview.IndustryCode, ConditionOperator.NotIn, [.. IndustryGroups.Members.Values.SelectMany(codes => codes).Cast<object>()]);
    }

    private static object Choice(string value) => Choices.Stored(Number(value)).Value;

    private static int Number(string value) => int.Parse(value, CultureInfo.InvariantCulture);
}
