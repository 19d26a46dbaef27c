namespace CrmExtensions.Local.Metadata;

/// <summary>What deleting a referenced row does to the rows that point to it.</summary>
public enum Cascade
{
    NoCascade,
    RemoveLink,
    Restrict,
    Cascade,
}
