using System.Reflection;

namespace CrmExtensions.Tests;

/// <summary>The test holds in every shell, after the values given.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EachShellAttribute(params object?[] values) : Attribute, ITestDataSource
{
    public IEnumerable<object?[]> GetData(MethodInfo methodInfo) => Shell.All.Select(shell => (object?[])[shell, .. values]);

    public string? GetDisplayName(MethodInfo methodInfo, object?[]? data) => $"{methodInfo.Name} ({string.Join(", ", data ?? [])})";
}
