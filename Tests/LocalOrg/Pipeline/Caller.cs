namespace CrmExtensions.Local.Pipeline;

/// <summary>Who asks.</summary>
/// <param name="UserId">Whose rights hold.</param>
/// <param name="InitiatingUserId">Who started it all.</param>
internal sealed record Caller(Guid UserId, Guid InitiatingUserId);
