using System.Data.Common;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Rows;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Queries;

/// <summary>SQL rows as SDK rows, with the labels of choices. One instance a query.</summary>
internal sealed class RowReader(string table, SelectStatement statement, Dialect dialect, int language)
{
    /// <summary>The paging values of the row read last.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Last { get; private set; } = [];

    public Entity Read(DbDataReader reader)
    {
        var row = new Entity(table);
        if (statement.Id is { } id)
        {
            row.Id = (Guid)dialect.Decode(id.Column, reader, id.Ordinal);
        }

        foreach (var projection in statement.Projections)
        {
            if (!reader.IsDBNull(projection.Ordinal))
            {
                Fill(row, projection, reader);
            }
        }

        return row;
    }

    public void Remember(DbDataReader reader) => Last = statement.SortKeys
        .Select(key => KeyValuePair.Create(key.Column.Name, reader.IsDBNull(key.Ordinal) ? null : (object?)dialect.Decode(key.Column, reader, key.Ordinal)))
        .ToList();

    /// <summary>A plain value as the SDK wraps it.</summary>
    public static object Wrapped(Column column, object value, string? ownerTable) => column.Type switch
    {
        ColumnType.Choice or ColumnType.State or ColumnType.Status => new OptionSetValue((int)value),
        ColumnType.Choices => ChoiceList.Read((string)value),
        ColumnType.Money => new Money((decimal)value),
        ColumnType.Double => (double)(decimal)value,
        ColumnType.Lookup => new EntityReference(column.Targets[0], (Guid)value),
        ColumnType.Owner => new EntityReference(ownerTable ?? column.Targets[0], (Guid)value),
        ColumnType.DateTime when column.DateBehavior != DateBehavior.UserLocal => DateTime.SpecifyKind((DateTime)value, DateTimeKind.Unspecified),
        _ => value,
    };

    private void Fill(Entity row, Projection projection, DbDataReader reader)
    {
        var column = projection.Column;
        var value = projection.Function is null ? ValueOf(projection, reader) : Aggregated(projection, reader);
        row.Attributes[projection.Key] = projection.IsAliased ? new AliasedValue(projection.Table.Name, column.Name, value) : value;
        if (projection.Function is null && LabelOf(column, value) is { } label)
        {
            row.FormattedValues[projection.Key] = label;
        }

        if (projection is { IsAliased: false, Column.Name: "versionnumber" })
        {
            row.RowVersion = Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    private object ValueOf(Projection projection, DbDataReader reader)
    {
        var column = projection.Column;
        var owner = column.Type == ColumnType.Owner && !reader.IsDBNull(projection.Ordinal + 1) ? reader.GetString(projection.Ordinal + 1) : null;
        return Wrapped(column, dialect.Decode(column, reader, projection.Ordinal), owner);
    }

    private object Aggregated(Projection projection, DbDataReader reader)
    {
        if (projection.Function is "count" or "countcolumn")
        {
            return (int)reader.GetInt64(projection.Ordinal);
        }

        var column = projection.Column;
        if (projection.Function is "min" or "max" || column.Type is not (ColumnType.Decimal or ColumnType.Money or ColumnType.Double))
        {
            return projection.Function == "avg" ? reader.GetDecimal(projection.Ordinal) : Wrapped(column, Plain(projection, reader), null);
        }

        var amount = reader.GetDecimal(projection.Ordinal) * dialect.CalculationFactor(column)!.Value;
        return Wrapped(column, amount, null);
    }

    private object Plain(Projection projection, DbDataReader reader) => projection.Function == "sum"
        ? dialect.DecodeSum(projection.Column, reader, projection.Ordinal)
        : dialect.Decode(projection.Column, reader, projection.Ordinal);

    private string? LabelOf(Column column, object value) => value switch
    {
        OptionSetValue choice => LabelOf(column, choice.Value),
        OptionSetValueCollection choices => string.Join("; ", choices.Select(choice => LabelOf(column, choice.Value))),
        bool flag => LabelOf(column, flag ? 1 : 0),
        _ => null,
    };

    private string? LabelOf(Column column, int value) => column.Options.FirstOrDefault(option => option.Value == value)?.Labels.In(language);
}
