using CrmExtensions.Local.Metadata;
using CrmExtensions.Tables;
using CrmExtensions.Tests.Interviews;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests.Insights;

/// <summary>
/// No personal-data column and no raw text reaches what marketing reads (product.md 2, two tiers): every raw column gets a marker of its own,
/// and every column of every table that marketing may read is searched for them.
/// </summary>
[TestClass]
public sealed class DataSafetyTests
{
    private const string Mark = "zq";

    private static readonly string[] OfRollups = [Rollup.Table + "." + Rollup.Name, Rollup.Table + "." + Rollup.Label1, Rollup.Table + "." + Rollup.Value1];

    // What is meant to be shared, redacted or as the label of what is counted; each with where it may be found, and nowhere else. The
    // product line is a name of the catalogue (SnapshotTests), industry and lead source are labels of choices.
    private static readonly Dictionary<string, string[]> Shared = new()
    {
        [Interview.Table + "." + Interview.DecidingRemark] = [Insight.Table + "." + Insight.Quote],
        [Interview.Table + "." + Interview.Before] = [Insight.Table + "." + Insight.Before],
        [Interview.Table + "." + Interview.After] = [Insight.Table + "." + Insight.After],
        [Interview.Table + "." + Interview.IndustryLabel] = [Insight.Table + "." + Insight.Industry, .. OfRollups],
        [Interview.Table + "." + Interview.ProductLine] = [Insight.Table + "." + Insight.ProductLine, .. OfRollups],
        [Interview.Table + "." + Interview.LeadSourceLabel] = OfRollups,
    };

    private static readonly string[] RawTables =
        [Interview.Table, InterviewReason.Table, InterviewCompetitor.Table, Waiver.Table, Evidence.Table, Account.Table, Contact.Table, Opportunity.Table, OpportunityClose.Table];

    [TestMethod]
    public void No_marker_of_a_raw_column_is_found_where_marketing_reads()
    {
        using var desk = new Desk();
        var office = desk.Office;
        office.Policy((Setting.AnonymityK, 1));
        var planted = Plant(desk);

        office.Sweep();
        office.Advance(TimeSpan.FromMinutes(10));
        office.Sweep();

        Assert.IsEmpty(office.Org.FailedJobs, string.Join("; ", office.Org.FailedJobs));
        var read = Everything(office);
        CollectionAssert.AreEquivalent(new[] { Insight.Table, Reason.Table, Rollup.Table, RollupPeriod.Table }, read.Select(cell => cell.Place.Split('.')[0]).Distinct().ToList());
        foreach (var (column, marker) in planted)
        {
            var found = read.Where(cell => cell.Text.Contains(marker, StringComparison.OrdinalIgnoreCase)).Select(cell => cell.Place).Distinct().ToList();
            var allowed = Shared.TryGetValue(column, out var places) ? places : [];
            Assert.IsEmpty(found.Except(allowed), $"{column} is found in {string.Join(", ", found)}");
        }

        // The test is able to find something: the three shared texts are there.
        foreach (var column in new[] { Interview.DecidingRemark, Interview.Before, Interview.After })
        {
            Assert.IsTrue(read.Any(cell => cell.Text.Contains(planted[Interview.Table + "." + column], StringComparison.Ordinal)), column);
        }
    }

    [TestMethod]
    public void Names_planted_in_the_shared_texts_are_gone()
    {
        using var desk = new Desk();
        var office = desk.Office;
        office.Policy((Setting.AnonymityK, 1));
        desk.FillIn();
        var names = new[] { "Aozora Foods", "Zqcontact Person", "Zqspeaker Person", "Zqrival Works", "Route planner", "Rep" };
        var contact = office.System.Create(new Entity(Contact.Table) { [Contact.FullName] = names[1], [Contact.ParentCustomerId] = new EntityReference(Account.Table, office.Account) });
        office.Rep.Create(new Entity(InterviewCompetitor.Table)
        {
            [InterviewCompetitor.InterviewId] = new EntityReference(Interview.Table, desk.Id),
            [InterviewCompetitor.CompetitorId] = new EntityReference(Competitor.Table, office.Rival(names[3])),
        });
        var text = string.Join(" / ", names) + " の間で決まった";
        desk.Save(office.Rep, new Dictionary<string, object?>
        {
            [Interview.RespondentId] = new EntityReference(Contact.Table, contact),
            [Interview.SpeakerName] = names[2],
            [Interview.DecidingRemark] = text,
            [Interview.Before] = text.ToUpperInvariant(),
            [Interview.After] = text.Replace("Z", "Ｚ", StringComparison.Ordinal),
        });

        desk.Complete();

        var read = Everything(office).Where(cell => cell.Place.StartsWith(Insight.Table, StringComparison.Ordinal)).ToList();
        foreach (var name in new[] { "Aozora", "qcontact", "qspeaker", "qrival", "Route planner" })
        {
            Assert.IsEmpty(read.Where(cell => cell.Text.Contains(name, StringComparison.OrdinalIgnoreCase)).Select(cell => cell.Place + ": " + cell.Text), name);
        }

        Assert.Contains("の間で決まった", desk.Only().Words());
    }

