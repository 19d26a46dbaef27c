namespace CrmExtensions.Insights;

/// <summary>Host names without a scheme (www.example.com, 192.0.2.1), told from words with a point in them (e.g., 3.5, Node.js, ASP.NET).</summary>
internal static class HostNames
{
    private static readonly WordSet Domains = WordSet.Of(
        """
        com net org edu gov mil int biz info name mobi asia jp uk de fr cn kr tw hk sg au ca nz eu ch nl se fi dk pl cz es pt br mx ru vn th ph ie il tr ua za ar cl
        io ai co tv cc dev app cloud online site store shop tech xyz page web blog agency company group global world works solutions systems digital media
        local lan corp internal intra intranet home test example invalid localhost tokyo osaka nagoya kyoto
        """);

    // Domains only with a path behind them: no sentence ends there and goes on with a slash.
    private static readonly WordSet ShortDomains = WordSet.Of("ly gl gg to me be it us in is my st im");
    private static readonly WordSet Products = WordSet.Of("asp.net vb.net ado.net ml.net");

    /// <summary>Where the host that begins here ends; here, if none does.</summary>
    public static int EndAt(FoldedText text, int at)
    {
        if (!Script.IsAscii(text[at]) || IsInside(text[at - 1]))
        {
            return at;
        }

        var end = at;
        while (Script.IsAscii(text[end]) || (IsInside(text[end]) && Script.IsAscii(text[end + 1])))
        {
            end++;
        }

        var host = text.Value.Substring(at, end - at);
        return host.IndexOf('.') > 0 && IsHost(host, text[end]) ? end : at;
    }

    private static bool IsInside(char c) => Script.IsAscii(c) || c is '.' or '-' or '_';

    private static bool IsHost(string host, char next)
    {
        var labels = host.Split('.');
        var last = labels[labels.Length - 1];
        return labels[0] == "www"
            || (labels.Length == 4 && labels.All(IsByte))
            || (!Products.Contains(host) && (Domains.Contains(last) || (next == '/' && ShortDomains.Contains(last))) && labels.Take(labels.Length - 1).Any(label => label.Any(char.IsLetter)));
    }

    private static bool IsByte(string label) => label.Length <= 3 && label.All(Script.IsDigit);
}
