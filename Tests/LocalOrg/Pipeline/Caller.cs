namespace CrmExtensions.Local.Pipeline;

/// <summary>Who asks.</summary>
/// <param name="UserId">Whose rights hold.</param>
/// <param name="InitiatingUserId">Who started it all.</param>
/// <param name="OnBehalfBy">Who really calls, on behalf of the user.</param>
internal sealed record Caller(Guid UserId, Guid InitiatingUserId, Guid? OnBehalfBy = null);
