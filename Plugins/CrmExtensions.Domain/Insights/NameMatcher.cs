namespace CrmExtensions.Insights;

/// <summary>Finds known names, with the legal form, the initials or the honorific that go with them.</summary>
/// <remarks>
/// Alphabetic names are whole words. Japanese has no words to go by: kanji count anywhere, four katakana anywhere, three where a run of katakana begins,
/// fewer only as a whole run (レモネ is not in シトレモネ). Where this is wrong, a word too many is gone rather than a name too few. See <see cref="Caution"/>.
/// </remarks>
internal sealed class NameMatcher
{
    private const int FreeKatakana = 4;

    private readonly NameTrie trie;

    public NameMatcher(KnownNames names) => trie = new NameTrie(Spellings(names));

    public IEnumerable<Find> In(FoldedText text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!Script.AreJoined(text[at - 1], text[at]))
            {
                foreach (var name in trie.At(text, at).Where(name => IsName(text, at, name.End, name.Name.Caution)))
                {
                    yield return Extended(text, at, name.End, name.Name.Secret);
                }
            }
        }
    }

    private static IEnumerable<KnownName> Spellings(KnownNames names) =>
        names.Customers.SelectMany(name => NameSpellings.OfCompany(name, Secret.Customer))
            .Concat(names.Competitors.SelectMany(name => NameSpellings.OfCompany(name, Secret.Competitor)))
            .Concat(names.Deals.SelectMany(NameSpellings.OfDeal))
            .Concat(names.People.SelectMany(NameSpellings.OfPerson));

    private static bool IsName(FoldedText text, int start, int end, Caution caution) =>
        !Script.AreJoined(text[end - 1], text[end])
        && IsWholeKatakana(text, start, end)
        && caution switch
        {
            Caution.None => true,
            Caution.Ordinary => Stands(text, start, end) || IsAddressed(text, start, end),
            _ => IsAddressed(text, start, end),
        };

    private static bool IsWholeKatakana(FoldedText text, int start, int end)
    {
        var length = end - start;
        var goesOnBefore = Script.IsKatakana(text[start]) && Script.IsKatakana(text[start - 1]);
        var goesOnAfter = Script.IsKatakana(text[end - 1]) && Script.IsKatakana(text[end]);
        return length >= FreeKatakana || (!goesOnBefore && (!goesOnAfter || length == FreeKatakana - 1));
    }

    private static bool Stands(FoldedText text, int start, int end) => Script.IsAlphabetic(text[start])
        ? text.IsCapital(start)
        : !(Script.IsKanji(text[start - 1]) && Script.IsKanji(text[start])) && !(Script.IsKanji(text[end - 1]) && Script.IsKanji(text[end]));

    private static bool IsAddressed(FoldedText text, int start, int end) =>
        CompanyForms.StartBefore(text, start) < start
        || CompanyForms.EndAfter(text, end) > end
        || EnglishTitles.StartBefore(text, start) < start
        || Honorifics.LengthAt(text, end) > 0
        || (text[end] == ' ' && Honorifics.LengthAt(text, end + 1) > 0);

    private static Find Extended(FoldedText text, int start, int end, Secret secret)
    {
        var isPerson = secret == Secret.Person;
        var from = isPerson ? EnglishTitles.StartBefore(text, StartWithInitial(text, start)) : CompanyForms.StartBefore(text, start);
        var to = isPerson ? end : CompanyForms.EndAfter(text, end);
        return new Find(from, Honorifics.PoliteEndAfter(text, to), secret);
    }

    // J. Smith.
    private static int StartWithInitial(FoldedText text, int start)
    {
        var at = text[start - 1] == ' ' ? start - 2 : start - 1;
        return text[at] == '.' && text.IsCapital(at - 1) && !Script.IsAlphanumeric(text[at - 2]) ? at - 1 : start;
    }
}
