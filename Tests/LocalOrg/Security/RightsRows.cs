using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Rows;
using CrmExtensions.Local.Store;
using CrmExtensions.Tables;

namespace CrmExtensions.Local.Security;

/// <summary>The rows that solutions bring for rights: a profile each, and a role each in every unit.</summary>
internal static class RightsRows
{
    private static readonly Metadata.Role Administrator = new(WellKnown.SystemAdministratorRole, "System Administrator", new Dictionary<string, AccessLevel>());

    /// <summary>Adds those that are not there yet.</summary>
    public static void Add(Catalog catalog, StoreSession session, Func<Guid> newId)
    {
        var writer = new RowWriter(catalog, session, new WriteTexts());
        var there = UserSnapshot.Pairs(catalog, session, Tables.Role.Table, Tables.Role.ParentRootRoleId, Tables.Role.BusinessUnitId).ToHashSet();
        var profiles = UserSnapshot.Pairs(catalog, session, FieldSecurityProfile.Table, FieldSecurityProfile.Id, FieldSecurityProfile.Id).Select(pair => pair.Key).ToHashSet();
        foreach (var (unit, role) in Units(catalog, session).SelectMany(unit => catalog.Roles.Append(Administrator).Select(role => (unit, role))).Where(pair => !there.Contains(KeyValuePair.Create(pair.role.Id, pair.unit))))
        {
            writer.Insert(new RowValues(catalog.Tables[Tables.Role.Table])
            {
                [Tables.Role.Id] = unit == WellKnown.RootBusinessUnit ? role.Id : newId(),
                [Tables.Role.Name] = role.Name,
                [Tables.Role.BusinessUnitId] = unit,
                [Tables.Role.ParentRootRoleId] = role.Id,
            });
        }

        foreach (var profile in catalog.Profiles.Where(profile => !profiles.Contains(profile.Id)))
        {
            writer.Insert(new RowValues(catalog.Tables[FieldSecurityProfile.Table]) { [FieldSecurityProfile.Id] = profile.Id, [FieldSecurityProfile.Name] = profile.Name });
        }
    }

    // The root first: the copies of a role point to the one there.
    private static IEnumerable<Guid> Units(Catalog catalog, StoreSession session) =>
        UserSnapshot.Pairs(catalog, session, BusinessUnit.Table, BusinessUnit.Id, BusinessUnit.ParentBusinessUnitId)
            .Select(pair => pair.Key)
            .OrderBy(unit => unit != WellKnown.RootBusinessUnit);
}
