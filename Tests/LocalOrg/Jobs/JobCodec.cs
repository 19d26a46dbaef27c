using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrmExtensions.Local.Rows;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Jobs;

/// <summary>What a job is told, as text, so that an org in a file still knows its jobs after it was interrupted.</summary>
internal static class JobCodec
{
    public static string Write(Job job, JobArguments arguments)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer, new() { SkipValidation = true }))
        {
            json.WriteStartObject();
            WriteAll(json, "input", arguments.Input);
            WriteAll(json, "before", arguments.Before);
            WriteAll(json, "after", arguments.After);
            WriteAll(json, "output", arguments.Output);
            WriteAll(json, "shared", arguments.Shared);
            json.WriteString("user", job.Caller.UserId);
            json.WriteString("initiator", job.Caller.InitiatingUserId);
            json.WriteString("row", job.RowId);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>One row as text.</summary>
    public static string Text(Entity row)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer, new() { SkipValidation = true }))
        {
            json.WriteStartObject();
            WriteRow(json, "row", row);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The row of a text.</summary>
    public static Entity RowOf(string text) => Row(Read(text)["row"]!.AsObject());

    public static JsonObject Read(string text) => JsonNode.Parse(text)!.AsObject();

    public static ParameterCollection Parameters(JsonObject json, string name)
    {
        var all = new ParameterCollection();
        foreach (var (key, value) in json[name]!.AsObject())
        {
            all[key] = Value(value);
        }

        return all;
    }

    public static EntityImageCollection Images(JsonObject json, string name)
    {
        var all = new EntityImageCollection();
        foreach (var (key, value) in json[name]!.AsObject())
        {
            all[key] = (Entity)Value(value)!;
        }

        return all;
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, DataCollection<string, T> values)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            WriteValue(json, key, value);
        }

        json.WriteEndObject();
    }

    // Types as one letter before the text; what has no letter is no plain parameter and is left out.
    private static void WriteValue(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case Entity row:
                WriteRow(json, name, row);
                break;
            case EntityCollection rows:
                WriteRows(json, name, rows);
                break;
            case EntityReference reference:
                json.WriteString(name, string.Create(Invariant, $"r{reference.Id:D}{reference.LogicalName}"));
                break;
            case string text:
                json.WriteString(name, "s" + text);
                break;
            case OptionSetValue choice:
                json.WriteString(name, string.Create(Invariant, $"o{choice.Value}"));
                break;
            case OptionSetValueCollection choices:
                json.WriteString(name, "k" + ChoiceList.Text(choices.Select(choice => choice.Value)));
                break;
            case Money money:
                json.WriteString(name, string.Create(Invariant, $"m{money.Value}"));
                break;
            default:
                WritePlain(json, name, value);
                break;
        }
    }

    private static void WritePlain(Utf8JsonWriter json, string name, object? value)
    {
        var text = value switch
        {
            Guid id => "g" + id.ToString("D"),
            bool flag => flag ? "b1" : "b0",
            DateTime time => string.Create(Invariant, $"t{time:O}"),
            null => "n",
            _ => Number(value),
        };
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static string? Number(object value) => value switch
    {
        int number => string.Create(Invariant, $"i{number}"),
        long number => string.Create(Invariant, $"l{number}"),
        decimal number => string.Create(Invariant, $"d{number}"),
        double number => string.Create(Invariant, $"f{number:R}"),
        _ => null,
    };

    private static void WriteRow(Utf8JsonWriter json, string name, Entity row)
    {
        json.WriteStartObject(name);
        json.WriteString("$table", row.LogicalName);
        json.WriteString("$id", row.Id);
        WriteAll(json, "$columns", row.Attributes);
        json.WriteEndObject();
    }

    // The rows of a bulk message, by place.
    private static void WriteRows(Utf8JsonWriter json, string name, EntityCollection rows)
    {
        json.WriteStartObject(name);
        json.WriteString("$rows", rows.EntityName);
        for (var place = 0; place < rows.Entities.Count; place++)
        {
            WriteRow(json, place.ToString(Invariant), rows[place]);
        }

        json.WriteEndObject();
    }

    private static object? Value(JsonNode? node) => node switch
    {
        JsonObject rows when rows.ContainsKey("$rows") => Rows(rows),
        JsonObject row => Row(row),
        _ => Plain((string)node!),
    };

    private static EntityCollection Rows(JsonObject json) => new([.. json.Skip(1).Select(row => Row(row.Value!.AsObject()))]) { EntityName = (string?)json["$rows"] };

    private static Entity Row(JsonObject json)
    {
        var row = new Entity((string)json["$table"]!, (Guid)json["$id"]!);
        foreach (var (key, value) in json["$columns"]!.AsObject())
        {
            row[key] = Value(value);
        }

        return row;
    }

    private static object? Plain(string text) => Readers.TryGetValue(text[0], out var read) ? read(text[1..]) : null;

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    private static Dictionary<char, Func<string, object>> Readers { get; } = new()
    {
        ['s'] = text => text,
        ['g'] = text => Guid.Parse(text),
        ['b'] = text => text == "1",
        ['i'] = text => int.Parse(text, Invariant),
        ['l'] = text => long.Parse(text, Invariant),
        ['d'] = text => decimal.Parse(text, Invariant),
        ['f'] = text => double.Parse(text, Invariant),
        ['m'] = text => new Money(decimal.Parse(text, Invariant)),
        ['k'] = ChoiceList.Read,
        ['o'] = text => new OptionSetValue(int.Parse(text, Invariant)),
        ['t'] = text => DateTime.Parse(text, Invariant, DateTimeStyles.RoundtripKind),
        ['r'] = text => new EntityReference(text[36..], Guid.Parse(text[..36])),
    };
}
