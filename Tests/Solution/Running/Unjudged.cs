using CrmExtensions.Local;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Running;

/// <summary>Writes as SYSTEM without the synchronous steps: what the rules would refuse or recompute stays as it is given.</summary>
internal sealed class Unjudged(LocalOrg org)
{
    private const string Bypass = "BypassBusinessLogicExecution";

    public Guid Create(Entity row) => (Guid)org.System.Execute(new OrganizationRequest("Create") { ["Target"] = row, [Bypass] = "CustomSync" }).Results["id"];

    public void Update(Entity row) => org.System.Execute(new OrganizationRequest("Update") { ["Target"] = row, [Bypass] = "CustomSync" });
}
