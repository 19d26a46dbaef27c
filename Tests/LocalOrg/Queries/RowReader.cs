using System.Data.Common;
using System.Globalization;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Rows;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Queries;

/// <summary>SQL rows as SDK rows, with the texts users see. One instance a query.</summary>
internal sealed class RowReader(Query query, SelectStatement statement, ReadContext context)
{
    private readonly Dialect dialect = context.Dialect;
    private readonly FormattedText texts = new(context);

    /// <summary>The paging values of the row read last.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Last { get; private set; } = [];

    public Entity Read(DbDataReader reader)
    {
        var row = new Entity(query.Table);
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
        .Select(key => KeyValuePair.Create(key.Key, reader.IsDBNull(key.Ordinal) ? null : (object?)dialect.Decode(key.Column, reader, key.Ordinal)))
        .ToList();

    /// <summary>A plain value as the SDK wraps it.</summary>
    public static object Wrapped(Column column, object value, string? referenceTable) => column.Type switch
    {
        ColumnType.Choice or ColumnType.State or ColumnType.Status => new OptionSetValue((int)value),
        ColumnType.Choices => ChoiceList.Read((string)value),
        ColumnType.Money => new Money((decimal)value),
        ColumnType.Double => (double)(decimal)value,
        ColumnType.Lookup or ColumnType.Owner => new EntityReference(referenceTable ?? column.Targets[0], (Guid)value),
        ColumnType.DateTime when column.DateBehavior != DateBehavior.UserLocal => DateTime.SpecifyKind((DateTime)value, DateTimeKind.Unspecified),
        _ => value,
    };

    private void Fill(Entity row, Projection projection, DbDataReader reader)
    {
        var column = projection.Column;
        var value = projection.Part is not null ? (int)reader.GetInt64(projection.Ordinal)
            : projection.IsGroup ? ValueOf(projection, reader)
            : Aggregated(projection, reader);
        row.Attributes[projection.Key] = projection.IsAliased ? new AliasedValue(projection.Table.Name, column.Name, value) : value;
        if (TextOf(projection, value, reader) is { } text)
        {
            row.FormattedValues[projection.Key] = text;
        }

        if (projection is { IsAliased: false, Column.Name: "versionnumber" })
        {
            row.RowVersion = Convert.ToString(value, CultureInfo.InvariantCulture);
        }
    }

    // Within the org only labels are asked for: what plug-ins and users get has all.
    private string? TextOf(Projection projection, object value, DbDataReader reader)
    {
        if (!query.Formatted && value is not (OptionSetValue or OptionSetValueCollection or bool))
        {
            return null;
        }

        return projection.Part is { } part
            ? texts.OfPart(part, (int)value)
            : texts.Of(projection.Column, value, value is Money ? Kept(projection.TextOrdinal, reader) : null);
    }

    private object ValueOf(Projection projection, DbDataReader reader)
    {
        var column = projection.Column;
        var value = Wrapped(column, dialect.Decode(column, reader, projection.Ordinal), Kept(projection.TypeOrdinal, reader));
        if (value is EntityReference reference)
        {
            reference.Name = Kept(projection.TextOrdinal, reader);
        }

        return value;
    }

    private static string? Kept(int ordinal, DbDataReader reader) => ordinal == 0 || reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);

    private object Plain(Projection projection, DbDataReader reader) => projection.Function is "sum" or "avg"
        ? dialect.DecodeSum(projection.Column, reader, projection.Ordinal)
        : dialect.Decode(projection.Column, reader, projection.Ordinal);

    private object Aggregated(Projection projection, DbDataReader reader)
    {
        if (projection.Function is "count" or "countcolumn")
        {
            return (int)reader.GetInt64(projection.Ordinal);
        }

        var column = projection.Column;
        if (projection.Function is "min" or "max" || column.Type is not (ColumnType.Decimal or ColumnType.Money or ColumnType.Double))
        {
            return Wrapped(column, Plain(projection, reader), null);
        }

        var amount = reader.GetDecimal(projection.Ordinal) * dialect.CalculationFactor(column)!.Value;
        return Wrapped(column, amount, null);
    }
}
