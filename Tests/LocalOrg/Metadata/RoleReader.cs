using System.Xml.Linq;

namespace CrmExtensions.Local.Metadata;

/// <summary>Reads security roles.</summary>
internal static class RoleReader
{
    public static IEnumerable<Role> ReadAll(Solution solution) =>
        solution.Parts.Elements("Roles").Elements("Role").Select(role => new Role(
            SolutionXml.Id(role.Name("id")),
            role.Name("name"),
            role.Elements("RolePrivileges").Elements("RolePrivilege").ToDictionary(
                privilege => privilege.Name("name"),
                privilege => Enum.Parse<AccessLevel>(privilege.Name("level")),
                StringComparer.OrdinalIgnoreCase)));
}
