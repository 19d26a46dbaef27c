namespace CrmExtensions.Insights;

/// <summary>A person as a contact or a user names one; a reading (フリガナ) is a name of its own.</summary>
/// <param name="Full">As written out, in either order; its parts are taken from it where it has a space or 中点.</param>
/// <param name="Family">Where the parts are known apart.</param>
/// <param name="Given">Where the parts are known apart.</param>
public sealed record PersonName(string? Full, string? Family = null, string? Given = null);
