using System.Text.RegularExpressions;
using CrmExtensions.Local.Metadata;

namespace CrmExtensions.Tests.Security;

/// <summary>The right to do one thing to the rows of one table. Its name holds the table's in the letter case of the schema.</summary>
internal sealed partial record Privilege(string Verb, Table Table)
{
    /// <summary>The privilege of that name; none where no table of the org has it.</summary>
    public static Privilege? Parse(string name)
    {
        var parts = Form().Match(name);
        var table = Org.Tables.Values.FirstOrDefault(table => table.PrivilegeName == parts.Groups["table"].Value);
        return parts.Success && table is not null ? new(parts.Groups["verb"].Value, table) : null;
    }

    [GeneratedRegex("^prv(?<verb>Create|Read|Write|Delete|AppendTo|Append|Assign|Share)(?<table>.+)$")]
    private static partial Regex Form();
}
