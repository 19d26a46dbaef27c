namespace CrmExtensions.Local.Security;

/// <summary>What can be done with a row, as privileges are named.</summary>
internal static class Access
{
    public const string Create = "Create";
    public const string Read = "Read";
    public const string Write = "Write";
    public const string Delete = "Delete";
    public const string Assign = "Assign";
}
