using CrmExtensions.Tables;
using CrmExtensions.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Notifications;

/// <summary>An in-app notification for one user; the message has no classes in the SDK (platform-facts.md, In-app notifications).</summary>
/// <param name="Recipient">The user it is for.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Body">What it says; longer than 500 characters is cut, which is all the platform keeps.</param>
internal sealed record Notice(Guid Recipient, string Title, string Body)
{
    private const int LongestTitle = 256;
    private const int LongestBody = 500;

    public int Icon { get; init; } = AppNotification.IconTypeOption.Info;

    /// <summary>The interview that its one action opens; none means no action.</summary>
    public Guid? Interview { get; init; }

    /// <summary>The language of the action.</summary>
    public Language Language { get; init; }

    /// <summary>One service call.</summary>
    /// <exception cref="System.ServiceModel.FaultException{OrganizationServiceFault}">The feature is off, or the user may not have notifications.</exception>
    public void Send(IOrganizationService org)
    {
        var request = new OrganizationRequest("SendAppNotification")
        {
            ["Title"] = Cut(Title, LongestTitle),
            ["Recipient"] = new EntityReference(SystemUser.Table, Recipient),
            ["Body"] = Cut(Body, LongestBody),
            ["IconType"] = new OptionSetValue(Icon),
            ["ToastType"] = new OptionSetValue(AppNotification.ToastTypeOption.Timed),
        };
        if (Interview is { } interview)
        {
            request["Actions"] = Opening(interview);
        }

        org.Execute(request);
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text.Substring(0, most - 1) + "…";

    // An open type: rows without a table, nested.
    private Entity Opening(Guid interview)
    {
        var target = new Entity { ["type"] = "url", ["url"] = $"?pagetype=entityrecord&etn={Tables.Interview.Table}&id={interview:D}" };
        var action = new Entity { ["title"] = Wording.In(Language, Text.OpenInterview), ["data"] = target };
        return new Entity { ["actions"] = new EntityCollection { Entities = { action } } };
    }
}
