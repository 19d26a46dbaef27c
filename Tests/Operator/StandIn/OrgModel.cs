using Microsoft.OData.Edm;

namespace CrmExtensions.Tests.StandIn;

/// <summary>
/// The tables as an entity data model. Requests are read with it by Microsoft.OData.Core, which the platform reads them with too, so that
/// a wrong name is refused in the same words.
/// </summary>
internal static class OrgModel
{
    public const string Namespace = "Microsoft.Dynamics.CRM";

    public const string RetrieveSetting = "RetrieveSetting";

    public static IReadOnlyDictionary<string, Table> Tables { get; } = SystemTables.All.Concat(OwnTables.All).ToDictionary(table => table.Name);

    public static EdmModel Model { get; } = Build();

    public static Table TableOf(IEdmType type) => Tables[((IEdmEntityType)type.AsElementType()).Name];

    private static EdmModel Build()
    {
        var model = new EdmModel();
        var basis = new EdmEntityType(Namespace, "crmbaseentity", null, isAbstract: true, isOpen: false);
        model.AddElement(basis);
        var types = Tables.Values.ToDictionary(table => table.Name, table => Declare(model, basis, table));
        var container = new EdmEntityContainer(Namespace, "System");
        model.AddElement(container);
        var sets = Tables.Values.Where(table => table.Set.Length > 0).ToDictionary(table => table.Name, table => container.AddEntitySet(table.Set, types[table.Name]));
        foreach (var table in Tables.Values)
        {
            Connect(table, types, sets);
        }

        DeclareFunctions(model, basis, container);
        return model;
    }

    private static EdmEntityType Declare(EdmModel model, EdmEntityType basis, Table table)
    {
        var type = new EdmEntityType(Namespace, table.Name, basis);
        type.AddKeys(type.AddStructuralProperty(table.Id, EdmPrimitiveTypeKind.Guid, isNullable: false));
        foreach (var column in table.Columns)
        {
            type.AddStructuralProperty(column.Name, column.Type);
        }

        foreach (var lookup in table.Lookups)
        {
            type.AddStructuralProperty(lookup.Value, EdmPrimitiveTypeKind.Guid);
        }

        model.AddElement(type);
        if (table.AlternateKey is { } key)
        {
            model.AddAlternateKeyAnnotation(type, new Dictionary<string, IEdmProperty> { [key] = type.FindProperty(key) });
        }

        return type;
    }

    private static void Connect(Table table, Dictionary<string, EdmEntityType> types, Dictionary<string, EdmEntitySet> sets)
    {
        foreach (var lookup in table.Lookups)
        {
            Lead(table, lookup.Property, lookup.Target, EdmMultiplicity.ZeroOrOne, types, sets);
        }

        foreach (var (property, target) in table.Collections)
        {
            Lead(table, property, target, EdmMultiplicity.Many, types, sets);
        }
    }

    private static void Lead(Table table, string property, string target, EdmMultiplicity many, Dictionary<string, EdmEntityType> types, Dictionary<string, EdmEntitySet> sets)
    {
        var leads = types[table.Name].AddUnidirectionalNavigation(new EdmNavigationPropertyInfo
        {
            Name = property,
            Target = types[target],
            TargetMultiplicity = many,
            ContainsTarget = !sets.ContainsKey(target),
        });
        if (sets.TryGetValue(table.Name, out var set) && sets.TryGetValue(target, out var targetSet))
        {
            set.AddNavigationTarget(leads, targetSet);
        }
    }

    // webapi/reference/queryfunctions: what $filter may call. RetrieveSetting: webapi/reference/retrievesetting.
    private static void DeclareFunctions(EdmModel model, EdmEntityType basis, EdmEntityContainer container)
    {
        var (text, number) = (EdmCoreModel.Instance.GetString(true), EdmCoreModel.Instance.GetInt64(true));
        foreach (var (name, parameter, type) in new (string, string, IEdmTypeReference)[]
        {
            ("In", "PropertyValues", EdmCoreModel.GetCollection(text)),
            ("OlderThanXHours", "PropertyValue", number),
            ("LastXDays", "PropertyValue", number),
        })
        {
            var function = new EdmFunction(Namespace, name, EdmCoreModel.Instance.GetBoolean(false), isBound: true, null, isComposable: true);
            function.AddParameter("row", new EdmEntityTypeReference(basis, false));
            function.AddParameter("PropertyName", text);
            function.AddParameter(parameter, type);
            model.AddElement(function);
        }

        var setting = new EdmFunction(Namespace, RetrieveSetting, text);
        setting.AddParameter("SettingName", text);
        setting.AddParameter("AppUniqueName", text);
        model.AddElement(setting);
        container.AddFunctionImport(RetrieveSetting, setting);
    }
}
