using CrmExtensions.Local;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>"An exception thrown by your code at any synchronous stage within the database transaction causes the entire transaction to roll back" (PD/event-framework.md, "Event execution pipeline").</summary>
[TestClass]
public sealed class RollbackTests
{
    [TestMethod]
    public void Rows_made_changed_and_deleted_by_steps_are_as_before()
    {
        using var org = Some.Org();
        var (changed, deleted) = (org.System.Add(Contact.Table, (Contact.FullName, "kept")), org.System.Add(Contact.Table));
        org.On("Create", Account.Table, Some.PreOperation, call =>
        {
            call.Service.Add(Contact.Table);
            call.Service.Set(changed, (Contact.FullName, "lost"));
            call.Service.Remove(deleted);
        });
        Refuse(org, "Create", Account.Table);
        var before = Rows(org);

        Some.Refusal(() => org.System.Add(Account.Table));

        Assert.AreEqual(before, Rows(org));
        Assert.AreEqual("kept", org.System.Get<string>(changed, Contact.FullName));
    }

    [TestMethod]
    [DataRow("Update")]
    [DataRow("Delete")]
    [DataRow("Associate")]
    [DataRow("SetState")]
    public void The_message_itself_is_undone(string message)
    {
        using var org = Some.Org();
        var deal = org.System.Add(Opportunity.Table, (Opportunity.Name, "kept"));
        var rival = org.System.Add(Competitor.Table);
        Refuse(org, message, Opportunity.Table);

        Assert.AreEqual("no", Some.Refusal(() => Do(org.System, message, deal, rival)).Message);

        var row = org.System.Read(deal);
        Assert.AreEqual("kept", row[Opportunity.Name]);
        Assert.AreEqual(new OptionSetValue(Opportunity.StatusCodeOption.InProgress), row[Opportunity.StatusCode]);
        Assert.AreEqual(0, org.System.Count(OpportunityCompetitors.Table));
    }

    [TestMethod]
    public void Jobs_are_undone_too()
    {
        using var org = Some.Org();
        var runs = 0;
        org.Later("Create", Account.Table, _ => runs++);
        org.Later("Create", Contact.Table, _ => runs++);
        org.On("Create", Account.Table, Some.PreOperation, call => call.Service.Add(Contact.Table));
        Refuse(org, "Create", Account.Table);

        Some.Refusal(() => org.System.Add(Account.Table));
        org.RunJobs();

        Assert.AreEqual(0, org.PendingJobs);
        Assert.AreEqual(0, org.System.Count(AsyncOperation.Table));
        Assert.AreEqual(0, runs);
    }

    [TestMethod]
    public void Users_and_rights_given_in_it_are_undone_too()
    {
        using var org = Some.Org();
        var seller = org.AddUser("Seller");
        Guid? stranger = null;
        org.On("Create", Account.Table, Some.PreOperation, call =>
        {
            stranger = call.Service.Add(SystemUser.Table, (SystemUser.FullName, "Stranger"), (SystemUser.BusinessUnitId, Root)).Id;
            call.Service.Associate(SystemUser.Table, seller, new Relationship("systemuserroles_association"), [Salesperson(org)]);
            call.ServiceOf(seller).Fetch(Account.Table);
        });
        Refuse(org, "Create", Account.Table);

        Assert.AreEqual("no", Some.Refusal(() => org.System.Add(Account.Table)).Message);

        Assert.AreEqual(-2147220960, Some.Refusal(() => org.As(seller).Fetch(Account.Table)).ErrorCode);
        Assert.AreEqual(-2147220969, Some.Refusal(() => org.As(stranger!.Value).Fetch(Account.Table)).ErrorCode);
    }

    [TestMethod]
    public void The_next_request_finds_nothing_amiss()
    {
        using var org = Some.Org();
        var refuses = true;
        org.On("Create", Account.Table, Some.PostOperation, _ =>
        {
            if (refuses)
            {
                throw new InvalidPluginExecutionException("no");
            }
        });
        Some.Refusal(() => org.System.Create(new Entity(Account.Table, Some.Id(1))));

        refuses = false;
        org.System.Create(new Entity(Account.Table, Some.Id(1)));

        Assert.AreEqual(1, org.System.Count(Account.Table));
    }

    private static EntityReference Root { get; } = new(BusinessUnit.Table, Local.Security.WellKnown.RootBusinessUnit);

    private static EntityReference Salesperson(LocalOrg org) => new(Role.Table, org.Catalog.Roles.Single(role => role.Name == "Salesperson").Id);

    private static void Refuse(LocalOrg org, string message, string table) => org.On(
        message,
        table,
        Some.PostOperation,
        _ => throw new InvalidPluginExecutionException("no"));

    private static string Rows(LocalOrg org) => string.Join(' ', new[] { Account.Table, Contact.Table }.Select(table => $"{table}: {org.System.Count(table)}"));

    private static void Do(IOrganizationService service, string message, EntityReference deal, EntityReference rival)
    {
        switch (message)
        {
            case "Update":
                service.Set(deal, (Opportunity.Name, "lost"), (Opportunity.StatusCode, new OptionSetValue(Opportunity.StatusCodeOption.OnHold)));
                break;
            case "Delete":
                service.Remove(deal);
                break;
            case "Associate":
                service.Associate(Opportunity.Table, deal.Id, new Relationship("opportunitycompetitors_association"), [rival]);
                break;
            default:
                service.Execute(new OrganizationRequest("SetState")
                {
                    ["EntityMoniker"] = deal,
                    ["State"] = new OptionSetValue(Opportunity.StateCodeOption.Open),
                    ["Status"] = new OptionSetValue(Opportunity.StatusCodeOption.OnHold),
                });
                break;
        }
    }
}
