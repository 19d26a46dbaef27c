using System.Text.Json;
using CrmExtensions.Local.Replay;
using CrmExtensions.Specificity;

namespace CrmExtensions.Local.Scoring;

/// <summary>Turns a line into what the guard reads; the codes are those of product.md 5.2 and 5.3.</summary>
internal static class ReportParser
{
    private const int LastRole = 6;
    private const int LastStage = 13;
    private const int LastTrigger = 13;

    /// <summary>The testimony of a line, or why there is none.</summary>
    public static Testimony? Parse(long number, string line, out Rejection? rejection)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            rejection = null;
            return Testimony(new ReportFields(json.RootElement));
        }
        catch (JsonException failure)
        {
            var place = failure.BytePositionInLine + 1;
            rejection = new Rejection(number, "", Words.In($"is no JSON, at byte {place}", $"{place} バイト目で JSON として読めません"));
        }
        catch (ReportFieldException failure)
        {
            rejection = new Rejection(number, failure.Property, failure.Message);
        }

        return null;
    }

    private static Testimony Testimony(ReportFields fields) => new()
    {
        Narrative = fields.Text("text", isRequired: true),
        Remark = fields.Text("remark"),
        Contrast = fields.Text("contrast"),
        HasDateOrMeeting = fields.HasDate("date"),
        HasRole = fields.IsKnown("role", LastRole),
        StageKnown = fields.IsKnown("stage", LastStage),
        TriggerKnown = fields.IsKnown("trigger", LastTrigger),
        EvidenceGrade = fields.Grade("grade"),
    };
}
