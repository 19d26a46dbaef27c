using CrmExtensions.Specificity;

namespace CrmExtensions.Insights;

/// <summary>How a name from a row is written in a text.</summary>
/// <remarks>
/// A company also goes by the first word of its Latin name and by its Japanese name without what it does (山田製作所 as 山田), unless that is an ordinary
/// word, and without the branch behind it (青空テクノ 東京支社, 青空テクノ（東京）); a person by each part of the name. Nicknames and abbreviations are unknown.
/// </remarks>
internal static class NameSpellings
{
    private const int ShortestLatinPart = 4;
    private const int ShortestJapanesePart = 2;
    private const int LongestFamily = 3;
    private const int LongestUnspaced = 7;

    // Between the parts of a person's name, of no person by themselves.
    public static readonly WordSet Particles = WordSet.Of("de da di do dos du del della der den van von zu la le el al bin ibn san st jr sr");

    public static IEnumerable<KnownName> OfCompany(string name, Secret secret)
    {
        var core = NameKey.Of(CompanyForms.Core(Normalisation.Of(name)));
        return Whole(core, secret).Concat(ShortForms(core).SelectMany(form => Whole(form, secret)));
    }

    public static IEnumerable<KnownName> OfPerson(PersonName name)
    {
        var full = NameKey.Of(Normalisation.Of(name.Full ?? ""));
        var family = NameKey.Of(Normalisation.Of(name.Family ?? ""));
        var given = NameKey.Of(Normalisation.Of(name.Given ?? ""));
        var parts = full.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        return Whole(full, Secret.Person)
            .Concat(family.Length > 0 && given.Length > 0 ? Whole(family + " " + given, Secret.Person).Concat(Whole(given + " " + family, Secret.Person)) : [])
            .Concat(Part(family, isGiven: false))
            .Concat(Part(given, isGiven: true))
            .Concat(parts.Length > 1 ? Spaced(parts) : Unspaced(full));
    }

    public static IEnumerable<KnownName> OfDeal(string name) => Whole(NameKey.Of(Normalisation.Of(name)), Secret.Deal);

    // Its parts together or apart; both without accents too, as people without the keys for them write.
    private static IEnumerable<KnownName> Whole(string key, Secret secret)
    {
        if (key.Length == 0)
        {
            return [];
        }

        var caution = key.IndexOf(' ') >= 0 ? Caution.None : CautionOf(key);
        return new[] { key, key.Replace(" ", "") }.SelectMany(form => new[] { form, Accents.Removed(form) }).Distinct().Select(form => new KnownName(form, secret, caution));
    }

    private static IEnumerable<KnownName> Part(string key, bool isGiven)
    {
        if (key.Length == 0 || Particles.Contains(key))
        {
            return [];
        }

        var isCareful = isGiven && key.All(Script.IsKanji);
        return Whole(key, Secret.Person).Select(name => isCareful && name.Caution == Caution.None ? name with { Caution = Caution.Ordinary } : name);
    }

    private static IEnumerable<KnownName> Spaced(string[] parts)
    {
        var isJapanese = Script.IsJapanese(parts[0][0]);
        return parts.SelectMany((part, index) => Part(part, isJapanese && index > 0)).Concat(parts.Length == 2 ? Whole(parts[1] + " " + parts[0], Secret.Person) : []);
    }

    // 鈴木一郎, as the platform writes names in Japanese: where the family's name ends is a guess.
    private static IEnumerable<KnownName> Unspaced(string full) =>
        full.Length is 0 or > LongestUnspaced || !Script.IsKanji(full[0]) || !full.All(Script.IsJapanese) ? []
        : Enumerable.Range(1, Math.Min(LongestFamily, full.Length - 1))
            .Where(at => !char.IsLowSurrogate(full[at]))
            .SelectMany(at => Whole(full.Substring(0, at) + " " + full.Substring(at), Secret.Person).Concat(new[] { full.Substring(0, at), full.Substring(at) }.SelectMany(Guess)));

    private static IEnumerable<KnownName> Guess(string part) => IsTelling(part) ? [new KnownName(part, Secret.Person, Caution.Ordinary)] : [];

    private static Caution CautionOf(string key) =>
        IsTooShort(key) ? Caution.Addressed
        : key.Length <= 2 && Script.IsAlphabetic(key[0]) || OrdinaryWords.Contain(key) ? Caution.Ordinary
        : Caution.None;

    private static bool IsTooShort(string key) => key.Length == 1 || (key.Length == 2 && key.All(Script.IsHiragana)) || key.All(Script.IsDigit) && key.Length < 4;

    private static IEnumerable<string> ShortForms(string core)
    {
        var space = core.IndexOf(' ');
        if (space >= ShortestLatinPart && Script.IsAlphabetic(core[0]) && !OrdinaryWords.Contain(core.Substring(0, space)))
        {
            yield return core.Substring(0, space);
        }

        var trade = OrdinaryWords.TradeLength(core);
        var name = core.Substring(0, core.Length - trade).TrimEnd();
        if (trade > 0 && name.Any(Script.IsJapanese) && IsTelling(name))
        {
            yield return name;
        }

        var first = core.IndexOfAny([' ', '(']);
        if (first > 0 && core.Take(first).Any(Script.IsJapanese) && IsTelling(core.Substring(0, first)))
        {
            yield return core.Substring(0, first);
        }
    }

    private static bool IsTelling(string part) =>
        part.Length >= ShortestJapanesePart && !OrdinaryWords.Contain(part) && !RoleWords.AreAll(part, part.Length);
}
