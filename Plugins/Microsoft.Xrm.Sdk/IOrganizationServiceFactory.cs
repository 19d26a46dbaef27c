namespace Microsoft.Xrm.Sdk;

public interface IOrganizationServiceFactory
{
    /// <summary>No id: the user of the step; Guid.Empty: the system.</summary>
    IOrganizationService CreateOrganizationService(Guid? userId);
}
