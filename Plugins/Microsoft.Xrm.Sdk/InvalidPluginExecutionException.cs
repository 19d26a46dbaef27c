#if NETFRAMEWORK
using System.Runtime.Serialization;
using System.Security;
#endif
using System.Text;

namespace Microsoft.Xrm.Sdk;

/// <summary>The one exception that reaches the user as the plug-in wrote it.</summary>
[Serializable]
public sealed class InvalidPluginExecutionException : Exception
{
    private readonly Dictionary<string, string> exceptionDetails = [];

    public InvalidPluginExecutionException()
    {
    }

    public InvalidPluginExecutionException(OperationStatus status)
        : base("") => Status = status;

    public InvalidPluginExecutionException(string? message)
        : base(message)
    {
    }

    public InvalidPluginExecutionException(OperationStatus status, string? message)
        : base(message) => Status = status;

    public InvalidPluginExecutionException(string? message, Exception? exception)
        : base(message, exception)
    {
    }

    public InvalidPluginExecutionException(OperationStatus status, int errorCode, string? message)
        : this(status, errorCode, message, PluginHttpStatusCode.NotSet)
    {
    }

    public InvalidPluginExecutionException(string? message, PluginHttpStatusCode httpStatus)
        : base(message) => HttpStatus = httpStatus;

    public InvalidPluginExecutionException(
        string? message, PluginHttpStatusCode httpStatus, Dictionary<string, string> exceptionDetails)
        : base(message)
    {
        HttpStatus = httpStatus;
        this.exceptionDetails = exceptionDetails;
    }

    /// <summary>An error code of 0 leaves the exception's own in place.</summary>
    public InvalidPluginExecutionException(
        OperationStatus status, int errorCode, string? message, PluginHttpStatusCode httpStatus)
        : base(message)
    {
        Status = status;
        HttpStatus = httpStatus;
        if (errorCode != 0)
        {
            HResult = errorCode;
        }
    }

    public InvalidPluginExecutionException(string? message, Dictionary<string, string> exceptionDetails)
        : base(message) => this.exceptionDetails = exceptionDetails;

    public InvalidPluginExecutionException(
        OperationStatus status, string? message, Dictionary<string, string> exceptionDetails)
        : base(message)
    {
        Status = status;
        this.exceptionDetails = exceptionDetails;
    }

    public OperationStatus Status { get; }

    public int ErrorCode => HResult;

    public PluginHttpStatusCode HttpStatus { get; }

    public IReadOnlyDictionary<string, string> ExceptionDetails => exceptionDetails;

    /// <summary>As the platform has it: without the message and the stack.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append("_status: ").AppendLine(Status.ToString())
            .Append("_httpStatusCode: ").AppendLine(HttpStatus.ToString());
        if (exceptionDetails is { Count: > 0 })
        {
            text.AppendLine("Exception Details:");
            foreach (var detail in exceptionDetails)
            {
                text.Append(detail.Key).Append(": ").AppendLine(detail.Value);
            }
        }

        for (var inner = InnerException; inner is not null; inner = inner.InnerException)
        {
            text.Append("InnerException: ").AppendLine(inner.ToString());
        }

        return text.ToString();
    }

#if NETFRAMEWORK
    private InvalidPluginExecutionException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
        Status = (OperationStatus)info.GetInt32(nameof(Status));
        HttpStatus = (PluginHttpStatusCode)info.GetInt32(nameof(HttpStatus));
        exceptionDetails = (Dictionary<string, string>)info.GetValue(
            nameof(ExceptionDetails), typeof(Dictionary<string, string>))!;
    }

    [SecurityCritical]
    public override void GetObjectData(SerializationInfo info, StreamingContext context)
    {
        base.GetObjectData(info, context);
        info.AddValue(nameof(Status), (int)Status);
        info.AddValue(nameof(HttpStatus), (int)HttpStatus);
        info.AddValue(nameof(ExceptionDetails), exceptionDetails, typeof(Dictionary<string, string>));
    }
#endif
}
