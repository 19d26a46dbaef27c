using System.Globalization;
using Microsoft.OData;
using Microsoft.OData.UriParser;

namespace CrmExtensions.Tests.StandIn;

/// <summary>Whether a row meets a $filter, as Microsoft.OData.Core has read it.</summary>
internal sealed class Condition(OrgRows rows, DateTimeOffset now)
{
    private readonly Dictionary<string, Row> ranges = [];

    public bool Holds(SingleValueNode filter, string range, Row row)
    {
        ranges[range] = row;
        return Value(filter) is true;
    }

    private object? Value(QueryNode node) => node switch
    {
        ConstantNode constant => constant.Value,
        ConvertNode convert => Value(convert.Source),
        BinaryOperatorNode binary => Compare(binary),
        UnaryOperatorNode { OperatorKind: UnaryOperatorKind.Not } not => Value(not.Operand) is false,
        SingleValuePropertyAccessNode property => RowOf(property.Source)?[property.Property.Name],
        SingleValueFunctionCallNode call => Call(call),
        AnyNode any => rows.Related(RowOf(((CollectionNavigationNode)any.Source).Source)!, ((CollectionNavigationNode)any.Source).NavigationProperty.Name)
            .Any(related => Holds(any.Body, any.CurrentRangeVariable.Name, related)),
        _ => throw ApiFault.BadRequest($"The stand-in cannot filter by {node.Kind}."),
    };

    private Row? RowOf(QueryNode source) => source switch
    {
        ResourceRangeVariableReferenceNode variable => ranges[variable.Name],
        SingleNavigationNode leads => RowOf(leads.Source) is { } row ? rows.Target(row, leads.NavigationProperty.Name) : null,
        _ => throw ApiFault.BadRequest($"The stand-in cannot follow {source.Kind}."),
    };

    private object Compare(BinaryOperatorNode binary)
    {
        var (left, right) = (Value(binary.Left), Value(binary.Right));
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.And => left is true && right is true,
            BinaryOperatorKind.Or => left is true || right is true,
            BinaryOperatorKind.Equal => Same(left, right),
            BinaryOperatorKind.NotEqual => !Same(left, right),
            _ => throw ApiFault.BadRequest($"The stand-in cannot compare by {binary.OperatorKind}."),
        };
    }

    // "All filters using string values are case insensitive" (webapi/query/filter-rows).
    private static bool Same(object? left, object? right) =>
        left is string one && right is string other ? string.Equals(one, other, StringComparison.OrdinalIgnoreCase) : Equals(left, right);

    private object Call(SingleValueFunctionCallNode call)
    {
        var arguments = call.Parameters.Select(parameter => parameter is NamedFunctionParameterNode named ? named.Value : parameter).ToList();
        return call.Name switch
        {
            "startswith" => Value(arguments[0]) is string text && text.StartsWith((string)Value(arguments[1])!, StringComparison.OrdinalIgnoreCase),
            OrgModel.Namespace + ".In" => Values(arguments[1]).Contains(Named(arguments)?.ToString(), StringComparer.OrdinalIgnoreCase),
            OrgModel.Namespace + ".OlderThanXHours" => Named(arguments) is DateTimeOffset time && time < now.AddHours(-Number(arguments[1])),
            OrgModel.Namespace + ".LastXDays" => Named(arguments) is DateTimeOffset time && time >= now.AddDays(-Number(arguments[1])) && time <= now,
            _ => throw ApiFault.BadRequest($"The stand-in cannot call {call.Name}."),
        };
    }

    // Query functions name columns, not properties.
    private object? Named(List<QueryNode> arguments)
    {
        var (row, name) = (ranges["$it"], (string)Value(arguments[0])!);
        var lookup = row.Table.Lookups.SingleOrDefault(lookup => lookup.Column == name);
        return lookup is not null || row.Table.Column(name) is not null || row.Table.Id == name
            ? row[lookup?.Value ?? name]
            : throw new ApiFault(400, "0x80041103", $"'{row.Table.Name}' entity doesn't contain attribute with Name = '{name}'.");
    }

    private double Number(QueryNode node) => Convert.ToDouble(Value(node), CultureInfo.InvariantCulture);

    private List<string> Values(QueryNode node) => [.. ((ODataCollectionValue)Value(node)!).Items.Select(item => (string)item)];
}
