using System.Globalization;
using System.Text;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Pipeline;

/// <summary>What a step writes to the trace: 10 KB, of which the oldest lines go first.</summary>
internal sealed class PluginTrace : ITracingService
{
    private const int Most = 10_240;
    private readonly StringBuilder text = new();

    public string Text => text.ToString();

    public void Trace(string format, params object?[] args)
    {
        text.AppendLine(args is { Length: > 0 } ? string.Format(CultureInfo.InvariantCulture, format, args) : format);
        while (text.Length > Most)
        {
            var line = text.ToString().IndexOf('\n', StringComparison.Ordinal) + 1;
            text.Remove(0, line > 0 ? line : text.Length - Most);
        }
    }
}
