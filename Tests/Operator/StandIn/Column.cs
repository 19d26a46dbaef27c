using Microsoft.OData.Edm;

namespace CrmExtensions.Tests.StandIn;

/// <summary>A column as the Web API shows it.</summary>
internal sealed record Column(string Name, EdmPrimitiveTypeKind Type, bool IsReadOnly, bool IsRequired)
{
    private static readonly Dictionary<string, EdmPrimitiveTypeKind> Types = new()
    {
        ["text"] = EdmPrimitiveTypeKind.String,
        ["int"] = EdmPrimitiveTypeKind.Int32,
        ["decimal"] = EdmPrimitiveTypeKind.Decimal,
        ["bool"] = EdmPrimitiveTypeKind.Boolean,
        ["guid"] = EdmPrimitiveTypeKind.Guid,
        ["time"] = EdmPrimitiveTypeKind.DateTimeOffset,
        ["date"] = EdmPrimitiveTypeKind.Date,
    };

    /// <summary>Written as <c>name text required</c> or <c>version text readonly</c>.</summary>
    public static Column Parse(string text)
    {
        var words = text.Split(' ');
        return new Column(words[0], Types[words[1]], words.Contains("readonly"), words.Contains("required"));
    }
}
