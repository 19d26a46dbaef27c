using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Insights;

/// <summary>Every name that the rows around an interview know, so that none of them is left in a shared text.</summary>
internal static class NamesAround
{
    // Of one customer; who is not among them is still found before an honorific or behind a title.
    private const int MostContacts = 500;

    private static readonly string[] People =
    [
        Tables.Interview.ContactId,
        Tables.Interview.RespondentId,
        Tables.Interview.OwnerIdAtClose,
        Tables.Interview.OwnerId,
        Tables.Interview.ClosedById,
        Tables.Interview.InterviewerId,
        Tables.Interview.ReviewerId,
    ];

    /// <summary>One service call, for the customer's contacts.</summary>
    public static KnownNames Interview(IOrganizationService org, Entity interview, Rivals rivals)
    {
        var account = interview.GetAttributeValue<EntityReference>(Tables.Interview.AccountId);
        return new KnownNames
        {
            Customers = [account?.Name ?? ""],
            People =
            [
                .. People.Select(column => new PersonName(interview.GetAttributeValue<EntityReference>(column)?.Name)),
                new PersonName(interview.GetAttributeValue<string>(Tables.Interview.SpeakerName)),
                .. account is null ? [] : Contacts(org, account.Id),
            ],
            Competitors = rivals.Names,
            Deals = [interview.GetAttributeValue<EntityReference>(Tables.Interview.OpportunityId)?.Name ?? ""],
        };
    }

    private static IEnumerable<PersonName> Contacts(IOrganizationService org, Guid account)
    {
        var query = new QueryExpression(Contact.Table) { ColumnSet = new ColumnSet(Contact.FullName), TopCount = MostContacts };
        query.Criteria.AddCondition(Contact.ParentCustomerId, ConditionOperator.Equal, account);
        query.AddOrder(Contact.Id, OrderType.Ascending);
        return org.RetrieveMultiple(query).Entities.Select(row => new PersonName(row.GetAttributeValue<string>(Contact.FullName)));
    }
}
