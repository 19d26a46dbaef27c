namespace CrmExtensions.Framework;

/// <summary>
/// Declares a step on the class that runs it. The registration itself is the XML (Solution/src, pac-config/steps); a test
/// compares the two both ways.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class StepAttribute(string message, string table, Stage stage) : Attribute
{
    public string Message { get; } = message;

    public string Table { get; } = table;

    public Stage Stage { get; } = stage;

    /// <summary>Filtering attributes; none means all.</summary>
    public string[] Columns { get; set; } = [];

    public string[] PreImage { get; set; } = [];

    /// <summary>The row before with all its columns: for a step that compares whatever is sent.</summary>
    public bool PreImageOfAll { get; set; }

    public string[] PostImage { get; set; } = [];

    /// <summary>Registered after import by the operator tool, by name: the id of its message is not known to us (pac-config/steps).</summary>
    public bool Late { get; set; }

    /// <summary>Stays disabled until an operator enables the gate; the registration says so in its configuration.</summary>
    public bool Gate { get; set; }
}
