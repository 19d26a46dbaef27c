namespace CrmExtensions.Local.Queries;

/// <summary>What a link does to the rows of its parent (Learn, fetchxml/reference/link-entity, link types and filter link types).</summary>
internal enum LinkKind
{
    /// <summary>A parent row once for each related row.</summary>
    Inner,

    /// <summary>Parent rows without a related one too.</summary>
    Outer,

    /// <summary>A parent row with one of its related rows.</summary>
    FirstRow,

    /// <summary>Parent rows with a related one; <c>exists</c>, <c>in</c>, <c>any</c> and <c>not all</c>.</summary>
    Any,

    /// <summary>Parent rows without a related one.</summary>
    NotAny,

    /// <summary>As documented: related rows are there, and none of them meets the filter.</summary>
    All,
}
