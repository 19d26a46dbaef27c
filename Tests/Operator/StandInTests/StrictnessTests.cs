using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CrmExtensions.Tests.StandIn;

namespace CrmExtensions.Tests.StandInTests;

/// <summary>The stand-in refuses what the platform would refuse: one that takes everything would prove nothing.</summary>
[TestClass]
public sealed class StrictnessTests
{
    private const string Step = "sdkmessageprocessingsteps(0f8fad5b-d9cb-469f-a165-70867728950e)";

    [TestMethod]
    [DataRow("nosuchthings", 404, "0x8006088a", "Resource not found for the segment 'nosuchthings'.")]
    [DataRow("Solutions", 404, "0x8006088a", "Resource not found for the segment 'Solutions'.")]
    [DataRow("solutions?$select=uniqueName", 400, "0x0", "Could not find a property named 'uniqueName' on type 'Microsoft.Dynamics.CRM.solution'.")]
    [DataRow("solutions?$filter=nosuch eq 1", 400, "0x0", "Could not find a property named 'nosuch'")]
    [DataRow("solutions?$filter=solutionid eq 'x'", 400, "0x0", "incompatible types")]
    [DataRow("solutions?$filter=uniquename eq O'Brian", 400, "0x0", "unterminated")]
    [DataRow("solutions?$expand=publisher", 400, "0x0", "Could not find a property named 'publisher'")]
    [DataRow("solutions?$orderby=nosuch", 400, "0x0", "Could not find a property named 'nosuch'")]
    [DataRow("solutions?$where=1", 400, "0x0", "'$where' is not supported")]
    [DataRow("sdkmessages?$filter=Microsoft.Dynamics.CRM.In(PropertyName='nosuch',PropertyValues=['a'])", 400, "0x80041103", "doesn't contain attribute with Name = 'nosuch'")]
    [DataRow("sdkmessages?$filter=Microsoft.Dynamics.CRM.NoSuch(PropertyName='name')", 400, "0x0", "NoSuch")]
    [DataRow("roles(0f8fad5b-d9cb-469f-a165-70867728950e)", 404, "0x80040217", "Entity 'role' With Id = 0f8fad5b-d9cb-469f-a165-70867728950e Does Not Exist")]
    [DataRow("EntityDefinitions(LogicalName='nosuch')", 404, "0x80060888", "nosuch")]
    public async Task A_question_with_a_wrong_name_in_it_is_refused(string question, int status, string code, string message) =>
        await Refuses(HttpMethod.Get, question, null, status, code, message);

    [TestMethod]
    [DataRow("""{"nosuch":1}""", "Invalid property 'nosuch' was found")]
    [DataRow("""{"Name":"x"}""", "Invalid property 'Name' was found")]
    [DataRow("""{"stage":"40"}""", "Cannot convert the literal '40' to the expected type 'Edm.Int32'")]
    [DataRow("""{"stage":40.5}""", "Cannot convert the literal '40.5'")]
    [DataRow("""{"asyncautodelete":1}""", "Cannot convert the literal '1' to the expected type 'Edm.Boolean'")]
    [DataRow("""{"ismanaged":true}""", "'ismanaged' is read-only")]
    [DataRow("""{"eventhandler@odata.bind":"/plugintypes(0f8fad5b-d9cb-469f-a165-70867728950e)"}""", "An undeclared property 'eventhandler' which only has property annotations")]
    [DataRow("""{"sdkmessageid@odata.bind":"/plugintypes(0f8fad5b-d9cb-469f-a165-70867728950e)"}""", "Resource not found for the segment")]
    [DataRow("""{"sdkmessageid@odata.bind":"0f8fad5b-d9cb-469f-a165-70867728950e"}""", "Resource not found for the segment")]
    [DataRow("""{"name":"x","stage":40,"mode":0,"rank":1,"supporteddeployment":0}""", "'_eventhandler_value' is required")]
    [DataRow("""{"name":null}""", "'name' cannot be empty")]
    [DataRow("""{"name":""", "Error identified in Payload")]
    public async Task A_change_with_a_wrong_name_or_value_in_it_is_refused(string body, string message) => await Refuses(HttpMethod.Patch, Step, body, 400, "0x80048d19", message);

