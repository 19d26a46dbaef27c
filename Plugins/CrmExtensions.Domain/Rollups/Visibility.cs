namespace CrmExtensions.Rollups;

/// <summary>How much of a figure may be shown (product.md 10, suppression). The numbers are stored, as offsets of the choice.</summary>
public enum Visibility
{
    /// <summary>Value and, where it has one, interval.</summary>
    Shown = 0,

    /// <summary>As shown, marked 参考値 (reference value).</summary>
    Reference = 1,

    /// <summary>Numerator and denominator only.</summary>
    CountsOnly = 2,

    /// <summary>Nothing: too few deals, or it would give a sibling away.</summary>
    Hidden = 3,

    /// <summary>Nothing to show: the slice has no deals any more.</summary>
    Empty = 4,
}
