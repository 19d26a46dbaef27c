namespace CrmExtensions.Tests.StandIn;

/// <summary>A lookup: the column, the single-valued navigation property that it is set by, and the table it leads to.</summary>
internal sealed record Lookup(string Column, string Property, string Target, bool IsReadOnly, bool IsRequired)
{
    /// <summary>The property that reads the id.</summary>
    public string Value => $"_{Column}_value";

    /// <summary>Written as <c>eventhandler eventhandler_plugintype plugintype required</c>.</summary>
    public static Lookup Parse(string text)
    {
        var words = text.Split(' ');
        return new Lookup(words[0], words[1], words[2], words.Contains("readonly"), words.Contains("required"));
    }
}
