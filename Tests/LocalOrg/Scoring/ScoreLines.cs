using System.Text.Encodings.Web;
using System.Text.Json;
using CrmExtensions.Specificity;
using CrmExtensions.Texts;

namespace CrmExtensions.Local.Scoring;

/// <summary>Writes scores, one JSON object a line, UTF-8.</summary>
internal sealed class ScoreLines(Stream output) : IDisposable
{
    // For a file or a pipe, not for a web page: questions stay readable.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly BufferedStream buffer = new(output, 1 << 16);

    public static string NameOf(Band band) => band switch
    {
        Band.Vague => "vague",
        Band.Partly => "partly",
        _ => "specific",
    };

    public void Write(SpecificityScore score)
    {
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("score", score.Score);
            json.WriteString("band", NameOf(score.Band));
            WriteElements(json, score.Elements);
            WriteMissing(json, score.Missing);
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
    }

    public void Dispose() => buffer.Dispose();

    private static void WriteElements(Utf8JsonWriter json, IEnumerable<ElementScore> elements)
    {
        json.WriteStartArray("elements");
        foreach (var element in elements)
        {
            json.WriteStartObject();
            json.WriteString("element", element.Element.ToString());
            json.WriteNumber("points", element.Points);
            json.WriteNumber("of", element.Of);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMissing(Utf8JsonWriter json, IEnumerable<Element> missing)
    {
        json.WriteStartArray("missing");
        foreach (var element in missing)
        {
            json.WriteStartObject();
            json.WriteString("element", element.ToString());
            json.WriteStartObject("question");
            json.WriteString("ja", Questions.For(element, Language.Japanese));
            json.WriteString("en", Questions.For(element, Language.English));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
