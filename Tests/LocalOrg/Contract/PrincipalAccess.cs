using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>A user or team and what it may do with a row, as Microsoft.Crm.Sdk.Proxy has it.</summary>
public sealed class PrincipalAccess
{
    public AccessRights AccessMask { get; set; }

    public EntityReference? Principal { get; set; }
}
