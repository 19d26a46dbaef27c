namespace System.Runtime.CompilerServices;

/// <summary>The compiler asks for this type where records are used; .NET Framework 4.6.2 has none.</summary>
internal static class IsExternalInit;
