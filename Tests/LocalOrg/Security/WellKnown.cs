namespace CrmExtensions.Local.Security;

/// <summary>Ids every org has.</summary>
public static class WellKnown
{
    /// <summary>The user that plug-ins act as when they ask for the system's service.</summary>
    public static Guid SystemUser { get; } = new("5f9d6f2c-0000-4000-8000-000000000001");

    public static Guid RootBusinessUnit { get; } = new("5f9d6f2c-0000-4000-8000-000000000002");

    public static Guid BaseCurrency { get; } = new("5f9d6f2c-0000-4000-8000-000000000003");

    public static Guid Organization { get; } = new("5f9d6f2c-0000-4000-8000-000000000004");

    /// <summary>The same in every Dataverse org (solution-anatomy.md 14).</summary>
    public static Guid SystemAdministratorRole { get; } = new("627090ff-40a3-4053-8790-584edc5be201");
}
