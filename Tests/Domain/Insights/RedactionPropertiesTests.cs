using System.Text;
using CrmExtensions.Specificity;
using CsCheck;

namespace CrmExtensions.Tests;

/// <summary>What redaction promises of any text.</summary>
[TestClass]
public sealed class RedactionPropertiesTests
{
    private const int Iterations = 1_000;

    private static readonly string[] Harmless =
    [
        "価格面で", "他社に決まった", "役員会の", "翌日は", "デモを", "部長が", "情報システム部長に", "お客様も", "90日で", "3社と", "現場リーダーの", "仕様は", "と言われ", "。", "、", "\n", "　",
        "the IT director ", "asked for 90 days ", "and 3 vendors ", "because ", "it was easy. ", "they would ", "later ", "😀", "「", "」", "(", ")",
    ];

    // Not only what is harmless, but beginnings and ends of what is not.
    private static readonly string[] Hostile =
    [
        .. Harmless, "6/12", "12日", "6月", "June ", "1", "2", "0", "-", "03", "@", "a", ".com", "://", "万", "億", "円", "¥", "$1", "〒", "東京都", "港区", "1丁目", "様", "さん", "くん", "鈴木", "たなか", "Mr. ", "Mr",
        "Smith", "san", "株式会社", "㈱", "青空テクノ", "林", "未来", "Next ", "〔", "〕", "[", "]", "〔人名〕", "[person]", "人名", " ", ".", ",", "/", "ﾞ", "\u0301", "\u200b", "\ud83d", "R8.", "〇", "・", "ー", "Street", "CA ",
    ];

    private static readonly (string Name, string Secret)[] Names =
    [
        ("青空テクノ", "青空テクノ"), ("株式会社青空テクノ", "青空テクノ"), ("田中太郎", "田中"), ("田中", "田中"), ("Harbourline Foods", "harbourline"), ("John Smith", "smith"), ("Müller", "müller"),
        ("富士見電機", "富士見"), ("Quillmark", "quillmark"), ("jane.doe@example.com", "jane"), ("jane.doe@example.com", "example"), ("03-1234-5678", "1234"), ("+81 90 9999 8888", "9999"),
        ("https://portal.example.com/x?y=1", "portal"), ("〒100-0001", "0001"), ("東京都港区青葉4-2-8", "青葉"), ("12,345,678円", "345"), ("¥98,765", "98,765"), ("2031-06-12", "2031"), ("鈴木様", "鈴木"), ("Mr. Jones", "jones"),
    ];

    private static readonly Gen<string> AnyHarmless = Gen.OneOf(Harmless).Array[0, 20].Select(string.Concat);

    private static readonly Gen<string> AnyText = Gen.OneOf(Gen.OneOf(Hostile).Array[0, 30].Select(string.Concat), Gen.String);

    private static readonly Gen<Plant> AnyPlant = Gen.Select(Gen.OneOf(Names), Gen.Int[0, 3], (name, shape) => new Plant(Shaped(name.Name, shape), name.Secret));

    [TestMethod]
    public void No_planted_secret_is_left_in_any_width_or_case() => Gen.Select(AnyHarmless, AnyPlant, AnyHarmless).Sample(
        (before, plant, after) => !Normal(Shared.Of($"{before} {plant.Written} {after}")).Contains(plant.Secret, StringComparison.Ordinal),
        iter: Iterations);

    [TestMethod]
    public void No_secret_is_left_where_many_stand_together() => Gen.Select(AnyPlant.Array[2, 6], Gen.OneOf(" ", "、", "と", "\n", "; ")).Sample(
        (plants, between) =>
        {
            var shared = Normal(Shared.Of(string.Join(between, plants.Select(plant => plant.Written))));
            return plants.All(plant => !shared.Contains(plant.Secret, StringComparison.Ordinal));
        },
        iter: Iterations);

    [TestMethod]
    public void A_text_without_a_secret_is_not_touched() => AnyHarmless.Sample(text => Shared.Of(text) == text, iter: Iterations);

    [TestMethod]
    public void Redacting_twice_is_redacting_once() => AnyText.Sample(
        text =>
        {
            var once = Shared.Of(text);
            return Shared.Of(once) == once;
        },
        iter: Iterations * 3);

    [TestMethod]
    public void What_is_far_away_makes_no_difference() => Gen.Select(AnyHarmless, AnyPlant).Sample(
        (text, plant) =>
        {
            var one = $"{text} {plant.Written}は決めた。\n";
            return Shared.Of(one + one + one) == Shared.Of(one) + Shared.Of(one) + Shared.Of(one);
        },
        iter: Iterations);

    [TestMethod]
    public void Known_names_hide_no_less_when_more_are_known() => Gen.Select(AnyHarmless, AnyPlant).Sample(
        (text, plant) =>
        {
            var more = Shared.Names with { Customers = [.. Shared.Names.Customers, "決めた商会", "Vendors & Sons"] };
            return !Normal(Shared.Knowing($"{text} {plant.Written}", more)).Contains(plant.Secret, StringComparison.Ordinal);
        },
        iter: Iterations / 5);

    private static string Normal(string text) => PlainText.Of(text).Value;

    private static string Shaped(string text, int shape) => shape switch
    {
        0 => text,
        1 => text.ToUpperInvariant(),
        2 => Wide(text),
        _ => text.Normalize(NormalizationForm.FormD),
    };

    private static string Wide(string text) => string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c == ' ' ? '\u3000' : c));
}
