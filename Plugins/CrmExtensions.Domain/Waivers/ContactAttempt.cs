namespace CrmExtensions.Waivers;

/// <summary>One attempt to reach the customer.</summary>
/// <param name="On">Its business date.</param>
/// <param name="Channel">How, as an offset of the choice; empty where nobody said.</param>
public sealed record ContactAttempt(DateTime On, int? Channel = null);
