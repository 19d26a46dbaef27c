using System.Text.Json;
using CrmExtensions.Interviews;
using CrmExtensions.Local.Replay;

namespace CrmExtensions.Local.Scoring;

/// <summary>The properties of one line. What is null is as if it were not there; others than asked for are ignored.</summary>
internal sealed class ReportFields
{
    private readonly JsonElement line;

    /// <exception cref="ReportFieldException">The line is no object.</exception>
    public ReportFields(JsonElement line) => this.line = line.ValueKind == JsonValueKind.Object
        ? line
        : throw new ReportFieldException("", Words.In("is no JSON object", "JSON オブジェクトではありません"));

    public string? Text(string name, bool isRequired = false)
    {
        if (Find(name) is not { } value)
        {
            return isRequired ? throw new ReportFieldException(name, Words.In("is missing", "がありません")) : null;
        }

        return value.ValueKind == JsonValueKind.String ? TextOf(name, value) : throw Wrong(name, value, "text", "文字列");
    }

    public bool HasDate(string name) => Text(name) is { } text
        && (Find(name)!.Value.TryGetDateTimeOffset(out _)
            ? true
            : throw new ReportFieldException(name, Words.In($"'{text}' is no ISO 8601 date; expected something like 2026-04-01", $"「{text}」は ISO 8601 の日付ではありません。2026-04-01 のように書いてください")));

    /// <summary>Whether a code is given that is not the last one, which stands for unknown.</summary>
    public bool IsKnown(string name, int unknown) => Find(name) is { } value
        && (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var code) && code >= 0 && code <= unknown
            ? code != unknown
            : throw Wrong(name, value, $"code from 0 to {unknown}", $" 0〜{unknown} のコード"));

    public EvidenceGrade? Grade(string name) => Find(name) is not { } value ? null
        : value.ValueKind != JsonValueKind.String ? throw Wrong(name, value, "grade from A to D", " A〜D")
        : TextOf(name, value) switch
        {
            "A" => EvidenceGrade.A,
            "B" => EvidenceGrade.B,
            "C" => EvidenceGrade.C,
            "D" => EvidenceGrade.D,
            _ => throw Wrong(name, value, "grade from A to D", " A〜D"),
        };

    private static ReportFieldException Wrong(string name, JsonElement value, string english, string japanese) =>
        new(name, Words.In($"{value.GetRawText()} is no {english}", $"{value.GetRawText()} は{japanese}ではありません"));

    // Half a pair is well-formed as an escape, but no text.
    private static string TextOf(string name, JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException failure)
        {
            throw new ReportFieldException(name, Words.In($"is no Unicode text: {failure.Message}", $"Unicode の文字列ではありません: {failure.Message}"));
        }
    }

    private JsonElement? Find(string name) => line.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
