using System.Text;
using CrmExtensions.Texts;

namespace CrmExtensions.Insights;

/// <summary>Takes out of a text what would tell who it is about, and leaves what others learn from.</summary>
/// <remarks>
/// Gone are the names known from rows, names before an honorific or behind a title, e-mail addresses, telephone numbers, links, postal codes and addresses;
/// amounts become bands and dates become months. In doubt privacy wins over beauty. All of it works in time that grows with the text and no faster:
/// whatever is sought at a place is either bounded in length or passed over once it is read, and the number of known names does not matter.
/// </remarks>
public sealed class Redaction
{
    // What a replacement uncovers (6/12 12日 is 6月 12日, a date again) takes another pass. No text that people write takes three; the bound is for others.
    private const int MostPasses = 8;

    private readonly NameMatcher names;
    private readonly Amounts amounts;
    private readonly Placeholders placeholders;
    private readonly bool hidesCompetitors;

    public Redaction(KnownNames names, RedactionOptions options)
    {
        this.names = new NameMatcher(names);
        amounts = new Amounts(options.ValueBands, options.BaseCurrency);
        placeholders = new Placeholders(options.ValueBands, options.BaseCurrency);
        hidesCompetitors = options.HidesCompetitors;
    }

    /// <summary>The text as it may be shared; the same text, where there is nothing to hide. Doing it twice changes nothing more.</summary>
    public string Of(string text)
    {
        // What is redacted already may count as another language; then there is nothing to find, so it is of no account.
        var language = TextLanguage.Of(text);
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var folded = new FoldedText(text, placeholders.All);
            var finds = Finds.Merged(folded, Sought(folded, language));
            if (finds.Count == 0)
            {
                break;
            }

            text = Replaced(text, folded, finds, language);
        }

        return text;
    }

    private IEnumerable<Find> Sought(FoldedText text, Language language)
    {
        var known = names.In(text).ToList();
        var shown = hidesCompetitors ? [] : Finds.Merged(text, known.Where(find => find.Secret == Secret.Competitor));
        return known.Where(find => hidesCompetitors || find.Secret != Secret.Competitor)
            .Concat(WithoutShown(NamesBeforeHonorifics.In(text), shown))
            .Concat(EnglishTitles.In(text))
            .Concat(Mails.In(text))
            .Concat(Links.In(text))
            .Concat(Phones.In(text))
            .Concat(PostalCodes.In(text))
            .Concat(JapaneseAddresses.In(text))
            .Concat(EnglishAddresses.In(text))
            .Concat(amounts.In(text))
            .Concat(Dates.In(text, language == Language.Japanese));
    }

    // Both in order, so that one walk along them is enough. What goes on behind the competitor is somebody: 富士見電機田中様.
    private static IEnumerable<Find> WithoutShown(IEnumerable<Find> guesses, IReadOnlyList<Find> shown)
    {
        var next = 0;
        foreach (var guess in guesses)
        {
            while (next < shown.Count && shown[next].End <= guess.Start)
            {
                next++;
            }

            if (next == shown.Count || !shown[next].Overlaps(guess))
            {
                yield return guess;
            }
            else if (guess.End > shown[next].End)
            {
                yield return guess with { Start = shown[next].End, Secret = Secret.Person };
            }
        }
    }

    private string Replaced(string text, FoldedText folded, IReadOnlyList<Find> finds, Language language)
    {
        var redacted = new StringBuilder();
        var at = 0;
        foreach (var find in finds)
        {
            var start = folded.OriginalStart(find);
            redacted.Append(text, at, Math.Max(0, start - at)).Append(placeholders.For(find, language));
            at = folded.OriginalEnd(find);
        }

        return redacted.Append(text, at, text.Length - at).ToString();
    }
}
