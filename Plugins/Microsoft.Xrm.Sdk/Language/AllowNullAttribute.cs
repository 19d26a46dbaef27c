#if NETFRAMEWORK
namespace System.Diagnostics.CodeAnalysis;

/// <summary>The compiler knows this type by its name; .NET Framework 4.6.2 has none.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AllowNullAttribute : Attribute;
#endif
