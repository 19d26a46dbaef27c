using System.Reflection;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Registration;

/// <summary>The plug-in DLL as it ships: what its attributes declare.</summary>
internal static class ShippedDll
{
    private static readonly Lazy<Assembly> Loaded = new(() => Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "CrmExtensionsPlugins.dll")));

    /// <summary>Name, version, culture and public key token, as the platform will find them.</summary>
    public static string FullName => Loaded.Value.FullName!;

    public static string Name => Loaded.Value.GetName().Name!;

    /// <summary>The classes the platform can make and call.</summary>
    public static IEnumerable<Type> Plugins => Loaded.Value.GetTypes().Where(type => typeof(IPlugin).IsAssignableFrom(type) && !type.IsAbstract);

    public static IEnumerable<Registered> Steps(bool late) =>
        from plugin in Plugins
        from attribute in Declarations(plugin, "StepAttribute")
        where (bool?)Named(attribute, "Late") == true == late
        select Step(plugin, attribute);

    /// <summary>Unique name and class of every custom API.</summary>
    public static IEnumerable<string> CustomApis =>
        from plugin in Plugins
        from attribute in Declarations(plugin, "CustomApiAttribute")
        select $"{attribute.ConstructorArguments[0].Value} by {plugin.FullName}";

    /// <summary>Texts that a static member of a class holds, public or not.</summary>
    public static IReadOnlyList<string> Texts(string type, string member)
    {
        const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var found = Loaded.Value.GetType(type, throwOnError: true)!;
        return [.. (IEnumerable<string>)(found.GetField(member, Any)?.GetValue(null) ?? found.GetProperty(member, Any)!.GetValue(null)!)];
    }

    /// <summary>Whether anything calls the class.</summary>
    public static bool IsDeclared(Type plugin) => Declarations(plugin, "StepAttribute").Concat(Declarations(plugin, "CustomApiAttribute")).Any();

    private static IEnumerable<CustomAttributeData> Declarations(Type plugin, string attribute) =>
        plugin.GetCustomAttributesData().Where(data => data.AttributeType.Name == attribute);

    private static Registered Step(Type plugin, CustomAttributeData attribute)
    {
        var arguments = attribute.ConstructorArguments.Select(argument => argument.Value!).ToList();
        return Registered.Declared(plugin.FullName!, (string)arguments[0], (string)arguments[1], (int)arguments[2]) with
        {
            Columns = Columns(attribute, "Columns"),
            PreImage = Named(attribute, "PreImageOfAll") is true ? ["*"] : Columns(attribute, "PreImage"),
            PostImage = Columns(attribute, "PostImage"),
            IsGate = Named(attribute, "Gate") is true,
        };
    }

    private static object? Named(CustomAttributeData attribute, string name) =>
        attribute.NamedArguments.SingleOrDefault(argument => argument.MemberName == name).TypedValue.Value;

    private static IReadOnlyList<string> Columns(CustomAttributeData attribute, string name) =>
        Named(attribute, name) is IEnumerable<CustomAttributeTypedArgument> columns ? [.. columns.Select(column => (string)column.Value!)] : [];
}
