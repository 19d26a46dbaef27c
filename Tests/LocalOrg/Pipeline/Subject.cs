namespace CrmExtensions.Local.Pipeline;

/// <summary>The row a message is about; the id is empty where it does not exist yet.</summary>
internal readonly record struct Subject(string Table, Guid Id);