    [TestMethod]
    [DataRow("Win", "opportunity", 15, 0, false, "Stage 15")]
    [DataRow("Win", "opportunity", 20, 1, false, "Only steps of stage 40 run asynchronously")]
    [DataRow("Win", "opportunity", 40, 0, true, "Only an asynchronous step has a job")]
    [DataRow("Lose", "opportunity", 40, 0, false, "The message filter is of another message")]
    public async Task A_step_that_the_pipeline_does_not_have_is_refused(string message, string table, int stage, int mode, bool deletes, string otherwise)
    {
        await using var org = await Installed.Ready();
        var body = Body(org, message, table, stage, mode, deletes);

        await Refuses(org, HttpMethod.Patch, Step, body, 400, "0x80040203", otherwise);
        Assert.IsNull(org.Rows.Find(OrgModel.Tables["sdkmessageprocessingstep"], Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e")));
    }

    [TestMethod]
    public async Task State_and_reason_belong_together_and_a_new_step_begins_enabled()
    {
        await using var org = await Installed.Ready();
        var body = Body(org, "Win", "opportunity", 40, 0, false);
        using var created = await Send(org, HttpMethod.Patch, Step, body.Insert(1, "\"statecode\":1,\"statuscode\":2,"));

        Assert.AreEqual(204, (int)created.StatusCode);
        Assert.AreEqual(Installed.Enabled, org.Rows.Find(OrgModel.Tables["sdkmessageprocessingstep"], Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"))!["statecode"]);
        await Refuses(org, HttpMethod.Patch, Step, """{"statecode":1}""", 400, "0x80040203", "1 is not a valid status code for state code 1");
    }

    [TestMethod]
    public async Task Nothing_is_created_where_only_an_update_was_meant()
    {
        await using var org = await Installed.Ready();

        await Refuses(org, HttpMethod.Patch, Step, """{"statecode":0}""", 404, "0x80040217", "Does Not Exist", ("If-Match", "*"));
    }

    [TestMethod]
    [DataRow("OData-Version", "3.0")]
    [DataRow("Accept", "text/html")]
    public async Task A_request_without_its_headers_is_refused(string header, string value)
    {
        await using var org = await Installed.Ready();

        await Refuses(org, HttpMethod.Get, "solutions", null, 400, "0x0", header.ToLowerInvariant(), (header, value));
    }

    private static string Body(Dataverse org, string message, string table, int stage, int mode, bool deletes)
    {
        var event_ = org.Rows.In("sdkmessage").Single(row => row.Text("name") == message);
        var filter = org.Rows.In("sdkmessagefilter").Single(row => row.Text("primaryobjecttypecode") == table && org.Rows.Target(row, "sdkmessageid")!.Text("name") == "Win");
        return JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["name"] = "x",
            ["stage"] = stage,
            ["mode"] = mode,
            ["rank"] = 1,
            ["supporteddeployment"] = 0,
            ["asyncautodelete"] = deletes,
            ["sdkmessageid@odata.bind"] = $"/sdkmessages({event_.Id})",
            ["sdkmessagefilterid@odata.bind"] = $"/sdkmessagefilters({filter.Id})",
            ["eventhandler_plugintype@odata.bind"] = $"/plugintypes({org.Rows.In("plugintype").First().Id})",
        });
    }

    private static async Task Refuses(HttpMethod method, string path, string? body, int status, string code, string message)
    {
        await using var org = await Installed.Ready();
        await Refuses(org, method, path, body, status, code, message);
    }

    private static async Task Refuses(Dataverse org, HttpMethod method, string path, string? body, int status, string code, string message, params (string Name, string Value)[] headers)
    {
        using var answer = await Send(org, method, path, body, headers);
        var error = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error");

        Assert.AreEqual(status, (int)answer.StatusCode, error.ToString());
        Assert.AreEqual(code, error.GetProperty("code").GetString(), error.ToString());
        StringAssert.Contains(error.GetProperty("message").GetString(), message);
    }

    private static async Task<HttpResponseMessage> Send(Dataverse org, HttpMethod method, string path, string? body, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(method, org.Url + Dataverse.Root + path);
        foreach (var (name, value) in new[] { ("Authorization", "Bearer " + Dataverse.Token), ("Accept", "application/json"), ("OData-Version", "4.0"), ("OData-MaxVersion", "4.0"), ("If-None-Match", "null") }.Where(set => headers.All(header => header.Name != set.Item1)).Concat(headers))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new("application/json") } };
        }

        return await client.SendAsync(request);
    }
}
