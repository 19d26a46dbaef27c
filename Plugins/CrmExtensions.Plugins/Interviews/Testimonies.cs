using System.Security.Cryptography;
using System.Text;
using CrmExtensions.Framework;
using CrmExtensions.Specificity;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Interviews;

/// <summary>From the row of an interview to what the vagueness guard reads, and its verdict back onto the row (product.md 7).</summary>
internal static class Testimonies
{
    private const int UnknownRole = 6;
    private const int UnknownMoment = 13;

    // The options of wl_vagueflags, by what is missing.
    private static readonly Dictionary<Element, int> Flags = new()
    {
        [Element.E1] = 0,
        [Element.E2] = 1,
        [Element.E3] = 2,
        [Element.E4] = 3,
        [Element.E6] = 4,
        [Element.P1] = 5,
        [Element.P2] = 6,
    };

    private const int PlaceholderFlag = 7;

    public static Testimony Of(Entity row, InterviewAnswers answers, EvidenceGrade grade, bool isDuplicate)
    {
        var waived = !answers.NeedsHearing;
        return new Testimony
        {
            Narrative = TextOf(answers),
            Remark = answers.DecidingRemark,
            Contrast = row.GetAttributeValue<string>(Interview.Contrast),
            WhatWouldChange = answers.WhatWouldChange,
            HasDateOrMeeting = row.GetAttributeValue<DateTime?>(Interview.MomentOn) is not null || row.GetAttributeValue<EntityReference>(Interview.MomentMeetingId) is not null,
            HasRole = IsKnown(answers.RespondentRole, UnknownRole) || IsKnown(answers.SpeakerRole, UnknownRole),
            StageKnown = IsKnown(waived ? answers.SellerMomentStage : answers.MomentStage, UnknownMoment),
            TriggerKnown = IsKnown(answers.MomentTrigger, UnknownMoment),
            EvidenceGrade = grade,
            IsDuplicate = isDuplicate,
            IsWaived = waived,
        };
    }

    /// <summary>The text that tells the moment: the scene; where the hearing is waived, the seller's note.</summary>
    public static string? TextOf(InterviewAnswers answers) => answers.NeedsHearing ? answers.Narrative : answers.SellerNote;

    /// <summary>Of the normal form of the text, hex; empty for no text. Equal texts have equal hashes.</summary>
    public static string? HashOf(string? text)
    {
        var plain = PlainText.Of(text).Value;
        if (plain.Length == 0)
        {
            return null;
        }

        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(Encoding.UTF8.GetBytes(plain)).Select(part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
    }

    public static void Write(Entity target, SpecificityScore score)
    {
        target[Interview.SpecificityScore] = score.Score;
        target[Interview.SpecificityBand] = Choices.Stored((int)score.Band);
        target[Interview.VagueFlags] = new OptionSetValueCollection(FlagsOf(score).Select(Choices.Stored).ToList());
    }

    private static IEnumerable<int> FlagsOf(SpecificityScore score)
    {
        var wanting = score.Elements.Where(element => Flags.ContainsKey(element.Element) && element.IsMet == element.Of < 0).Select(element => Flags[element.Element]);
        return score.IsPlaceholder ? wanting.Concat([PlaceholderFlag]) : wanting;
    }

    private static bool IsKnown(int? choice, int unknown) => choice is { } value && value != unknown;
}
