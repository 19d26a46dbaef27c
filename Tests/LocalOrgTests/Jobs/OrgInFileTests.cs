using CrmExtensions.Local;
using CrmExtensions.Local.Faults;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>An org in a file goes on where it was interrupted; here with the solution's own jobs, which are there again at once.</summary>
[TestClass]
public sealed class OrgInFileTests
{
    [TestMethod]
    public void Jobs_that_had_not_run_are_taken_up()
    {
        using var file = new TempFile();
        int waiting;
        using (var first = LocalOrg.InFile(file.Path, Some.Options))
        {
            Close(first);
            waiting = first.PendingJobs;
            Assert.IsGreaterThan(0, waiting);
        }

        using var second = LocalOrg.InFile(file.Path, Some.Options);
        Assert.AreEqual(waiting, second.PendingJobs);
        second.RunJobs();

        using var uninterrupted = LocalOrg.FromSolution(Some.Options);
        Close(uninterrupted);
        uninterrupted.RunJobs();
        Assert.AreEqual(RowsOf(uninterrupted), RowsOf(second));
        Assert.IsEmpty(second.FailedJobs);
        Assert.AreEqual(0, second.System.Count(AsyncOperation.Table));
    }

    [TestMethod]
    public void Jobs_whose_worker_was_lost_are_taken_up()
    {
        using var file = new TempFile();
        using (var first = LocalOrg.InFile(file.Path, Some.Options))
        {
            Close(first);
            first.Meter.AtServiceCall = (_, _) => throw new WorkerLostException();
            first.RunJobs();
            Assert.AreEqual(0, first.PendingJobs);
        }

        using var second = LocalOrg.InFile(file.Path, Some.Options);
        Assert.IsGreaterThan(0, second.PendingJobs);
        second.RunJobs();

        Assert.IsEmpty(second.FailedJobs);
        Assert.AreEqual(0, second.System.Count(AsyncOperation.Table));
    }

    [TestMethod]
    public void A_job_of_a_bulk_message_still_has_its_rows()
    {
        using var file = new TempFile();
        var seen = new List<string>();
        using var org = LocalOrg.InFile(file.Path, Some.Options);
        org.Later("CreateMultiple", Account.Table, call => seen.Add(Words((EntityCollection)call.Context.InputParameters["Targets"])));
        BulkTests.Send(org.System, "CreateMultiple", BulkTests.Named("a"), BulkTests.Named("b"));

        org.RunJobs();

        CollectionAssert.AreEqual(new[] { "account: a b" }, seen);
    }

    [TestMethod]
    public void With_workers_they_start_by_themselves()
    {
        using var file = new TempFile();
        using (var first = LocalOrg.InFile(file.Path, Some.Options))
        {
            Close(first);
        }

        using var second = LocalOrg.InFile(file.Path, Some.Options with { Workers = 4 });
        second.RunJobs();

        Assert.AreEqual(0, second.System.Count(AsyncOperation.Table));
    }

    [TestMethod]
    public void A_job_that_failed_is_not_tried_again()
    {
        using var file = new TempFile();
        using (var first = LocalOrg.InFile(file.Path, Some.Options))
        {
            Close(first);
            first.Meter.AtServiceCall = (_, _) => throw new InvalidPluginExecutionException("no");
            first.RunJobs();
            Assert.IsNotEmpty(first.FailedJobs);
        }

        using var second = LocalOrg.InFile(file.Path, Some.Options);

        Assert.AreEqual(0, second.PendingJobs);
    }

    [TestMethod]
    public void Rows_users_and_rights_are_there_again()
    {
        using var file = new TempFile();
        Guid seller;
        using (var first = LocalOrg.InFile(file.Path, Some.Options with { Name = "Tokyo" }))
        {
            seller = first.AddUser("Seller", roles: ["Salesperson"]);
            first.As(seller).Add(Account.Table, (Account.Name, "North"));
        }

        using var second = LocalOrg.InFile(file.Path, Some.Options);

        Assert.AreEqual("North", second.As(seller).Fetch(Account.Table, "<attribute name='name'/>").Texts(Account.Name));
        Assert.AreEqual("Tokyo", second.System.Fetch(BusinessUnit.Table, "<attribute name='name'/>").Texts(BusinessUnit.Name));
    }

    [TestMethod]
    public void Row_versions_go_on_rising()
    {
        using var file = new TempFile();
        EntityReference account;
        long before;
        using (var first = LocalOrg.InFile(file.Path, Some.Options))
        {
            account = first.System.Add(Account.Table);
            before = first.System.Get<long>(account, Account.VersionNumber);
        }

        using var second = LocalOrg.InFile(file.Path, Some.Options);
        second.System.Set(account, (Account.Name, "b"));

        Assert.IsGreaterThan(before, second.System.Get<long>(account, Account.VersionNumber));
    }

    [TestMethod]
    public void Autonumbers_go_on()
    {
        using var file = new TempFile();
        using (var first = LocalOrg.InFile(file.Path, Some.Options))
        {
            Assert.AreEqual("WL-202602-001000", Number(first));
            Assert.AreEqual("WL-202602-001001", Number(first));
        }

        using var second = LocalOrg.InFile(file.Path, Some.Options with { Clock = () => Some.Moment.AddMonths(1) });

        Assert.AreEqual("WL-202603-001002", Number(second));
    }

    [TestMethod]
    [DataRow("InsertOptionValue", Team.Table, Team.TeamType)]
    [DataRow("InsertStatusValue", Account.Table, Account.StatusCode)]
    public void Option_values_that_were_added_are_known_again(string message, string table, string column)
    {
        using var file = new TempFile();
        int added;
        using (var first = LocalOrg.InFile(file.Path, Some.Options))
        {
            added = (int)first.System.Execute(new OrganizationRequest(message)
            {
                ["EntityLogicalName"] = table,
                ["AttributeLogicalName"] = column,
                ["Label"] = new Label("Added", 1033),
                ["StateCode"] = Account.StateCodeOption.Inactive,
            })["NewOptionValue"];
        }

        using var second = LocalOrg.InFile(file.Path, Some.Options);
        var row = second.System.Add(table, (column, new OptionSetValue(added)));

        Assert.AreEqual("Added", second.System.Read(row, column).FormattedValues[column]);
    }

    private static string? Number(LocalOrg org)
    {
        org.EnableSteps(_ => true, isEnabled: false);
        return org.System.Get<string>(org.System.Add(Interview.Table), Interview.Name);
    }

    private static void Close(LocalOrg org) => org.System.Add(
        OpportunityClose.Table,
        (OpportunityClose.OpportunityId, org.System.Add(Opportunity.Table, (Opportunity.EstimatedValue, new Money(1000m)))),
        (OpportunityClose.OpportunityStateCode, new OptionSetValue(OpportunityClose.OpportunityStateCodeOption.Won)));

    private static string Words(EntityCollection rows) => $"{rows.EntityName}: {rows.Texts(Account.Name)}";

    private static string RowsOf(LocalOrg org) => string.Join(", ", org.Catalog.Tables.Keys.Order().Select(table => $"{table} {org.System.Count(table)}"));
}