    // Written past the guards, so that every text a raw row can hold has its marker; its jobs run as they do.
    private static Dictionary<string, string> Plant(Desk desk)
    {
        var office = desk.Office;
        desk.FillIn();
        desk.Complete();
        office.Org.EnableSteps(step => !step.IsAsynchronous, false);
        List<EntityReference> rows =
        [
            new(Interview.Table, desk.Id),
            new(Account.Table, office.Account),
            new(Opportunity.Table, desk.Deal),
            office.Rows(OpportunityClose.Table).Single().ToEntityReference(),
            office.Rows(Contact.Table)[0].ToEntityReference(),
            office.Rows(InterviewReason.Table)[0].ToEntityReference(),
            Child(InterviewCompetitor.Table, (InterviewCompetitor.CompetitorId, new EntityReference(Competitor.Table, office.Rival("Zqrival Works")))),
            Child(Waiver.Table, (Waiver.Reason, Desk.Choice(0))),
            Child(Evidence.Table, (Evidence.Type, Desk.Choice(2))),
        ];
        CollectionAssert.AreEquivalent(RawTables, rows.Select(row => row.LogicalName).ToList());
        var planted = new Dictionary<string, string>();
        foreach (var row in rows)
        {
            office.System.Update(Marked(office, row, planted));
        }

        office.Org.EnableSteps(step => !step.IsAsynchronous, true);
        office.Org.RunJobs();
        return planted;

        EntityReference Child(string table, (string Column, object? Value) value) => new(table, office.System.Create(new Entity(table)
        {
            [InterviewReason.InterviewId] = new EntityReference(Interview.Table, desk.Id),
            [value.Column] = value.Value,
        }));
    }

    private static Entity Marked(Office office, EntityReference row, Dictionary<string, string> planted)
    {
        var marked = new Entity(row.LogicalName, row.Id);
        foreach (var column in office.Org.Catalog.Tables[row.LogicalName].Columns.Values.Where(IsText))
        {
            var marker = Mark + planted.Count.ToString("000", System.Globalization.CultureInfo.InvariantCulture) + "x";
            planted[row.LogicalName + "." + column.Name] = marker;

            // These stay what they are: keys that rows are found by, and a number in digits. The card has the close key, which tells nobody anything.
            if (column.Name is not (Interview.PeriodKey or Interview.OpportunityKey or Interview.CloseKey or Interview.LateCloseKey or Interview.ExactBaseValue))
            {
                marked[column.Name] = marker;
            }
        }

        return marked;
    }

    private static bool IsText(Column column) => column.Type is ColumnType.Text or ColumnType.Memo && column is { ValidForUpdate: true, MaxLength: >= 20 } && column.Name != Interview.ServerWrite;

    // As everybody who has one of marketing's roles and no other: whatever a privilege opens.
    private static List<(string Place, string Text)> Everything(Office office)
    {
        var cells = new List<(string Place, string Text)>();
        foreach (var role in new[] { "WL Insight Reader", "WL Marketer" })
        {
            var reader = office.Org.As(office.Org.AddUser("Reader of " + role, null, [role]));
            var tables = office.Org.Catalog.Roles.Single(candidate => candidate.Name == role).Privileges
                .Select(privilege => privilege.Key)
                .Where(privilege => privilege.StartsWith("prvRead", StringComparison.Ordinal))
                .Select(privilege => privilege["prvRead".Length..].ToLowerInvariant());
            foreach (var table in tables)
            {
                var rows = reader.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(true) }).Entities;
                cells.AddRange(rows.SelectMany(row => row.Attributes.SelectMany(column => Texts(row, column).Select(text => (table + "." + column.Key, text)))));
            }
        }

        return cells;
    }

    private static IEnumerable<string> Texts(Entity row, KeyValuePair<string, object> column)
    {
        yield return (column.Value is EntityReference reference ? reference.Name : Convert.ToString(column.Value, System.Globalization.CultureInfo.InvariantCulture)) ?? "";
        if (row.FormattedValues.TryGetValue(column.Key, out var shown))
        {
            yield return shown ?? "";
        }
    }
}
