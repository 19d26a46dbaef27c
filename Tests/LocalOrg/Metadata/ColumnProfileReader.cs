using System.Xml.Linq;

namespace CrmExtensions.Local.Metadata;

/// <summary>Reads column security profiles.</summary>
internal static class ColumnProfileReader
{
    private const int Allowed = 4;

    public static IEnumerable<ColumnProfile> ReadAll(Solution solution) =>
        solution.Parts.Elements("FieldSecurityProfiles").Elements("FieldSecurityProfile").Select(Read);

    private static ColumnProfile Read(XElement profile)
    {
        var permissions = profile.Elements("FieldPermissions").Elements("FieldPermission").ToList();
        HashSet<string> Where(string right) =>
            [.. permissions.Where(permission => permission.Number(right) == Allowed).Select(permission => permission.Text("EntityName") + "." + permission.Text("AttributeName"))];
        return new ColumnProfile(SolutionXml.Id(profile.Name("fieldsecurityprofileid")), profile.Name("name"), Where("CanRead"), Where("CanCreate"), Where("CanUpdate"));
    }
}
