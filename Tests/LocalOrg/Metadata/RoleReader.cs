using System.Xml.Linq;

namespace CrmExtensions.Local.Metadata;

/// <summary>Reads Roles/*.xml.</summary>
internal static class RoleReader
{
    public static IEnumerable<Role> ReadAll(string folder) =>
        SolutionXml.Files(Path.Combine(folder, "Roles"), "*.xml").Select(SolutionXml.Load).Select(role => new Role(
            SolutionXml.Id(role.Name("id")),
            role.Name("name"),
            role.Elements("RolePrivileges").Elements("RolePrivilege").ToDictionary(
                privilege => privilege.Name("name"),
                privilege => Enum.Parse<AccessLevel>(privilege.Name("level")),
                StringComparer.OrdinalIgnoreCase)));
}
