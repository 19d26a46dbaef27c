namespace CrmExtensions.Folding;

/// <summary>One thing that a job does for a period.</summary>
public enum Duty
{
    /// <summary>Inserts the period's ticket, whose own job will fold.</summary>
    Promise,

    /// <summary>Looks how old the ticket is that was in the way.</summary>
    LookAtTicket,

    /// <summary>Asks for one fold.</summary>
    Fold,

    /// <summary>Looks whether a ticket has been opened since the fold: its job will write what is left.</summary>
    LookForSuccessor,
}
