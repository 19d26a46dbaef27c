namespace CrmExtensions.Insights;

/// <summary>What a shared text must not tell, in the order in which one wins where two cover the same words.</summary>
internal enum Secret
{
    Customer,
    Competitor,
    Deal,
    Person,

    /// <summary>One nobody told us of, guessed from an honorific.</summary>
    Company,
    Mail,
    Link,
    Phone,
    Address,

    /// <summary>Becomes its band.</summary>
    Amount,

    /// <summary>Becomes its month.</summary>
    Date,
}
