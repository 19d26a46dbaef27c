using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OData;
using Microsoft.OData.UriParser;

namespace CrmExtensions.Tests.StandIn;

/// <summary>Answers a GET.</summary>
internal sealed class Query(OrgRows rows, DateTimeOffset now)
{
    private static readonly string[] Options = ["$select", "$filter", "$expand", "$orderby", "$top"];

    /// <param name="root">The service root, with its slash at the end.</param>
    /// <param name="address">The whole address.</param>
    /// <param name="pageSize">After how many rows an answer goes on at another address.</param>
    public JsonObject Answer(Uri root, Uri address, int pageSize)
    {
        try
        {
            var parser = new ODataUriParser(OrgModel.Model, root, address) { Resolver = new AlternateKeysODataUriResolver(OrgModel.Model) };
            return Answer(parser, parser.ParsePath(), address, pageSize);
        }
        catch (ODataUnrecognizedPathException unknown)
        {
            throw new ApiFault(404, "0x8006088a", unknown.Message);
        }
        catch (ODataException wrong)
        {
            throw ApiFault.BadRequest(wrong.Message);
        }
    }

    private JsonObject Answer(ODataUriParser parser, ODataPath path, Uri address, int pageSize)
    {
        foreach (var option in parser.CustomQueryOptions.Select(option => option.Key).Where(name => name.StartsWith('$') && !Options.Contains(name) && name != "$skiptoken"))
        {
            throw ApiFault.BadRequest($"The query parameter '{option}' is not supported.");
        }

        var (found, single) = Walk(path);
        var shape = parser.ParseSelectAndExpand();
        if (single)
        {
            return Show(found.Single(), shape);
        }

        return Page(Arrange(found, parser), parser.ParseTop(), shape, address, pageSize);
    }

    private (IEnumerable<Row> Rows, bool Single) Walk(ODataPath path)
    {
        (IEnumerable<Row> Rows, bool Single) place = ([], false);
        foreach (var segment in path)
        {
            place = segment switch
            {
                EntitySetSegment set => (rows.In(OrgModel.TableOf(set.EdmType).Name), false),
                KeySegment key => ([Keyed(OrgModel.TableOf(key.EdmType), key)], true),
                NavigationPropertySegment leads => (rows.Related(place.Rows.Single(), leads.NavigationProperty.Name), false),
                _ => throw ApiFault.NoResource(segment.Identifier),
            };
        }

        return place;
    }

    private Row Keyed(Table table, KeySegment segment)
    {
        var key = segment.Keys.Single();
        if (key.Value is Guid id)
        {
            return rows.Find(table, id) ?? throw ApiFault.NoRow(table, id);
        }

        return rows.In(table.Name).SingleOrDefault(row => Equals(row[key.Key], key.Value))
            ?? throw new ApiFault(404, "0x80060888", $"Could not find an entity with name {key.Value} and id 00000000-0000-0000-0000-000000000000.");
    }

    private List<Row> Arrange(IEnumerable<Row> found, ODataUriParser parser)
    {
        if (parser.ParseFilter() is { } filter)
        {
            var condition = new Condition(rows, now);
            found = found.Where(row => condition.Holds(filter.Expression, filter.RangeVariable.Name, row));
        }

        if (parser.ParseOrderBy() is { } order)
        {
            var property = ((SingleValuePropertyAccessNode)order.Expression).Property.Name;
            found = order.Direction == OrderByDirection.Ascending ? found.OrderBy(row => row[property]) : found.OrderByDescending(row => row[property]);
        }

        return [.. found];
    }

    private JsonObject Page(List<Row> found, long? top, SelectExpandClause? shape, Uri address, int pageSize)
    {
        var skipped = int.TryParse(System.Web.HttpUtility.ParseQueryString(address.Query)["$skiptoken"], out var skip) ? skip : 0;
        var page = found.Take((int?)top ?? int.MaxValue).Skip(skipped).Take(pageSize);
        var answer = new JsonObject { ["value"] = new JsonArray([.. page.Select(row => Show(row, shape))]) };
        if (top is null && found.Count > skipped + pageSize)
        {
            answer["@odata.nextLink"] = Next(address, skipped + pageSize);
        }

        return answer;
    }

    private static string Next(Uri address, int skip)
    {
        var rest = address.Query.TrimStart('?').Split('&').Where(option => !option.StartsWith("$skiptoken", StringComparison.Ordinal));
        return address.GetLeftPart(UriPartial.Path) + "?" + string.Join('&', rest.Append($"$skiptoken={skip}"));
    }

    // Of what is not selected only the primary key comes along.
    private JsonObject Show(Row row, SelectExpandClause? shape)
    {
        var shown = new JsonObject { ["@odata.etag"] = "W/\"1\"" };
        var items = shape?.SelectedItems.ToList() ?? [];
        var selected = items.OfType<PathSelectItem>().Select(item => item.SelectedPath.FirstSegment.Identifier).ToList();
        foreach (var property in selected.Count > 0 ? selected.Append(row.Table.Id) : EveryProperty(row.Table))
        {
            shown[property] = Shown(row[property]);
        }

        foreach (var item in items.OfType<ExpandedNavigationSelectItem>())
        {
            var property = item.PathToNavigationProperty.FirstSegment.Identifier;
            shown[property] = row.Table.Collections.ContainsKey(property)
                ? new JsonArray([.. rows.Related(row, property).Select(related => Show(related, item.SelectAndExpand))])
                : rows.Target(row, property) is { } target ? Show(target, item.SelectAndExpand) : null;
        }

        return shown;
    }

    private static IEnumerable<string> EveryProperty(Table table) => [table.Id, .. table.Columns.Select(column => column.Name), .. table.Lookups.Select(lookup => lookup.Value)];

    private static JsonValue? Shown(object? value) => value switch
    {
        null => null,
        bool yes => JsonValue.Create(yes),
        int number => JsonValue.Create(number),
        decimal number => JsonValue.Create(number),
        DateTimeOffset time => JsonValue.Create(time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(value.ToString()),
    };
}
