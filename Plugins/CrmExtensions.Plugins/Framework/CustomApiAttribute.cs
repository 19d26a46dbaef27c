namespace CrmExtensions.Framework;

/// <summary>Declares that the class is the main operation of a custom API of that unique name.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CustomApiAttribute(string uniqueName) : Attribute
{
    public string UniqueName { get; } = uniqueName;
}
