using CrmExtensions.Insights;

namespace CrmExtensions.Tests;

/// <summary>Texts as they are shared by an organisation with these rows and settings.</summary>
internal static class Shared
{
    public static readonly RedactionOptions Options = new() { ValueBands = [1_000_000m, 5_000_000m, 20_000_000m, 100_000_000m], HidesCompetitors = true };

    public static readonly KnownNames Names = new()
    {
        Customers = ["株式会社青空テクノ", "山鳩製作所", "Harbourline Foods Ltd.", "未来", "Next Inc.", "レモネ", "光株式会社"],
        People =
        [
            new("田中 太郎", "田中", "太郎"), new("林 恵"), new(null, "佐々木", "直人"), new("森"), new("𠮷野 実"), new("タナカ タロウ"),
            new("John Smith"), new("Ann Best"), new("Rose O'Neil"), new("Jürgen Müller"), new("Will van Dyke"),
        ],
        Competitors = ["富士見電機株式会社", "Quillmark, Inc."],
        Deals = ["基幹システム刷新案件", "OPP-2026-001"],
    };

    private static readonly Redaction Usual = new(Names, Options);

    public static string Of(string text) => Usual.Of(text);

    public static string With(string text, RedactionOptions options) => new Redaction(Names, options).Of(text);

    public static string Knowing(string text, KnownNames names) => new Redaction(names, Options).Of(text);
}
