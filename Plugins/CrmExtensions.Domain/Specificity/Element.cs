namespace CrmExtensions.Specificity;

/// <summary>What makes a testimony specific (E) or takes from it (P), by the ids of product.md 7.</summary>
public enum Element
{
    /// <summary>When or where it happened.</summary>
    E1,

    /// <summary>Who was speaking or is asked.</summary>
    E2,

    /// <summary>The scene, in codes: stage and trigger.</summary>
    E3,

    /// <summary>The deciding remark, word for word.</summary>
    E4,

    /// <summary>Enough text to see the scene.</summary>
    E5,

    /// <summary>What was different, or what should be.</summary>
    E6,

    /// <summary>Something that can be counted or dated.</summary>
    E7,

    /// <summary>Evidence in the customer's words.</summary>
    E8,

    /// <summary>Little more than stock phrases.</summary>
    P1,

    /// <summary>The same as told of another deal.</summary>
    P2,
}
