using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Insights;

/// <summary>Every name that the rows around an interview know, so that none of them is left in a shared text.</summary>
internal static class NamesAround
{
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

    /// <summary>Up to three service calls: for whom the interview names, contacts and users, and for the customer's other contacts.</summary>
    public static KnownNames Interview(IOrganizationService org, Entity interview, Rivals rivals)
    {
        var account = interview.GetAttributeValue<EntityReference>(Tables.Interview.AccountId);
        var named = People.Select(interview.GetAttributeValue<EntityReference>).OfType<EntityReference>().ToList();
        return new KnownNames
        {
            Customers = [account?.Name ?? ""],
            People =
            [
                .. named.Select(person => new PersonName(person.Name)),
                new PersonName(interview.GetAttributeValue<string>(Tables.Interview.SpeakerName)),
                .. PersonTable.Contacts.Find(org, Contact.Id, Ids(named, Contact.Table)),
                .. PersonTable.Users.Find(org, SystemUser.Id, Ids(named, SystemUser.Table)),
                .. PersonTable.Contacts.Find(org, Contact.ParentCustomerId, account is null ? [] : [account.Id]),
            ],
            Competitors = rivals.Names,
            Deals = [interview.GetAttributeValue<EntityReference>(Tables.Interview.OpportunityId)?.Name ?? ""],
        };
    }

    private static HashSet<Guid> Ids(IEnumerable<EntityReference> people, string table) => [.. people.Where(person => person.LogicalName == table).Select(person => person.Id)];
}
