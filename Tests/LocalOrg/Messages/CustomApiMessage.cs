using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Messages;

/// <summary>A custom API: its plug-in is the main operation.</summary>
internal sealed class CustomApiMessage(CustomApi api, PluginLoader plugins) : MessageHandler
{
    private readonly Step main = new()
    {
        Id = new Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(api.Name)).AsSpan(0, 16)),
        Name = api.Name,
        Message = api.Name,
        Table = "none",
        TypeName = api.TypeName,
        Stage = Stages.MainOperation,
        IsAsynchronous = false,
    };

    public override string RequestName => api.Name;

    public override bool IsTransactional(Engine engine) => engine.Options.CustomApiInTransaction;

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession? session) => new("none", Guid.Empty);

    public override void Run(Operation operation)
    {
        Check(operation);
        new StepRunner(operation.Engine, plugins).Run(operation, main, [], []);
        foreach (var unknown in operation.Results.Keys.Except(api.Properties).ToList())
        {
            throw new InvalidDataException($"{api.TypeName} answers '{unknown}', which custom API {api.Name} does not declare.");
        }
    }

    private void Check(Operation operation)
    {
        operation.Engine.Demand(operation.Caller, operation.Unit, api.Privilege);
        foreach (var missing in api.Required.Where(parameter => !operation.Input.ContainsKey(parameter)))
        {
            throw DataFaults.MissingParameter(api.Name, missing);
        }

        foreach (var unknown in operation.Input.Keys.Except(api.Required).Except(api.Optional).Except(OptionalParameters.Names).ToList())
        {
            throw DataFaults.MissingParameter(api.Name, $"{unknown} (not declared)");
        }
    }
}
