using CrmExtensions.Texts;

namespace CrmExtensions.Reminders;

/// <summary>How a person is spoken to, and what the person's clock shows.</summary>
internal sealed record Recipient(Language Language, DateTime LocalTime);
