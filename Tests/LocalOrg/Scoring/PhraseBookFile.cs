using System.Xml.Linq;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Replay;
using CrmExtensions.Specificity;

namespace CrmExtensions.Local.Scoring;

/// <summary>The dictionary that ships: the rows of wl_vaguephrase in the reference data (Configuration Migration format).</summary>
public static class PhraseBookFile
{
    private const string Table = "wl_vaguephrase";
    private const string Phrase = "wl_name";
    private const string Kind = "wl_kind";
    private const string StockPhrase = "727000000";
    private const string Placeholder = "727000001";

    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "data", "data.xml");

    /// <exception cref="ReportFileException">The file has no phrases.</exception>
    public static PhraseBook Read(string path)
    {
        var rows = SolutionXml.Load(path).Elements("entity")
            .Where(table => table.Name("name") == Table)
            .Descendants("record")
            .Select(row => (Kind: Field(row, Kind), Phrase: Field(row, Phrase)))
            .ToList();
        return rows.Count > 0
            ? new PhraseBook(Of(rows, StockPhrase), Of(rows, Placeholder))
            : throw new ReportFileException(Words.In($"{path} has no rows of {Table}.", $"{path} に {Table} の行がありません。"));
    }

    private static IEnumerable<string> Of(List<(string Kind, string Phrase)> rows, string kind) => rows.Where(row => row.Kind == kind).Select(row => row.Phrase);

    private static string Field(XElement row, string name) => row.Elements("field").FirstOrDefault(field => field.Name("name") == name)?.Name("value") ?? "";
}
