namespace CrmExtensions.Tests.StandIn;

/// <summary>
/// The platform's tables that the scripts speak to, from learn.microsoft.com/power-apps/developer/data-platform: columns from
/// reference/entities, the names of navigation properties from the relationships listed there (ReferencingEntityNavigationPropertyName),
/// definitions from webapi/reference (EntityMetadata, EntityKeyMetadata, AttributeMetadata). Only what the scripts could need is here;
/// anything else is refused as the platform refuses what it does not have.
/// </summary>
internal static class SystemTables
{
    public const string Definition = "EntityMetadata";
    public const string Key = "EntityKeyMetadata";
    public const string Attribute = "AttributeMetadata";

    public static IReadOnlyList<Table> All { get; } = [.. Solutions(), .. Steps(), .. People(), .. Definitions(), Jobs()];

    private static IEnumerable<Table> Solutions() =>
    [
        new("publisher", "publishers", "publisherid") { Columns = Columns("uniquename text", "customizationprefix text"), IsReadOnly = true },
        new("solution", "solutions", "solutionid")
        {
            Columns = Columns("uniquename text", "version text", "ismanaged bool readonly"),
            Lookups = Lookups("publisherid publisherid publisher"),
            IsReadOnly = true,
        },
        new("solutioncomponent", "solutioncomponents", "solutioncomponentid")
        {
            Columns = Columns("componenttype int", "objectid guid", "rootcomponentbehavior int"),
            Lookups = Lookups("solutionid solutionid solution"),
            IsReadOnly = true,
        },
        new("appmodule", "appmodules", "appmoduleid") { Columns = Columns("name text", "uniquename text"), IsReadOnly = true },
    ];

    private static IEnumerable<Table> Steps() =>
    [
        new("sdkmessage", "sdkmessages", "sdkmessageid") { Columns = Columns("name text"), IsReadOnly = true },
        new("sdkmessagefilter", "sdkmessagefilters", "sdkmessagefilterid")
        {
            Columns = Columns("name text", "primaryobjecttypecode text", "iscustomprocessingstepallowed bool", "availability int"),
            Lookups = Lookups("sdkmessageid sdkmessageid sdkmessage"),
            IsReadOnly = true,
        },
        new("plugintype", "plugintypes", "plugintypeid")
        {
            Columns = Columns("name text", "typename text", "assemblyname text readonly", "version text readonly", "publickeytoken text readonly"),
            IsReadOnly = true,
        },
        new("sdkmessageprocessingstep", "sdkmessageprocessingsteps", "sdkmessageprocessingstepid")
        {
            Columns = Columns("name text required", "description text", "stage int required", "mode int required", "rank int required", "asyncautodelete bool",
                "configuration text", "filteringattributes text", "invocationsource int", "supporteddeployment int required", "statecode int", "statuscode int",
                "ismanaged bool readonly", "solutionid guid readonly"),
            Lookups = Lookups("eventhandler eventhandler_plugintype plugintype required", "plugintypeid plugintypeid plugintype", "sdkmessageid sdkmessageid sdkmessage required",
                "sdkmessagefilterid sdkmessagefilterid sdkmessagefilter", "impersonatinguserid impersonatinguserid systemuser"),
        },
        new("sdkmessageprocessingstepimage", "sdkmessageprocessingstepimages", "sdkmessageprocessingstepimageid")
        {
            Columns = Columns("name text required", "entityalias text required", "imagetype int required", "messagepropertyname text required", "attributes text", "description text"),
            Lookups = Lookups("sdkmessageprocessingstepid sdkmessageprocessingstepid sdkmessageprocessingstep required"),
        },
    ];

    private static IEnumerable<Table> People() =>
    [
        new("systemuser", "systemusers", "systemuserid") { Columns = Columns("fullname text", "isdisabled bool readonly"), Collections = Collections("systemuserroles_association role", "systemuserprofiles_association fieldsecurityprofile"), IsReadOnly = true },
        new("team", "teams", "teamid") { Columns = Columns("name text"), Collections = Collections("teamroles_association role", "teamprofiles_association fieldsecurityprofile"), IsReadOnly = true },
        new("role", "roles", "roleid") { Columns = Columns("name text"), Collections = Collections("systemuserroles_association systemuser", "teamroles_association team"), IsReadOnly = true },
        new("fieldsecurityprofile", "fieldsecurityprofiles", "fieldsecurityprofileid") { Columns = Columns("name text"), Collections = Collections("systemuserprofiles_association systemuser", "teamprofiles_association team"), IsReadOnly = true },
    ];

    private static IEnumerable<Table> Definitions() =>
    [
        new(Definition, "EntityDefinitions", "MetadataId")
        {
            Columns = Columns("LogicalName text", "SchemaName text", "EntitySetName text"),
            Collections = Collections($"Keys {Key}", $"Attributes {Attribute}"),
            AlternateKey = "LogicalName",
            IsReadOnly = true,
        },
        new(Key, "", "MetadataId") { Columns = Columns("LogicalName text", "SchemaName text", "EntityKeyIndexStatus text"), IsReadOnly = true },
        new(Attribute, "", "MetadataId") { Columns = Columns("LogicalName text", "SchemaName text", "AttributeType text", "IsValidForUpdate bool"), IsReadOnly = true },
    ];

    private static Table Jobs() => new("asyncoperation", "asyncoperations", "asyncoperationid")
    {
        Columns = Columns("name text", "message text", "createdon time readonly", "operationtype int", "statecode int", "statuscode int"),
        Lookups = Lookups("owningextensionid owningextensionid sdkmessageprocessingstep"),
        IsReadOnly = true,
    };

    private static List<Column> Columns(params string[] columns) => [.. columns.Select(Column.Parse)];

    private static List<Lookup> Lookups(params string[] lookups) => [.. lookups.Select(Lookup.Parse)];

    private static Dictionary<string, string> Collections(params string[] collections) => collections.Select(text => text.Split(' ')).ToDictionary(words => words[0], words => words[1]);
}
