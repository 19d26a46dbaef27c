namespace CrmExtensions.Tests;

/// <summary>Assertions over many things at once; a failure lists every one that is wrong.</summary>
internal static class Expect
{
    /// <summary>Asks every subject what is wrong with it. A test without subjects proves nothing, so that fails too.</summary>
    public static void NoComplaint<T>(IEnumerable<T> subjects, Func<T, IEnumerable<string>> complaints)
    {
        var all = subjects.ToList();
        Assert.IsNotEmpty(all, "There is nothing to look at.");
        NoComplaint(all.SelectMany(complaints));
    }

    /// <summary>Holds for every subject.</summary>
    public static void All<T>(IEnumerable<T> subjects, Func<T, bool> rule, string otherwise) =>
        NoComplaint(subjects, subject => Unless(rule(subject), $"{subject} {otherwise}"));

    public static void NoComplaint(IEnumerable<string> complaints)
    {
        var found = complaints.ToList();
        if (found.Count > 0)
        {
            Assert.Fail(string.Join('\n', found.Prepend($"{found.Count} complaint(s):")));
        }
    }

    /// <summary>The same lines, each as often, in any order.</summary>
    public static void SameLines(string left, IEnumerable<string> ofLeft, string right, IEnumerable<string> ofRight)
    {
        var (one, other) = (ofLeft.ToList(), ofRight.ToList());
        Assert.IsNotEmpty(one, $"There is nothing in {left}.");
        NoComplaint([.. Beyond(one, other, $"Only in {left}: "), .. Beyond(other, one, $"Only in {right}: ")]);
    }

    /// <summary>Values that occur more than once, each once.</summary>
    public static IEnumerable<T> Repeated<T>(this IEnumerable<T> values) => values.GroupBy(value => value).Where(group => group.Count() > 1).Select(group => group.Key);

    public static IEnumerable<string> Unless(bool rule, string complaint) => rule ? [] : [complaint];

    private static IEnumerable<string> Beyond(IEnumerable<string> lines, IEnumerable<string> others, string prefix)
    {
        var rest = others.CountBy(line => line).ToDictionary();
        return lines.CountBy(line => line)
            .Where(line => line.Value > rest.GetValueOrDefault(line.Key))
            .Select(line => $"{prefix}{line.Key} ({line.Value}, not {rest.GetValueOrDefault(line.Key)})")
            .Order(StringComparer.Ordinal);
    }
}
