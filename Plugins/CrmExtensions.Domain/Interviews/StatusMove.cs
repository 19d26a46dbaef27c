namespace CrmExtensions.Interviews;

/// <summary>One allowed move.</summary>
/// <param name="From">Where the interview stands.</param>
/// <param name="To">Where it goes.</param>
/// <param name="Who">The capacities in which it may be moved; any one is enough.</param>
/// <param name="Need">What must be on record.</param>
/// <param name="TakesSecondPerson">Whether it decides over the owner's work: then the owner cannot do it, though a manager.</param>
public sealed record StatusMove(InterviewStatus From, InterviewStatus To, Movers Who, MoveNeed Need = MoveNeed.Nothing, bool TakesSecondPerson = false);
