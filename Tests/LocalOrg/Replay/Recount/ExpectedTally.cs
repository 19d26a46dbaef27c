namespace CrmExtensions.Local.Replay.Recount;

/// <summary>What the raw tally of a slice must hold: nobody has filled in an interview yet, so only what a close tells.</summary>
internal static class ExpectedTally
{
    public static Dictionary<string, decimal> Of(SliceName slice, Deals deals)
    {
        var tally = new Dictionary<string, decimal>
        {
            ["won"] = deals.Won,
            ["lost"] = deals.Lost,
            ["wonvalue"] = deals.WonValue,
            ["lostvalue"] = deals.LostValue,
            ["required"] = deals.All,
            ["wonagainstcompetitor"] = deals.WonAgainst,
            ["wonagainstit"] = slice is { Dimension: "competitor", Label.Length: > 0 } ? deals.WonAgainst : 0,
        };
        return tally.Where(part => part.Value != 0).ToDictionary();
    }
}
