using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using CrmExtensions.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Pipeline;

/// <summary>Loads the .NET Framework DLL that ships into this process and makes its plug-ins, one instance a step, as the platform caches them.</summary>
internal sealed class PluginLoader
{
    private readonly string assemblyPath;
    private readonly Lazy<Assembly> assembly;
    private readonly ConcurrentDictionary<Guid, IPlugin> instances = [];

    public PluginLoader(string assemblyPath)
        : this(assemblyPath, new Lazy<Assembly>(() => Assembly.LoadFrom(assemblyPath)))
    {
    }

    /// <summary>A loader of a DLL that is in no file. It is loaded beside any other of the same name, and finds the SDK that all share.</summary>
    public static PluginLoader FromBytes(byte[] content, string place) =>
        new(place, new Lazy<Assembly>(() => new AssemblyLoadContext(place).LoadFromStream(new MemoryStream(content))));

    private PluginLoader(string assemblyPath, Lazy<Assembly> assembly)
    {
        this.assemblyPath = assemblyPath;
        this.assembly = assembly;
    }

    /// <summary>Refuses a DLL that is not there, and one without the classes that are registered.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A class is missing, or the file is no assembly.</exception>
    public void Demand(Catalog catalog)
    {
        if (!File.Exists(assemblyPath))
        {
            throw new FileNotFoundException($"The plug-in assembly {assemblyPath} does not exist.", assemblyPath);
        }

        foreach (var (typeName, registration) in catalog.Steps.Select(step => (step.TypeName, $"the step '{step.Name}'"))
            .Concat(catalog.CustomApis.Select(api => (api.TypeName, $"the custom API '{api.Name}'"))))
        {
            _ = TypeOf(typeName, registration);
        }
    }

    /// <summary>The plug-in of a registration.</summary>
    /// <exception cref="InvalidDataException">The DLL has no such class, or it is no plug-in.</exception>
    public IPlugin For(Guid registration, string typeName, string configuration, string secureConfiguration = "") =>
        instances.GetOrAdd(registration, _ => Make(typeName, configuration, secureConfiguration));

    /// <summary>A loader of the same DLL with plug-ins of its own besides.</summary>
    public PluginLoader Fork() => new(assemblyPath, assembly);

    /// <summary>Gives a registration a plug-in that is no class of the DLL.</summary>
    public void Use(Guid registration, IPlugin plugin) => instances[registration] = plugin;

    private Type TypeOf(string typeName, string registration)
    {
        try
        {
            return (typeName.Length > 0 ? assembly.Value.GetType(typeName) : null)
                ?? throw new InvalidDataException($"{assemblyPath} has no class '{typeName}', which {registration} names.");
        }
        catch (BadImageFormatException broken)
        {
            throw new InvalidDataException($"{assemblyPath} is no .NET assembly.", broken);
        }
    }

    // The one with both configurations first, as the platform does (PD/write-plug-in.md, "Pass configuration data to your plug-in").
    private IPlugin Make(string typeName, string configuration, string secureConfiguration)
    {
        var type = TypeOf(typeName, "a step");
        var made = type.GetConstructor([typeof(string), typeof(string)]) is { } both ? both.Invoke([configuration, secureConfiguration])
            : type.GetConstructor([typeof(string)]) is { } one ? one.Invoke([configuration])
            : Activator.CreateInstance(type);
        return made as IPlugin
            ?? throw new InvalidDataException($"{typeName} is not an IPlugin.");
    }
}
