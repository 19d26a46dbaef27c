namespace CrmExtensions.Local.Metadata;

/// <summary>Numbers of tables: fixed for the platform's own, from 10,000 on and different in every org for the others.</summary>
internal static class ObjectTypeCodes
{
    private const int FirstCustom = 10_000;

    /// <summary>The number; of a custom table one made of its name.</summary>
    public static int Of(string table) => Known.TryGetValue(table, out var code)
        ? code
        : FirstCustom + (table.Aggregate(0, (sum, letter) => ((sum * 31) + letter) & 0x7FFF) % FirstCustom);

    private static Dictionary<string, int> Known { get; } = new()
    {
        ["account"] = 1,
        ["contact"] = 2,
        ["opportunity"] = 3,
        ["lead"] = 4,
        ["systemuser"] = 8,
        ["team"] = 9,
        ["businessunit"] = 10,
        ["principalobjectaccess"] = 11,
        ["competitor"] = 123,
        ["usersettings"] = 150,
        ["organization"] = 1019,
        ["role"] = 1036,
        ["stringmap"] = 1043,
        ["opportunityproduct"] = 1083,
        ["product"] = 1024,
        ["fieldsecurityprofile"] = 1200,
        ["activitypointer"] = 4200,
        ["appointment"] = 4201,
        ["opportunityclose"] = 4208,
        ["campaign"] = 4400,
        ["plugintracelog"] = 4619,
        ["asyncoperation"] = 4700,
        ["transactioncurrency"] = 9105,
    };
}
