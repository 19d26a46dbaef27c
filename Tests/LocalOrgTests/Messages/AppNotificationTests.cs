using CrmExtensions.Local.Faults;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>SendAppNotification writes the row that the app shows (platform-facts.md, In-app notifications).</summary>
[TestClass]
public sealed class AppNotificationTests
{
    [TestMethod]
    public void A_notification_belongs_to_its_recipient_who_may_read_it()
    {
        using var org = Some.Org();
        var (reader, other) = (org.AddUser("Reader", roles: ["Basic User"]), org.AddUser("Other", roles: ["Basic User"]));

        var id = (Guid)Send(org.System, reader, ("Body", "text"), ("Expiry", 60), ("IconType", new OptionSetValue(AppNotification.IconTypeOption.Warning))).Results["NotificationId"];

        var row = org.As(reader).Fetch(AppNotification.Table, "<all-attributes/>").Entities.Single();
        Assert.AreEqual(id, row.Id);
        Assert.AreEqual("title|text|60|Warning|Timed|Normal", string.Join('|',
            row[AppNotification.Title], row[AppNotification.Body], row[AppNotification.TTLInSeconds],
            row.FormattedValues[AppNotification.IconType], row.FormattedValues[AppNotification.ToastType], row.FormattedValues[AppNotification.Priority]));
        Assert.AreEqual(0, org.As(other).Count(AppNotification.Table));
    }

    [TestMethod]
    public void Actions_are_kept_as_json()
    {
        using var org = Some.Org();
        var user = org.AddUser("Reader", roles: ["Basic User"]);
        var action = new Entity { ["title"] = "開く", ["data"] = new Entity { ["type"] = "url", ["url"] = "?etn=account&id=1" } };

        Send(org.System, user, ("Actions", new Entity { ["actions"] = new EntityCollection { Entities = { action } } }));

        using var data = System.Text.Json.JsonDocument.Parse(org.System.Fetch(AppNotification.Table, "<attribute name='data'/>").Entities.Single().GetAttributeValue<string>(AppNotification.Data)!);
        var kept = data.RootElement.GetProperty("actions")[0];
        Assert.AreEqual("開く", kept.GetProperty("title").GetString());
        Assert.AreEqual("?etn=account&id=1", kept.GetProperty("data").GetProperty("url").GetString());
    }

    [TestMethod]
    [DataRow("Title", "Required field 'Title' is missing for message 'SendAppNotification'.")]
    [DataRow("Recipient", "Required field 'Recipient' is missing for message 'SendAppNotification'.")]
    public void What_is_required_must_be_there(string missing, string expected)
    {
        using var org = Some.Org();
        var request = Request(org.AddUser("Reader", roles: ["Basic User"]));
        request.Parameters.Remove(missing);

        Assert.AreEqual(expected, Some.Refusal(() => org.System.Execute(request)).Message);
        Assert.AreEqual(0, org.System.Count(AppNotification.Table));
    }

    [TestMethod]
    [DataRow("Title", "title", 256)]
    [DataRow("Body", "body", 500)]
    public void A_text_may_be_as_long_as_its_column_and_no_longer(string parameter, string column, int most)
    {
        using var org = Some.Org();
        var user = org.AddUser("Reader", roles: ["Basic User"]);
        var longest = new string('字', most);

        Send(org.System, user, (parameter, longest));

        Assert.AreEqual(
            $"A validation error occurred. The length of the '{column}' attribute of the 'appnotification' entity exceeded the maximum allowed length of '{most}'.",
            Some.Refusal(() => Send(org.System, user, (parameter, longest + "x"))).Message);
        Assert.AreEqual(1, org.System.Count(AppNotification.Table));
    }

    [TestMethod]
    public void Neither_a_team_nor_somebody_without_the_right_to_read_them_can_be_notified()
    {
        using var org = Some.Org();
        var team = new EntityReference(Team.Table, org.System.Create(new Entity(Team.Table) { [Team.Name] = "T", [Team.BusinessUnitId] = new EntityReference(BusinessUnit.Table, CrmExtensions.Local.Security.WellKnown.RootBusinessUnit) }));

        Assert.Contains("Recipient (a user)", Some.Refusal(() => Send(org.System, Guid.Empty, ("Recipient", team))).Message);
        Assert.Contains("prvReadAppNotification", Some.Refusal(() => Send(org.System, org.AddUser("Nobody"))).Message);
        Assert.AreEqual(0, org.System.Count(AppNotification.Table));
    }

    [TestMethod]
    public void What_it_does_not_do_it_says()
    {
        using var org = Some.Org();
        var user = org.AddUser("Reader", roles: ["Basic User"]);

        Assert.Contains("OverrideContent", Assert.ThrowsExactly<NotSupportedByLocalOrgException>(() => Send(org.System, user, ("OverrideContent", new Entity()))).Message);
        Assert.Contains("Colour (not declared)", Some.Refusal(() => Send(org.System, user, ("Colour", "red"))).Message);
        Assert.AreEqual(-2147204326, Some.Refusal(() => Send(org.System, user, ("IconType", new OptionSetValue(7)))).ErrorCode);
    }

    private static OrganizationResponse Send(IOrganizationService service, Guid user, params (string Parameter, object Value)[] others)
    {
        var request = Request(user);
        foreach (var (parameter, value) in others)
        {
            request[parameter] = value;
        }

        return service.Execute(request);
    }

    private static OrganizationRequest Request(Guid user) => new("SendAppNotification")
    {
        ["Title"] = "title",
        ["Recipient"] = new EntityReference(SystemUser.Table, user),
    };
}
