using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CrmExtensions.Tests.StandIn;

/// <summary>Carries out one request of the Web API.</summary>
internal sealed partial class Carrier(Dataverse org, Uri root)
{
    public (int Status, string Body) Carry(Call call, Uri address) => call.Method switch
    {
        "GET" when Function().Match(call.Path) is { Success: true } function => (200, Setting(function).ToJsonString()),
        "GET" => (200, Get(address).ToJsonString()),
        "PATCH" => Patch(call),
        "DELETE" => Delete(call),
        "POST" => Post(call),
        _ => (405, ""),
    };

    private JsonObject Get(Uri address)
    {
        var answer = new Query(org.Rows, Dataverse.Now).Answer(root, address, org.PageSize);
        foreach (var key in answer["Keys"]?.AsArray() ?? [])
        {
            LookAt(Guid.Parse(key!["MetadataId"]!.ToString()));
        }

        return answer;
    }

    // An index is built while nobody looks; here, by looking.
    private void LookAt(Guid key)
    {
        if (org.LooksUntilActive.TryGetValue(key, out var looks))
        {
            org.LooksUntilActive[key] = looks - 1;
            if (looks <= 1)
            {
                org.Rows.Find(OrgModel.Tables[SystemTables.Key], key)!["EntityKeyIndexStatus"] = "Active";
            }
        }
    }

    // webapi/reference/retrievesetting: the value is a text inside SettingDetail.
    private JsonObject Setting(Match function)
    {
        var app = org.Rows.In("appmodule").SingleOrDefault(app => app.Text("uniquename") == function.Groups["app"].Value)
            ?? throw new ApiFault(404, "0x80040217", "The app does not exist.");
        return function.Groups["name"].Value == "AllowNotificationsEarlyAccess"
            ? new JsonObject { ["SettingDetail"] = new JsonObject { ["Name"] = function.Groups["name"].Value, ["Value"] = app.Text("setting") ?? "false", ["DataType"] = 2 } }
            : throw new ApiFault(404, "0x80040217", $"There is no setting {function.Groups["name"].Value}.");
    }

    private (int Status, string Body) Patch(Call call)
    {
        var (table, id) = Addressed(call.Path);
        new Changes(org.Rows, Dataverse.Now).Upsert(table, id, call.Body, call.Headers.GetValueOrDefault("if-match") == "*");
        return (204, "");
    }

    private (int Status, string Body) Delete(Call call)
    {
        var (table, id) = Addressed(call.Path);
        new Changes(org.Rows, Dataverse.Now).Delete(table, id);
        return (204, "");
    }

    private static (Table Table, Guid Id) Addressed(string path)
    {
        var row = RowAddress().Match(path);
        var table = OrgModel.Tables.Values.SingleOrDefault(table => row.Success && table.Set == row.Groups["set"].Value) ?? throw ApiFault.NoResource(path);
        return (table, Guid.Parse(row.Groups["id"].Value));
    }

    private (int Status, string Body) Post(Call call)
    {
        var body = JsonNode.Parse(call.Body)!.AsObject();
        if (call.Path == "ReactivateEntityKey")
        {
            Reactivate(body);
            return (204, "");
        }

        return org.CustomApis.TryGetValue(call.Path, out var api) ? (200, api(body).ToJsonString()) : throw ApiFault.NoResource(call.Path);
    }

    // webapi/reference/reactivateentitykey: the names of a key and of its table.
    private void Reactivate(JsonObject body)
    {
        var (table, key) = (body["EntityLogicalName"]?.ToString(), body["EntityKeyLogicalName"]?.ToString());
        var definition = org.Rows.In(SystemTables.Definition).SingleOrDefault(row => row.Text("LogicalName") == table);
        var row = definition is null ? null : org.Rows.Related(definition, "Keys").SingleOrDefault(row => row.Text("LogicalName") == key);
        if (row is null || body.Count != 2)
        {
            throw ApiFault.BadRequest($"There is no key '{key}' of '{table}'.");
        }

        row["EntityKeyIndexStatus"] = "Pending";
        org.LooksUntilActive[row.Id] = 2;
    }

    [GeneratedRegex(@"^(?<set>\w+)\((?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\)$")]
    private static partial Regex RowAddress();

    [GeneratedRegex(@"^RetrieveSetting\(SettingName='(?<name>\w+)',AppUniqueName='(?<app>\w+)'\)$")]
    private static partial Regex Function();
}
