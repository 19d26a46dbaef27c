using CrmExtensions.Local;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Spectre.Console;

namespace CrmExtensions.Benchmarks.Org;

/// <summary>What the embedded org costs, in one run: each figure beside the least that anybody could do with the same engine.</summary>
internal static class OrgFigures
{
    private const int Creates = 10_000;
    private const int Closes = 500;

    // What the formatted value of an amount begins with.
    private const string Sign = "(SELECT c.currencysymbol FROM transactioncurrency c WHERE c.transactioncurrencyid = o.transactioncurrencyid)";

    private static readonly LocalOrgOptions Quiet = new() { Workers = 0, Backend = Backend.Sqlite };

    public static void Print()
    {
        var table = new Table().AddColumns("What", "Measured", "Against", "Ratio", "Bound");
        AnsiConsole.Live(table).Start(live =>
        {
            foreach (var figure in Figures())
            {
                table.AddRow(figure.What, figure.Measured, figure.Against, figure.Ratio, figure.Bound);
                live.Refresh();
            }
        });
    }

    private sealed record Figure(string What, string Measured, string Against, string Ratio, string Bound);

    private static IEnumerable<Figure> Figures()
    {
        var boot = Watch.Once(() => LocalOrg.FromSolution(Quiet).Dispose());
        yield return new Figure("First org of a process", Milliseconds(boot), "", "", "600 ms");
        var fresh = Watch.InTurn(20, () => LocalOrg.FromSolution(Quiet).Dispose())[0];
        yield return new Figure("Next org", Milliseconds(fresh), "", "", "5 ms");
        yield return CreatesInMemory();
        yield return Memory();
        foreach (var figure in CloseFigures().Concat(QueryFigures()))
        {
            yield return figure;
        }

        yield return Engines.Server is null
            ? new Figure("10,000 creates, PostgreSQL", "LOCALORG_POSTGRESQL names no server", "", "", "2")
            : CreatesOnServer();
    }

    private static Figure CreatesInMemory()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var path = Path.Combine(folder, "org.db");
        using (var model = LocalOrg.InFile(path, Quiet))
        {
            Create(model, 1);
        }

        using var twin = Engines.SqliteTwin(path);
        using var org = Bare();
        var times = Watch.InTurn(5, () => Create(org, Creates), () => twin.Insert(Creates));
        Directory.Delete(folder, recursive: true);
        return Compared("10,000 creates, SQLite in memory", times, "a prepared INSERT each", "3");
    }

    private static Figure CreatesOnServer()
    {
        var database = Engines.NewDatabase("localorg_benchmark");
        using var org = LocalOrg.InPostgreSql(database, Quiet);
        org.EnableSteps(_ => true, isEnabled: false);
        Create(org, 1);
        using var twin = Engines.PostgreSqlTwin(database);
        return Compared("10,000 creates, PostgreSQL", Watch.InTurn(3, () => Create(org, Creates), () => twin.Insert(Creates)), "a prepared INSERT each", "2");
    }

    private static Figure Memory()
    {
        using var org = Bare();
        Create(org, 1000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Create(org, 100_000);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        return new Figure("Managed memory after 100,000 creates", $"{after / 1048576.0:0.0} MB", $"{before / 1048576.0:0.0} MB before", $"{(double)after / before:0.00}", "flat");
    }

    private static IEnumerable<Figure> CloseFigures()
    {
        using var few = Equipped(1_000);
        using var many = Equipped(100_000);
        var times = Watch.InTurn(7, () => CloseSome(many), () => CloseSome(few));
        yield return new Figure("Closes a second with the product's steps", $"{Closes / times[1].TotalSeconds:0}", "", "", "1,000");
        yield return Compared("A close among 100,000 opportunities", times, "among 1,000", "1.2");
    }

    private static IEnumerable<Figure> QueryFigures()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var path = Path.Combine(folder, "org.db");
        using (var org = LocalOrg.InFile(path, Quiet))
        {
            org.EnableSteps(_ => true, isEnabled: false);
            AddDeals(org, 100_000);
            using var raw = Engines.OpenFile(path);
            yield return Compared(
                "Aggregate over 50,000 of 100,000 rows",
                Watch.InTurn(9, () => Fetch(org, "<fetch aggregate='true'><entity name='opportunity'><attribute name='estimatedvalue' aggregate='sum' alias='s'/><attribute name='opportunityid' aggregate='count' alias='n'/><filter><condition attribute='name' operator='eq' value='Even'/></filter></entity></fetch>"), () => Engines.Read(raw, "SELECT SUM(estimatedvalue), COUNT(*) FROM opportunity WHERE name = 'Even'")),
                "the same in SQL",
                "2");
            yield return Compared(
                "A page of 5,000",
                Watch.InTurn(9, () => Fetch(org, "<fetch><entity name='opportunity'><attribute name='name'/><attribute name='estimatedvalue'/><attribute name='createdon'/></entity></fetch>"), () => Engines.Read(raw, $"SELECT opportunityid, name, estimatedvalue, {Sign}, createdon FROM opportunity o ORDER BY opportunityid LIMIT 5001")),
                "the same in SQL, with the sign of the money",
                "2");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static LocalOrg Bare()
    {
        var org = LocalOrg.FromSolution(Quiet);
        org.EnableSteps(_ => true, isEnabled: false);
        return org;
    }

    private static LocalOrg Equipped(int deals)
    {
        var org = LocalOrg.FromSolution(Quiet with { Workers = 1 });
        org.HoldJobs(true);
        AddDeals(org, deals);
        return org;
    }

    private static void AddDeals(LocalOrg org, int count)
    {
        for (var i = 0; i < count; i++)
        {
            org.System.Create(new Entity(Opportunity.Table) { [Opportunity.Name] = i % 2 == 0 ? "Even" : "Odd", [Opportunity.EstimatedValue] = new Money(i) });
        }
    }

    private static void Create(LocalOrg org, int count)
    {
        for (var i = 0; i < count; i++)
        {
            org.System.Create(new Entity(Account.Table) { [Account.Name] = "Aozora Foods", [Account.IndustryCode] = new OptionSetValue(17) });
        }
    }

    private static void CloseSome(LocalOrg org)
    {
        for (var i = 0; i < Closes; i++)
        {
            var deal = org.System.Create(new Entity(Opportunity.Table) { [Opportunity.Name] = "Deal", [Opportunity.EstimatedValue] = new Money(1000m) });
            org.System.Execute(new OrganizationRequest("WinOpportunity")
            {
                ["OpportunityClose"] = new Entity(OpportunityClose.Table) { [OpportunityClose.OpportunityId] = new EntityReference(Opportunity.Table, deal) },
                ["Status"] = new OptionSetValue(-1),
            });
        }
    }

    private static void Fetch(LocalOrg org, string fetch) => org.System.RetrieveMultiple(new FetchExpression(fetch));

    private static Figure Compared(string what, IReadOnlyList<TimeSpan> times, string against, string bound) =>
        new(what, Milliseconds(times[0]), $"{Milliseconds(times[1])}, {against}", $"{times[0] / times[1]:0.00}", bound);

    private static string Milliseconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalMilliseconds:0.0} ms");
}
