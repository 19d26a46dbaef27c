using CrmExtensions.Tables;
using CsCheck;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>Random queries over random rows give what a plain evaluation of the rows gives, in both notations: every operator that Learn lists (fetchxml/reference/operators).</summary>
[TestClass]
public sealed class ConformanceTests
{
    private const int Worlds = 60;
    private const int QueriesOfWorld = 200;

    [TestMethod]
    public void Whatever_is_asked_of_one_table_every_operator_included()
    {
        var reached = new HashSet<string>();
        RandomWorld.Worlds.SelectMany(world => RandomFilter.Of(world).Array[QueriesOfWorld], (world, filters) => (world, filters)).Sample(
            (world, filters) =>
            {
                using var org = world.Org();
                foreach (var filter in filters)
                {
                    AssertSame(org.As(World.User), world, filter);
                    reached.UnionWith(filter.AllClaims.Select(claim => claim.Name));
                }
            },
            iter: Worlds,
            threads: 1);

        Assert.AreEqual("", string.Join(' ', OperatorNames.All.Keys.Except(reached)), "never asked");
    }

    // Sorted by a number, empty ones first, and by the id.
    private static void AssertSame(IOrganizationService service, World world, RandomFilter filter)
    {
        var evaluator = new Evaluator(world);
        var expected = Ids(world.Rows
            .Where(row => filter.Holds(evaluator, row))
            .OrderBy(row => row.GetAttributeValue<int?>(Interview.DaysToComplete) ?? int.MinValue)
            .ThenBy(row => row.Id.ToString("D"), StringComparer.Ordinal));

        var fetched = service.Fetch(Interview.Table, $"<attribute name='{Interview.Name}'/><order attribute='{Interview.DaysToComplete}'/>{filter.Fetch}");
        var query = new QueryExpression(Interview.Table) { ColumnSet = new ColumnSet(Interview.Name), Criteria = filter.Expression };
        query.AddOrder(Interview.DaysToComplete, OrderType.Ascending);

        Assert.AreEqual(expected, Ids(fetched.Entities), $"FetchXML at {world.Now:O} in {world.Zone.Id}, {world.Fiscal}: {filter}");
        Assert.AreEqual(expected, Ids(service.RetrieveMultiple(query).Entities), $"QueryExpression: {filter}");
    }

    private static string Ids(IEnumerable<Entity> rows) => string.Join(' ', rows.Select(row => row.Id.ToString("D")[..8]));
}
