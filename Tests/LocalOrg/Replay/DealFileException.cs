namespace CrmExtensions.Local.Replay;

/// <summary>The file as a whole cannot be read; the message says what is wrong and what to do.</summary>
public sealed class DealFileException : Exception
{
    public DealFileException()
    {
    }

    public DealFileException(string message)
        : base(message)
    {
    }

    public DealFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
