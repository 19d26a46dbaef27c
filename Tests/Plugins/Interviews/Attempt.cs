namespace CrmExtensions.Tests.Interviews;

/// <summary>Something somebody tries.</summary>
/// <param name="Deed">What.</param>
/// <param name="Who">Index of a person of the <see cref="Crowd"/>.</param>
/// <param name="Deal">Index of a deal.</param>
/// <param name="Detail">Whatever the deed needs: a status, a choice, a text; 0-9.</param>
internal sealed record Attempt(Deed Deed, int Who, int Deal, int Detail);
