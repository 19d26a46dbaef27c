namespace CrmExtensions.Insights;

/// <summary>Legal forms, which come and go beside the name of a company.</summary>
internal static class CompanyForms
{
    // A comma and a space.
    private const int LongestJoint = 2;
    private const int MostForms = 4;

    private static readonly WordSet Japanese = WordSet.Of(
        """
        株式会社 有限会社 合同会社 合資会社 合名会社 相互会社 一般社団法人 一般財団法人 公益社団法人 公益財団法人 社団法人 財団法人 医療法人社団 医療法人財団 医療法人
        学校法人 社会福祉法人 社会医療法人 特定非営利活動法人 npo法人 独立行政法人 国立大学法人 国立研究開発法人 地方独立行政法人 宗教法人 税理士法人 弁護士法人 監査法人
        (株) (有) (同) (資) (名) (相) (社) (財) (医) (学) (福) (独) (宗)
        """);

    private static readonly WordSet Latin = WordSet.Of(
        """
        inc incorporated ltd limited llc llp lp plc corp corporation co company companies kk k.k gk g.k gmbh mbh ag se sa s.a sas sarl s.a.r.l srl s.r.l spa s.p.a
        bv b.v nv n.v ab oy oyj as a/s asa aps kg kgaa ohg ug pte pty bhd sdn pvt lda ltda holdings holding group
        """);

    private static readonly WordSet Loose = WordSet.Of("ホールディングス グループ ホールディング");

    /// <summary>A folded name without its forms; the name itself where nothing else is left.</summary>
    public static string Core(string folded)
    {
        var core = folded;
        for (var shorter = Shorter(core); shorter.Length > 0 && shorter != core; shorter = Shorter(core))
        {
            core = shorter;
        }

        return core;
    }

    /// <summary>Where a form that belongs to the name before <paramref name="end"/> ends; there, if none follows.</summary>
    public static int EndAfter(FoldedText text, int end)
    {
        for (var forms = 0; forms < MostForms; forms++)
        {
            var length = LengthAt(text, AfterJoint(text, end), out var start);
            if (length == 0)
            {
                break;
            }

            end = start + length;
            end += text[end] == '.' ? 1 : 0;
        }

        return end;
    }

    /// <summary>Where a form that belongs to the name at <paramref name="start"/> begins; there, if none precedes.</summary>
    public static int StartBefore(FoldedText text, int start)
    {
        var end = text[start - 1] == ' ' ? start - 1 : start;
        var length = Japanese.LengthBefore(text.Value, end);
        return length > 0 ? end - length : start;
    }

    private static int AfterJoint(FoldedText text, int at)
    {
        for (var passed = 0; passed < LongestJoint && text[at] is ' ' or ',' or '&'; passed++)
        {
            at++;
        }

        return at;
    }

    // As, SE and SA are forms, as and se are words.
    private static int LengthAt(FoldedText text, int at, out int start)
    {
        start = at;
        var japanese = Math.Max(Japanese.LengthAt(text.Value, at), Loose.LengthAt(text.Value, at));
        var latin = Latin.WholeAt(text.Value, at);
        return japanese > 0 ? japanese : latin > 2 || text.IsCapital(at) ? latin : 0;
    }

    private static string Shorter(string name)
    {
        var trimmed = name.Trim(' ', ',', '.', '&', '・');
        var before = Japanese.LengthAt(trimmed, 0);
        if (before > 0)
        {
            return trimmed.Substring(before).Trim();
        }

        var after = Math.Max(Japanese.LengthBefore(trimmed, trimmed.Length), Loose.LengthBefore(trimmed, trimmed.Length));
        after = after > 0 ? after : LatinBefore(trimmed);
        return after > 0 ? trimmed.Substring(0, trimmed.Length - after).Trim() : trimmed;
    }

    private static int LatinBefore(string name)
    {
        var length = Latin.LengthBefore(name, name.Length);
        return length > 0 && length < name.Length && name[name.Length - length - 1] is ' ' or ',' or '.' ? length : 0;
    }
}
