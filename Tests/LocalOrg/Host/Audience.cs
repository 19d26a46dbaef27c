using CrmExtensions.Local.Replay;

namespace CrmExtensions.Local.Host;

/// <summary>The people the host shows things to.</summary>
internal static class Audience
{
    /// <summary>A marketer: may read roll-ups, and nothing of opportunities or interviews.</summary>
    public static Guid Marketer(LocalOrg org)
    {
        var id = StableId.Of("user", "marketer");
        return Existing.Ids(org.System, Tables.SystemUser.Table).Contains(id) ? id : org.AddUser("Marketer", roles: ["WL Insight Reader", "Basic User"], id: id);
    }
}
