using CrmExtensions.Tests.Packing;
using CrmExtensions.Tests.Validation;

// Beside the tests: dotnet run --project Tests/Solution -- validate DIR
if (args is not ["validate", var folder])
{
    Console.Error.WriteLine("Use: dotnet run --project Tests/Solution -- validate DIR, where DIR holds CustomizationsSolution.xsd. / DIR には CustomizationsSolution.xsd のあるフォルダーを指定します。");
    return 1;
}

try
{
    var complaints = SchemaCheck.Complaints(Shipped.Document(managed: false, "customizations.xml"), folder);
    foreach (var complaint in complaints)
    {
        Console.Error.WriteLine(complaint);
    }

    Console.Out.WriteLine(complaints.Count == 0 ? "customizations.xml fits the schemas." : $"customizations.xml does not fit the schemas: {complaints.Count} places.");
    return complaints.Count == 0 ? 0 : 2;
}
catch (FileNotFoundException missing)
{
    Console.Error.WriteLine(missing.Message);
    return 1;
}
