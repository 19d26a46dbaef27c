namespace CrmExtensions.Closing;

/// <summary>A close row that was written late, for a close that an interview is there for already.</summary>
public sealed record LateRow(Guid InterviewId, Guid CloseId);
