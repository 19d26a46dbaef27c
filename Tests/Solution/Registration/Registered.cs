using System.Globalization;

namespace CrmExtensions.Tests.Registration;

/// <summary>What a step is registered for, whether an attribute says so or XML does. Columns are sets, so they stand in order.</summary>
internal sealed record Registered(string Class, string Message, string Table, int Stage, bool IsAsynchronous)
{
    private const int DeclaredAsynchronous = 140;
    private const int PostOperation = 40;

    public IReadOnlyList<string> Columns { get; init; } = [];

    public IReadOnlyList<string> PreImage { get; init; } = [];

    public IReadOnlyList<string> PostImage { get; init; } = [];

    public bool IsGate { get; init; }

    /// <summary>From a stage as the attribute numbers it: after commit is a stage of its own there, and a mode in XML.</summary>
    public static Registered Declared(string type, string message, string table, int stage) => stage == DeclaredAsynchronous
        ? new(type, message, table, PostOperation, true)
        : new(type, message, table, stage, false);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Class}: {Message} of {Table}, stage {Stage} mode {(IsAsynchronous ? 1 : 0)}, columns [{InOrder(Columns)}], before [{InOrder(PreImage)}], after [{InOrder(PostImage)}]{(IsGate ? ", gate" : "")}");

    private static string InOrder(IEnumerable<string> columns) => string.Join(' ', columns.Order(StringComparer.Ordinal));
}
