namespace CrmExtensions.Waivers;

/// <summary>Who moves a waiver, and when.</summary>
/// <param name="By">The user.</param>
/// <param name="Approvers">Who may decide.</param>
/// <param name="Today">The business date.</param>
/// <param name="ExpiryDays">How many days a request waits for its decision.</param>
public sealed record WaiverFacts(Guid By, Approvers Approvers, DateTime Today, int ExpiryDays = WaiverFacts.DefaultExpiryDays)
{
    public const int DefaultExpiryDays = 30;
}
