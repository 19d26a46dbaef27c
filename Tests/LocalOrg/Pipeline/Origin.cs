namespace CrmExtensions.Local.Pipeline;

/// <summary>Where a message comes from.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Parent">The message whose step, or whose main operation, asks; empty outside.</param>
/// <param name="Mode">How it comes about.</param>
/// <param name="Envelope">The message that only holds it, so that steps find it no deeper; empty as a rule.</param>
internal sealed record Origin(Caller Caller, Operation? Parent, Mode Mode, Operation? Envelope = null)
{
    /// <summary>The transaction it finds; empty where it finds none.</summary>
    public UnitOfWork? Unit => Cause?.Unit;

    /// <summary>The message it belongs to; empty for one that begins something new.</summary>
    public Operation? Cause => Envelope ?? Parent;
}
