namespace CrmExtensions.Folding;

/// <summary>What one fold does while it holds the lock of its period's row.</summary>
public enum FoldAct
{
    /// <summary>Notes the moment it begins: what is committed later is newer than the fold.</summary>
    NoteTime,

    /// <summary>Deletes the period's ticket: whoever commits from now on opens the next.</summary>
    TakeTicket,

    /// <summary>Reads what is summed, page by page, and the stored rows.</summary>
    Read,

    /// <summary>Writes what differs, for as long as <see cref="Fold.MayWrite"/> says.</summary>
    Write,

    /// <summary>Records whether something is left, and the moment noted.</summary>
    Mark,
}
