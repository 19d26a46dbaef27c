using CrmExtensions.Local.Metadata;

namespace CrmExtensions.Local.Host;

internal static class ConstantsCommand
{
    public static int Run(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, source) in TableConstants.Of(OrgTemplate.Shipped.Catalog))
        {
            File.WriteAllText(Path.Combine(folder, name), source);
        }

        return 0;
    }
}
