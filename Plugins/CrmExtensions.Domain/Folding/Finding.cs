namespace CrmExtensions.Folding;

/// <summary>How an errand went.</summary>
public enum Finding
{
    /// <summary>The ticket has been inserted.</summary>
    TicketIsNew,

    /// <summary>There was a ticket already.</summary>
    TicketStands,

    /// <summary>There is no ticket.</summary>
    NoTicket,

    /// <summary>There is a ticket, and nothing says that it was forgotten.</summary>
    TicketIsServed,

    /// <summary>There is a ticket that nobody has served for long.</summary>
    TicketIsForgotten,

    /// <summary>The fold has left rows to write.</summary>
    MoreIsLeft,

    /// <summary>The fold has written all.</summary>
    IsComplete,

    /// <summary>Others were in the way: a deadlock, or a lock that took too long. Nothing has happened.</summary>
    Contended,
}
