using System.Text.Json;
using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Store;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Local.Messages;

/// <summary>Writes the row of an in-app notification (platform-facts.md, In-app notifications); what the app shows of it is not modelled.</summary>
internal sealed class SendAppNotification : MessageHandler
{
    private const string Actions = "Actions";
    private const string OverrideContent = "OverrideContent";

    public override string RequestName => "SendAppNotification";

    private static Dictionary<string, string> Columns { get; } = new()
    {
        ["Body"] = AppNotification.Body,
        ["Priority"] = AppNotification.Priority,
        ["IconType"] = AppNotification.IconType,
        ["ToastType"] = AppNotification.ToastType,
        ["Expiry"] = AppNotification.TTLInSeconds,
    };

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession? session) => new("none", Guid.Empty);

    public override void Run(Operation operation)
    {
        var table = operation.Engine.TableOf(AppNotification.Table);
        operation.Access.Demand(table, Security.Access.Create);
        var row = new Entity(AppNotification.Table)
        {
            [AppNotification.Title] = Title(operation),
            [AppNotification.OwnerId] = Recipient(operation),
        };
        foreach (var (parameter, value) in operation.Input)
        {
            Set(row, parameter, value);
        }

        var created = (CreateResponse)operation.Engine.Execute(new CreateRequest { Target = row }, operation.Caller, operation, Mode.Silent);
        operation.Results["NotificationId"] = created.id;
    }

    private static string Title(Operation operation) =>
        operation.Required<string>("Title") is { Length: > 0 } title ? title : throw DataFaults.MissingParameter(operation.Message, "Title");

    // A notification is for one user; a team cannot be notified.
    private static EntityReference Recipient(Operation operation) =>
        operation.Required<EntityReference>("Recipient") is { LogicalName: SystemUser.Table } user
            ? user
            : throw DataFaults.MissingParameter(operation.Message, "Recipient (a user)");

    private static void Set(Entity row, string parameter, object value)
    {
        if (Columns.TryGetValue(parameter, out var column))
        {
            row[column] = value;
        }
        else if (parameter == Actions)
        {
            row[AppNotification.Data] = JsonSerializer.Serialize(Plain(value));
        }
        else if (parameter == OverrideContent)
        {
            throw new NotSupportedByLocalOrgException("OverrideContent of SendAppNotification");
        }
        else if (parameter is not ("Title" or "Recipient"))
        {
            throw DataFaults.MissingParameter("SendAppNotification", $"{parameter} (not declared)");
        }
    }

    // An open type: nested rows and lists of rows without a table.
    private static object Plain(object value) => value switch
    {
        Entity open => open.Attributes.ToDictionary(attribute => attribute.Key, attribute => Plain(attribute.Value)),
        EntityCollection list => list.Entities.Select(Plain).ToList(),
        string or int or bool => value,
        _ => throw new NotSupportedByLocalOrgException($"{value.GetType().Name} in Actions of SendAppNotification"),
    };
}
