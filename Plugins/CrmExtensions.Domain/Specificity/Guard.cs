using CrmExtensions.Interviews;

namespace CrmExtensions.Specificity;

/// <summary>Tells vague from specific (product.md 7), in time that grows with the texts and no faster.</summary>
/// <remarks>Occasions, dates, figures and stock phrases are sought in the narrative; a remark and a contrast count by their length.</remarks>
public static class Guard
{
    private const int Penalty = -30;
    private const int Most = 100;

    public static SpecificityScore Score(Testimony told, PhraseBook book, Thresholds thresholds)
    {
        var narrative = PlainText.Of(told.Narrative);
        var isPlaceholder = book.IsPlaceholder(narrative) && book.IsPlaceholder(PlainText.Of(told.Remark));
        IReadOnlyList<ElementScore> elements =
        [
            Of(Element.E1, 15, told.HasDateOrMeeting || Dates.AreIn(narrative.Value) || Occasions.AreIn(narrative.Value)),
            Of(Element.E2, 15, told.IsWaived ? told.StageKnown : told.HasRole),
            Of(Element.E3, 10, told.StageKnown && (told.IsWaived || told.TriggerKnown)),
            Of(Element.E4, 20, Says(told.Remark, characters: 8, words: 4)),
            Of(Element.E5, 10, narrative.Reaches(characters: 60, words: 30)),
            Of(Element.E6, 15, Says(told.Contrast, characters: 10, words: 5) || Says(told.WhatWouldChange, characters: 10, words: 5)),
            Of(Element.E7, 5, ConcreteTokens.AreIn(narrative.Value)),
            Of(Element.E8, told.IsWaived ? 0 : 10, !told.IsWaived && told.EvidenceGrade is EvidenceGrade.A or EvidenceGrade.B),
            Of(Element.P1, Penalty, book.IsStockOnly(narrative)),
            Of(Element.P2, Penalty, told.IsDuplicate),
        ];
        var score = Math.Min(Most, Math.Max(0, elements.Sum(element => element.Points)));
        return new SpecificityScore(score, thresholds.BandOf(score, told.IsWaived), elements, isPlaceholder);

        ElementScore Of(Element element, int points, bool isMet) => new(element, isMet && !isPlaceholder ? points : 0, points, isMet);

        bool Says(string? text, int characters, int words)
        {
            var plain = PlainText.Of(text);
            return plain.Reaches(characters, words) && !book.IsPlaceholder(plain);
        }
    }
}
