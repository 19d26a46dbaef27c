using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Messages;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Sales;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Local.Pipeline;

/// <summary>The messages this org knows: the platform's, one class each, and the solution's custom APIs.</summary>
internal sealed class MessageTable
{
    private readonly Dictionary<string, MessageHandler> handlers;

    public MessageTable(Catalog catalog, PluginLoader plugins)
    {
        MessageHandler[] platform =
        [
            new Create(), new Retrieve(), new RetrieveMultiple(), new Update(), new Delete(), new Upsert(), new Restore(),
            new CreateMultiple(), new UpdateMultiple(), new UpsertMultiple(), new ExecuteMultiple(), new ExecuteTransaction(),
            new Associate(), new Disassociate(), new SetState(), new Assign(), new WhoAmI(), new RetrieveAttribute(),
            new InsertOptionValue(), new InsertStatusValue(), new AddMembersTeam(), new RemoveMembersTeam(),
            new GrantAccess(), new ModifyAccess(), new RevokeAccess(), new RetrievePrincipalAccess(), new RetrieveSharedPrincipalsAndAccess(),
            new WinOpportunity(), new LoseOpportunity(),
            new SendAppNotification(), new LocalTimeFromUtcTime(),
        ];
        var own = catalog.CustomApis.Select(api => new CustomApiMessage(api, plugins));
        handlers = platform.Concat(own).ToDictionary(handler => handler.RequestName, StringComparer.Ordinal);
    }

    public MessageHandler For(string name) =>
        handlers.TryGetValue(name ?? "", out var handler) ? handler : throw new NotSupportedByLocalOrgException($"the message '{name}'");

    /// <summary>The response as the SDK's own class where it has one, so that callers can cast.</summary>
    public static OrganizationResponse Response(string name, ParameterCollection results)
    {
        var response = Responses.TryGetValue(name, out var make) ? make() : new OrganizationResponse();
        response.ResponseName = name;
        response.Results = results;
        return response;
    }

    private static Dictionary<string, Func<OrganizationResponse>> Responses { get; } = new()
    {
        ["Create"] = () => new CreateResponse(),
        ["Retrieve"] = () => new RetrieveResponse(),
        ["RetrieveMultiple"] = () => new RetrieveMultipleResponse(),
        ["Update"] = () => new UpdateResponse(),
        ["Delete"] = () => new DeleteResponse(),
        ["Upsert"] = () => new UpsertResponse(),
        ["Associate"] = () => new AssociateResponse(),
        ["Disassociate"] = () => new DisassociateResponse(),
        ["CreateMultiple"] = () => new CreateMultipleResponse(),
        ["UpdateMultiple"] = () => new UpdateMultipleResponse(),
        ["UpsertMultiple"] = () => new UpsertMultipleResponse(),
        ["ExecuteMultiple"] = () => new ExecuteMultipleResponse(),
        ["ExecuteTransaction"] = () => new ExecuteTransactionResponse(),
        ["RetrieveAttribute"] = () => new RetrieveAttributeResponse(),
    };
}
