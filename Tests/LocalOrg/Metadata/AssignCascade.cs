namespace CrmExtensions.Local.Metadata;

/// <summary>Which rows change hands with the row they point to.</summary>
public enum AssignCascade
{
    NoCascade,

    /// <summary>All of them.</summary>
    Cascade,

    /// <summary>Those in their first state.</summary>
    ActiveOnly,

    /// <summary>Those that have the same owner as the row they point to has had.</summary>
    UserOwned,
}
