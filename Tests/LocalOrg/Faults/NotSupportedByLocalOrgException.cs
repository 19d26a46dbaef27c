namespace CrmExtensions.Local.Faults;

/// <summary>Something that Dataverse may well do and this org does not model; it says so rather than guess.</summary>
public sealed class NotSupportedByLocalOrgException : NotSupportedException
{
    public NotSupportedByLocalOrgException()
    {
    }

    public NotSupportedByLocalOrgException(string what)
        : base("LocalOrg does not support " + what + ".")
    {
    }

    public NotSupportedByLocalOrgException(string what, Exception inner)
        : base("LocalOrg does not support " + what + ".", inner)
    {
    }
}
