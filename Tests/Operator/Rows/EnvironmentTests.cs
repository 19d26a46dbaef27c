using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using CrmExtensions.Tests.Tables;

namespace CrmExtensions.Tests.Rows;

/// <summary>The files of environments/ against the table they are for.</summary>
[TestClass]
public sealed class EnvironmentTests
{
    private static readonly string[] Environments = ["dev", "test", "prod"];

    [TestMethod]
    public void Every_environment_has_its_settings() => Expect.All(
        Environments.SelectMany(name => new[] { $"pac-config/environments/{name}/setting.json", $"pac-config/environments/{name}/deployment-settings.json" }), Repo.Files.Contains, "is missing.");

    [TestMethod]
    public void A_setting_is_a_column_and_within_its_bounds() => Expect.NoComplaint(Environments, name =>
    {
        using var settings = JsonDocument.Parse(Repo.Text($"pac-config/environments/{name}/setting.json"));
        return settings.RootElement.EnumerateObject().SelectMany(setting => Complaints(name, setting.Name, setting.Value.Clone())).ToList();
    });

    // pac solution create-settings makes these two lists; ours are empty because the solution has neither.
    [TestMethod]
    public void Deployment_settings_name_what_the_solution_has_which_is_nothing() => Expect.NoComplaint(Environments, name =>
    {
        using var settings = JsonDocument.Parse(Repo.Text($"pac-config/environments/{name}/deployment-settings.json"));
        var variables = XmlFile.In("environmentvariabledefinitions").Count();
        return
        [
            .. Expect.Unless(settings.RootElement.GetProperty("EnvironmentVariables").GetArrayLength() == variables, $"{name} sets other environment variables than the solution has."),
            .. Expect.Unless(settings.RootElement.GetProperty("ConnectionReferences").GetArrayLength() == 0, $"{name} sets connections, which the solution does not have."),
        ];
    });

    private static IEnumerable<string> Complaints(string environment, string name, JsonElement value)
    {
        var column = TableXml.Own.Single(table => table.LogicalName == "wl_setting").Column(name);
        return column is null ? [$"{environment}: wl_setting has no {name}."] : Expect.Unless(Fits(column.Element, value), $"{environment}: {name} cannot be {value}.");
    }

    private static bool Fits(XElement column, JsonElement value) => column.Text("Type") switch
    {
        "picklist" => column.Descendants("option").Any(option => option.Attr("value") == value.GetRawText()),
        "int" or "decimal" => value.ValueKind == JsonValueKind.Number && value.GetDecimal() >= column.Number("MinValue") && value.GetDecimal() <= column.Number("MaxValue"),
        "bit" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "nvarchar" or "ntext" => value.ValueKind == JsonValueKind.String && value.GetString()!.Length <= int.Parse(column.Text("MaxLength"), CultureInfo.InvariantCulture),
        "datetime" => DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => false,
    };
}
