namespace CrmExtensions.Specificity;

/// <summary>How specific a testimony is (product.md 5.2, wl_specificityband). The numbers are stored, as offsets of the choice.</summary>
public enum Band
{
    /// <summary>曖昧: refused when submitted.</summary>
    Vague = 0,

    /// <summary>一部具体: for the manager to judge.</summary>
    Partly = 1,

    /// <summary>具体.</summary>
    Specific = 2,
}
