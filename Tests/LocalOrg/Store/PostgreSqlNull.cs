using NpgsqlTypes;

namespace CrmExtensions.Local.Store;

/// <summary>An empty value with its type, so that a statement keeps the plan it was prepared with.</summary>
internal sealed record PostgreSqlNull(NpgsqlDbType Type);
