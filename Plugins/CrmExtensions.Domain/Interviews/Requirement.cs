using CrmExtensions.Texts;

namespace CrmExtensions.Interviews;

/// <summary>Something that is still missing.</summary>
/// <param name="Field">Where the answer goes.</param>
/// <param name="Question">What to ask next.</param>
public sealed record Requirement(InterviewField Field, Sentence Question);
