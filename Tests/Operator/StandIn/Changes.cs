namespace CrmExtensions.Tests.StandIn;

/// <summary>Carries out a PATCH or a DELETE (webapi/update-delete-entities-using-web-api, webapi/perform-conditional-operations-using-web-api).</summary>
internal sealed class Changes(OrgRows rows, DateTimeOffset now)
{
    /// <param name="table">The table.</param>
    /// <param name="id">Of the row that is updated, or created where there is none.</param>
    /// <param name="body">JSON.</param>
    /// <param name="updateOnly">With If-Match: * nothing is created.</param>
    public void Upsert(Table table, Guid id, string body, bool updateOnly)
    {
        if (table.IsReadOnly)
        {
            throw new ApiFault(405, "0x80040800", $"The stand-in: {table.Set} are not for the operator to write.");
        }

        var set = new Payload(rows, table).Read(body);
        if (rows.Find(table, id) is { } row)
        {
            Update(row, set);
        }
        else if (updateOnly)
        {
            throw ApiFault.NoRow(table, id);
        }
        else
        {
            Create(table, id, set);
        }
    }

    public void Delete(Table table, Guid id)
    {
        var row = rows.Find(table, id) ?? throw ApiFault.NoRow(table, id);
        rows.Remove(row);
        foreach (var image in rows.In("sdkmessageprocessingstepimage").Where(image => Equals(image["_sdkmessageprocessingstepid_value"], id)).ToList())
        {
            rows.Remove(image);
        }
    }

    private void Update(Row row, Dictionary<string, object?> set)
    {
        var before = set.Keys.ToDictionary(property => property, property => row[property]);
        try
        {
            Set(row, set);
        }
        catch (ApiFault)
        {
            Set(row, before, check: false);
            throw;
        }
    }

    // Whatever state is asked for, a row begins enabled: states are set by an update.
    private void Create(Table table, Guid id, Dictionary<string, object?> set)
    {
        foreach (var name in table.Columns.Where(column => column.IsRequired).Select(column => column.Name).Concat(table.Lookups.Where(lookup => lookup.IsRequired).Select(lookup => lookup.Value)))
        {
            if (set.GetValueOrDefault(name) is null)
            {
                throw ApiFault.BadPayload(table, $"The stand-in: '{name}' is required to create a row.");
            }
        }

        var row = rows.Add(table.Name, id, ("statecode", 0), ("statuscode", 1), ("createdon", now));
        try
        {
            Set(row, set.Where(value => value.Key is not ("statecode" or "statuscode")).ToDictionary());
        }
        catch (ApiFault)
        {
            rows.Remove(row);
            throw;
        }
    }

    private void Set(Row row, Dictionary<string, object?> set, bool check = true)
    {
        foreach (var (property, value) in set)
        {
            row[property] = value;
        }

        if (check)
        {
            StepRules.Check(rows, row);
        }
    }
}
