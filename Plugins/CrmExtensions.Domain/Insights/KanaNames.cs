namespace CrmExtensions.Insights;

/// <summary>Guesses names in hiragana, which nothing sets apart from the grammar around them: たなかさん, かおりさま.</summary>
/// <remarks>Two to five characters between the honorific and what is no hiragana, less one particle; longer runs are taken for prose.</remarks>
internal static class KanaNames
{
    private const int Shortest = 2;
    private const int Longest = 5;
    private const string Particles = "はがをにでとものやへ";

    private static readonly WordSet Honorifics = WordSet.Of("さん さま 様 ちゃん");

    // Endings of what stands before さん and names nobody: みなさん, おつかれさま, たくさん, どちらさま, このさま.
    private static readonly WordSet Nobody = WordSet.Of(
        """
        みな みんな きゃく たく だく つかれ かげ くろう ちそう とう かあ にい ねえ じい ばあ おば おじ あか ぼう おく むすめ じょう こ ちら なた ざま どく まち つぎ となり となりの やお ほんや
        この その あの どの こんな そんな あんな まな いろ する した いる ある なる れる える ない たい よう てい んな とく たがい まちどお まちどう いちばん うち おおや もの しゃ きのどく さき かみ ほとけ
        """);

    public static Find Before(FoldedText text, int at, int polite)
    {
        var start = at;
        while (at - start <= Longest + 1 && Script.IsHiragana(text[start - 1]))
        {
            start--;
        }

        if (text[start - 1] == FoldedText.Opaque || Script.IsJapanese(text[start - 1]) || Script.IsAlphanumeric(text[start - 1]))
        {
            // Without a particle between, it is the rest of the word before: 若いさん.
            start = Particles.IndexOf(text[start]) >= 0 ? start + 1 : at;
        }

        var isName = at - start is >= Shortest and <= Longest
            && Honorifics.Contains(text.Value.Substring(at, polite))
            && Nobody.LengthBefore(text.Value, at) == 0;
        return isName ? new Find(start, at + polite, Secret.Person) : default;
    }
}
