using System.Globalization;
using CrmExtensions.Local;
using CrmExtensions.Local.Host;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Replay;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Spectre.Console;

namespace CrmExtensions.Tests;

/// <summary>What `dotnet run --project Tests/LocalOrg` shows: some of the sample deals closed by their reps, and one interview from vague to completed.</summary>
/// <param name="Story">The interview as told.</param>
/// <param name="Rows">The rows of our own tables afterwards, all columns.</param>
internal sealed record Demonstration(string Story, IReadOnlyList<string> Rows)
{
    // Enough for every kind of row, and for a rep who has lost one to a competitor.
    private const int Deals = 40;
    private const int WidthOfStory = 200;

    private static string Home => AppContext.BaseDirectory;

    /// <summary>A clock that stands still after the last of the deals, and ids that are counted.</summary>
    public static LocalOrgOptions Options()
    {
        var ids = 0;
        return Some.Options with { Clock = () => new DateTime(2026, 11, 25, 0, 0, 0, DateTimeKind.Utc), NewId = () => Some.Id(Interlocked.Increment(ref ids)) };
    }

    public static Demonstration Of(LocalOrg org)
    {
        foreach (var row in ReferenceData.Read(Path.Combine(Home, "data")))
        {
            org.System.Create(row);
        }

        var file = DealFile.Read(Path.Combine(Home, "Samples", "deals.csv"), new DealParser(org.Catalog, TimeZoneInfo.FindSystemTimeZoneById(Some.Options.TimeZone)));
        var replay = new DealReplay(org, [.. file.Deals.Take(Deals)]);
        replay.Run(Some.Options.Name, _ => { }, CancellationToken.None);
        using var told = new StringWriter(CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(told) });
        console.Profile.Width = WidthOfStory;
        new InterviewStory(console, org).Tell(OrgPreparation.UserOf(replay.Accepted[0]));
        org.RunJobs();
        Assert.IsEmpty(org.FailedJobs);
        return new Demonstration(told.ToString(), RowsOf(org));
    }

    /// <summary>The rows of our own tables, a line each.</summary>
    public static IReadOnlyList<string> RowsOf(LocalOrg org) =>
    [
        .. org.Catalog.Tables.Keys.Where(table => table.StartsWith("wl_", StringComparison.Ordinal))
            .SelectMany(table => org.System.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(true) }).Entities)
            .Select(Line)
            .Order(StringComparer.Ordinal),
    ];

    private static string Line(Entity row) =>
        $"{row.LogicalName} {string.Join(", ", row.Attributes.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={TextOf(value.Value)}"))}";

    private static string? TextOf(object? value) => value switch
    {
        EntityReference reference => $"{reference.LogicalName}/{reference.Id}",
        OptionSetValue option => option.Value.ToString(CultureInfo.InvariantCulture),
        OptionSetValueCollection options => string.Join('+', options.Select(option => option.Value)),
        Money money => money.Value.ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
