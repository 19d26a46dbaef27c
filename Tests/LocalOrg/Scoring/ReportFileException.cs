namespace CrmExtensions.Local.Scoring;

/// <summary>A file of reports, or the dictionary, cannot be read as a whole; the message says what is wrong and what to do.</summary>
public sealed class ReportFileException : Exception
{
    public ReportFileException()
    {
    }

    public ReportFileException(string message)
        : base(message)
    {
    }

    public ReportFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
