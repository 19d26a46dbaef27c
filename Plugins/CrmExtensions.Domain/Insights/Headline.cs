namespace CrmExtensions.Insights;

/// <summary>The line a card is found by: what happened, where the customer's mind moved, and when.</summary>
public static class Headline
{
    /// <summary>Such as <c>受注 / Won · デモ / Demo × 実物を見た / Saw it work · 2026年6月 / June 2026</c>; what is not known is left out.</summary>
    public static string Of(string outcome, string? stage, string? trigger, string? period)
    {
        var moment = string.Join(" × ", Told(stage, trigger));
        return string.Join(" · ", Told(outcome, moment, period));
    }

    private static IEnumerable<string> Told(params string?[] parts) => parts.Where(part => !string.IsNullOrEmpty(part)).Select(part => part!);
}
