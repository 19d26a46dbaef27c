using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Rows;

/// <summary>What is in the recycle bin: a deleted row, or the name of a lookup that its deletion emptied.</summary>
internal sealed record BinEntry(Guid Id, EntityReference Of, Entity? Row, string? Lookup);
