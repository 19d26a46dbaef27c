using CrmExtensions.Local;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>A root with two units side by side, one of them with a unit below; a seller in each, and a colleague of the one in East.</summary>
internal sealed class Offices : IDisposable
{
    private readonly Dictionary<string, Guid> users = [];

    public Offices(params string[] roles)
    {
        var east = Org.AddBusinessUnit("East");
        users["East"] = Org.AddUser("East", east, roles);
        users["Colleague"] = Org.AddUser("Colleague", east, roles);
        users["Below"] = Org.AddUser("Below", Org.AddBusinessUnit("East 1", east), roles);
        users["West"] = Org.AddUser("West", Org.AddBusinessUnit("West"), roles);
        users["Root"] = Org.AddUser("Root", roles: roles);
    }

    public LocalOrg Org { get; } = Some.Org();

    public IOrganizationService As(string user) => Org.As(users[user]);

    public EntityReference User(string name) => new(SystemUser.Table, users[name]);

    /// <summary>One row of each user, named after its owner.</summary>
    public void AddRows(string table, string nameColumn)
    {
        foreach (var user in users.Keys)
        {
            Row(table, nameColumn, user);
        }
    }

    /// <summary>A row named after its owner.</summary>
    public EntityReference Row(string table, string nameColumn, string owner) => Org.System.Add(table, (nameColumn, owner), (Account.OwnerId, User(owner)));

    public void Dispose() => Org.Dispose();
}
