using CrmExtensions.Tables;
using CsCheck;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>
/// Accounts by their interviews, for every link type, compared with a plain evaluation (Learn, fetchxml/reference/link-entity:
/// "all" asks for related rows of which none meets the filter, "not all" is the same as "any").
/// </summary>
[TestClass]
public sealed class LinkConformanceTests
{
    private const int Worlds = 8;
    private const int QueriesOfWorld = 40;

    private static readonly string[] Types = ["inner", "outer", "exists", "in", "matchfirstrowusingcrossapply", "any", "not any", "all", "not all"];

    [TestMethod]
    public void Whichever_the_link_type() => RandomWorld.Worlds
        .SelectMany(world => RandomFilter.Of(world).Array[QueriesOfWorld], (world, filters) => (world, filters))
        .Sample(
            (world, filters) =>
            {
                using var org = world.Org();
                foreach (var filter in filters)
                {
                    foreach (var type in Types)
                    {
                        Assert.AreEqual(Expected(world, filter, type), Found(org.As(World.User), filter, type), $"{type} {filter}");
                    }
                }
            },
            iter: Worlds,
            threads: 1);

    private static string Found(IOrganizationService service, RandomFilter filter, string type)
    {
        var link = $"<link-entity name='wl_interview' from='wl_accountid' to='accountid' link-type='{type}'>{filter.Fetch}</link-entity>";
        var inside = type.Contains('a', StringComparison.Ordinal) && type != "matchfirstrowusingcrossapply" ? $"<filter>{link}</filter>" : link;
        return service.Fetch(Account.Table, "<attribute name='name'/><order attribute='name'/>" + inside).Texts(Account.Name);
    }

    private static string Expected(World world, RandomFilter filter, string type)
    {
        var evaluator = new Evaluator(world);
        return string.Join(' ', Enumerable.Range(1, 3).SelectMany(number =>
        {
            var related = world.Rows.Where(row => row.GetAttributeValue<EntityReference>(Interview.AccountId)?.Id == World.Account(number)).ToList();
            return Enumerable.Repeat($"Account {number}", Times(type, related.Count, related.Count(row => filter.Holds(evaluator, row))));
        }));
    }

    // How often an account with so many interviews comes, of which so many meet the filter.
    private static int Times(string type, int related, int meeting) => type switch
    {
        "inner" => meeting,
        "outer" => Math.Max(1, meeting),
        "not any" => meeting == 0 ? 1 : 0,
        "all" => related > 0 && meeting == 0 ? 1 : 0,
        _ => Math.Min(1, meeting),
    };
}
