using CrmExtensions.Calendar;

namespace CrmExtensions.Folding;

/// <summary>
/// The fold protocol outside the lock (architecture.md 5): which errands follow from how one went. A job begins with one errand,
/// and does those that follow, in order, before those that were waiting.
/// </summary>
public static class Errands
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(10);

    // A job may take two minutes; what is left goes on in the next attempt.
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(80);

    /// <summary>What is to be done next because of an errand.</summary>
    /// <param name="errand">The one that was done.</param>
    /// <param name="finding">How it went.</param>
    /// <param name="above">The quarter, half and year above a month; asked for only where they matter.</param>
    public static IReadOnlyList<Errand> After(Errand errand, Finding finding, Func<Period, IReadOnlyList<Period>> above) => errand.Duty switch
    {
        Duty.Promise when finding == Finding.TicketStands => [errand with { Duty = Duty.LookAtTicket }],
        Duty.LookAtTicket when finding == Finding.TicketIsForgotten => [errand with { Duty = Duty.Fold }],
        Duty.Fold when finding == Finding.IsComplete && errand.Period.Grain == Grain.Month => [.. above(errand.Period).Select(period => new Errand(Duty.Promise, period))],

        // While more is left, the job of a new ticket goes on rather than this one, so that jobs do not queue for one lock.
        Duty.Fold when finding == Finding.MoreIsLeft => [errand with { Duty = Duty.LookForSuccessor }],
        Duty.LookForSuccessor when finding == Finding.NoTicket => [errand with { Duty = Duty.Fold }],
        _ => [],
    };

    /// <summary>Whether the attempt ends here, and the job begins anew in the next.</summary>
    /// <param name="finding">How the last errand went.</param>
    /// <param name="working">For how long the attempt has worked.</param>
    public static bool EndsAttempt(Finding finding, TimeSpan working) =>
        finding == Finding.Contended || (finding == Finding.MoreIsLeft && working > LongestAttempt);

    /// <summary>What the ticket that was in the way tells.</summary>
    /// <param name="madeOn">When it was made; empty where it has gone.</param>
    /// <param name="now">The moment.</param>
    public static Finding Judge(DateTime? madeOn, DateTime now) =>
        madeOn is null ? Finding.NoTicket
        : madeOn < now - Forgotten ? Finding.TicketIsForgotten
        : Finding.TicketIsServed;
}
