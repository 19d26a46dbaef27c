using CrmExtensions.Local;
using CrmExtensions.Local.Replay;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests.Running;

/// <summary>
/// An org with the sample's ten months of deals, their interviews answered, and a row of everything that a view waits for.
/// What people would write over weeks is written at once, without the steps that would judge it; cards and roll-ups are made
/// by the steps, as ever.
/// </summary>
internal static class SampleOrg
{
    /// <summary>When somebody looks at the views: a few days after the last close.</summary>
    public static readonly DateTime Now = new(2026, 11, 2, 3, 0, 0, DateTimeKind.Utc);

    private static readonly Lazy<LocalOrg> Lazily = new(Make);

    public static LocalOrg Org => Lazily.Value;

    /// <summary>A rep who owns interviews and works as an embedded marketer too, so that every personal view has rows for one person.</summary>
    public static Guid Somebody { get; } = StableId.Of("user", "West senior rep", "West Japan Sales / 西日本営業");

    /// <summary>All rows of a query, as its own user would see them had he every right.</summary>
    public static IReadOnlyList<Entity> Rows(string fetch) => [.. Org.As(Somebody).RetrieveMultiple(new FetchExpression(fetch)).Entities];

    private static LocalOrg Make()
    {
        var org = LocalOrg.FromSolution(new LocalOrgOptions { Clock = () => Now });
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Tokyo Standard Time");
        var file = DealFile.Read(Path.Combine(AppContext.BaseDirectory, "Samples", "deals.csv"), new DealParser(org.Catalog, zone));
        new DealReplay(org, file.Deals).Run("LocalOrg", _ => { }, CancellationToken.None);
        org.GrantRoles(Somebody, ["System Administrator"]);
        var answers = new SampleAnswers(org);
        org.HoldJobs(true);
        foreach (var (interview, i) in Interviews(org).Select((interview, i) => (interview, i)))
        {
            answers.Write(interview, i);
        }

        org.HoldJobs(false);
        org.RunJobs();
        new SampleLeftovers(org).Write();
        return org.FailedJobs.Count == 0 ? org : throw new InvalidOperationException(string.Join('\n', org.FailedJobs.Take(3)));
    }

    private static IEnumerable<Entity> Interviews(LocalOrg org) => Existing.Rows(org.System, new QueryExpression(Interview.Table)
    {
        ColumnSet = new ColumnSet(Interview.Outcome, Interview.ClosedOn, Interview.OwnerId),
        Orders = { new OrderExpression(Interview.ClosedOn, OrderType.Ascending), new OrderExpression(Interview.CloseKey, OrderType.Ascending) },
    });
}
