namespace CrmExtensions.Folding;

/// <summary>Why stored figures may be behind.</summary>
public enum StaleCause
{
    /// <summary>Nothing says that they are.</summary>
    None,

    /// <summary>A ticket nobody has served.</summary>
    Ticket,

    /// <summary>A fold has left rows to write.</summary>
    More,

    /// <summary>No fold has ended yet.</summary>
    NeverFolded,

    /// <summary>What they sum has changed since.</summary>
    Data,

    /// <summary>The settings have changed since: thresholds, or where the fiscal year begins.</summary>
    Policy,

    /// <summary>The list of reasons has changed since.</summary>
    Taxonomy,

    /// <summary>They were worked out by an earlier version of the formulas.</summary>
    Formula,

    /// <summary>Something they are about has another name.</summary>
    Renamed,
}
