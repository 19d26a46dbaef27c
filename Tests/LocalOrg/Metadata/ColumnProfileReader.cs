using System.Xml.Linq;

namespace CrmExtensions.Local.Metadata;

/// <summary>Reads Other/FieldSecurityProfiles.xml.</summary>
internal static class ColumnProfileReader
{
    private const int Allowed = 4;

    public static IEnumerable<ColumnProfile> ReadAll(string folder)
    {
        var path = Path.Combine(folder, "Other", "FieldSecurityProfiles.xml");
        return File.Exists(path)
            ? SolutionXml.Load(path).Elements("FieldSecurityProfile").Select(Read)
            : [];
    }

    private static ColumnProfile Read(XElement profile)
    {
        var permissions = profile.Elements("FieldPermissions").Elements("FieldPermission").ToList();
        HashSet<string> Where(string right) =>
            [.. permissions.Where(permission => permission.Number(right) == Allowed).Select(permission => permission.Text("EntityName") + "." + permission.Text("AttributeName"))];
        return new ColumnProfile(SolutionXml.Id(profile.Name("fieldsecurityprofileid")), profile.Name("name"), Where("CanRead"), Where("CanCreate"), Where("CanUpdate"));
    }
}
