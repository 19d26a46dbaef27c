using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Queries;
using CrmExtensions.Local.Rows;
using CrmExtensions.Local.Store;
using CrmExtensions.Tables;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Security;

/// <summary>
/// What has been shared with whom (PD/security-sharing-assigning.md): rights of a row's own, and rights inherited from the row
/// it belongs to. Until something is shared it costs nothing.
/// </summary>
internal sealed class Shares(Engine engine)
{
    private volatile bool exist;
    private volatile bool looked;

    public Table Table { get; } = engine.TableOf(PrincipalObjectAccess.Table);

    public Column PrincipalColumn => Table.Columns[PrincipalObjectAccess.PrincipalId];

    /// <summary>Whether anything may be shared at all.</summary>
    public bool Exist(StoreSession session)
    {
        if (!exist && !looked)
        {
            exist |= engine.QueriesAsSystem(session).Run(new Queries.Query { Table = Table.Name, Top = 1 }).Entities.Count > 0;
            looked = true;
        }

        return exist;
    }

    /// <summary>What some users and teams may do with a row because it is shared with them.</summary>
    public AccessRights Of(Guid row, IEnumerable<Guid> principals, StoreSession session) => Exist(session)
        ? Entries(row, session, new Condition(null, PrincipalObjectAccess.PrincipalId, ConditionOperator.In, [.. principals.Cast<object>()]))
            .Aggregate(AccessRights.None, (rights, entry) => rights | RightsOf(entry))
        : AccessRights.None;

    /// <summary>With whom a row is shared, and for what.</summary>
    public IEnumerable<PrincipalAccess> Of(Guid row, StoreSession session) => Exist(session)
        ? Entries(row, session).Select(entry => new PrincipalAccess { Principal = PrincipalOf(entry), AccessMask = RightsOf(entry) })
        : [];

    /// <summary>The rights of a row's own that a principal has; empty where it is not shared.</summary>
    public AccessRights? OwnOf(Guid row, Guid principal, StoreSession session) => Find(row, principal, session) is { } entry
        ? (AccessRights)entry.GetAttributeValue<int>(PrincipalObjectAccess.AccessRightsMask)
        : null;

    /// <summary>Shares a row, and the rows that belong to it, for exactly these rights.</summary>
    public void Set(Operation operation, Table table, Guid row, EntityReference principal, AccessRights rights) =>
        Write(operation, table, row, principal, PrincipalObjectAccess.AccessRightsMask, rights);

    /// <summary>A new row inherits the shares of the rows it belongs to.</summary>
    public void Inherit(Operation operation, RowValues row)
    {
        if (!row.Table.IsOwned || !Exist(operation.Unit!.Session))
        {
            return;
        }

        foreach (var relation in engine.Catalog.Relationships.Where(relation => relation.FollowsShares && relation.Referencing == row.Table.Name))
        {
            foreach (var share in row[relation.ReferencingColumn] is Guid parent ? Of(parent, operation.Unit.Session).ToList() : [])
            {
                Write(operation, row.Table, operation.RowId, share.Principal!, PrincipalObjectAccess.InheritedAccessRightsMask, share.AccessMask);
            }
        }
    }

    /// <summary>Whether a change moves a row from or to one that is shared.</summary>
    public bool AreMoved(Operation operation, RowValues change, Entity before) =>
        change.Table.IsOwned
        && Exist(operation.Unit!.Session)
        && engine.Catalog.Relationships
            .Where(relation => relation.FollowsShares && relation.Referencing == change.Table.Name && change.Has(relation.ReferencingColumn))
            .Select(relation => (New: change[relation.ReferencingColumn] as Guid?, Old: before.GetAttributeValue<EntityReference>(relation.ReferencingColumn)?.Id))
            .Where(parents => parents.New != parents.Old)
            .SelectMany(parents => new[] { parents.New, parents.Old }.OfType<Guid>())
            .Any(parent => Of(parent, operation.Unit.Session).Any());

    /// <summary>A deleted row is shared with nobody, and with a deleted team nothing is.</summary>
    public void Forget(Operation operation)
    {
        if (!Exist(operation.Unit!.Session))
        {
            return;
        }

        var writer = engine.Writer(operation.Unit);
        foreach (var column in new[] { PrincipalObjectAccess.ObjectId, PrincipalObjectAccess.PrincipalId })
        {
            writer.Referencing(Table, column, operation.RowId).ForEach(entry => writer.Delete(Table, entry));
        }
    }

    private static AccessRights RightsOf(Entity entry) => (AccessRights)(
        entry.GetAttributeValue<int>(PrincipalObjectAccess.AccessRightsMask) | entry.GetAttributeValue<int>(PrincipalObjectAccess.InheritedAccessRightsMask));

    private static EntityReference PrincipalOf(Entity entry) =>
        new(entry.GetAttributeValue<string>(PrincipalObjectAccess.PrincipalTypeCode)!, entry.GetAttributeValue<Guid>(PrincipalObjectAccess.PrincipalId));

    private void Write(Operation operation, Table table, Guid row, EntityReference principal, string mask, AccessRights rights)
    {
        exist = true;
        var session = operation.Unit!.Session;
        var entry = Find(row, principal.Id, session);
        var change = new RowValues(Table) { [mask] = (int)rights, [PrincipalObjectAccess.ChangedOn] = NewRow.WholeSeconds(engine.Now) };
        if (entry is not null)
        {
            engine.Writer(operation.Unit).Update(change, entry.Id);
        }
        else if (rights != AccessRights.None)
        {
            Insert(operation, change, table, row, principal);
        }

        var all = Of(row, [principal.Id], session);
        foreach (var relation in engine.Catalog.Relationships.Where(relation => relation.FollowsShares && relation.Referenced == table.Name))
        {
            var below = engine.TableOf(relation.Referencing);
            foreach (var child in below.IsOwned ? engine.Writer(operation.Unit).Referencing(below, relation.ReferencingColumn, row) : [])
            {
                Write(operation, below, child, principal, PrincipalObjectAccess.InheritedAccessRightsMask, all);
            }
        }
    }

    private void Insert(Operation operation, RowValues entry, Table table, Guid row, EntityReference principal)
    {
        entry[PrincipalObjectAccess.Id] = engine.NewId();
        entry[PrincipalObjectAccess.ObjectId] = row;
        entry[PrincipalObjectAccess.ObjectTypeCode] = table.Name;
        entry[PrincipalObjectAccess.PrincipalId] = principal.Id;
        entry[PrincipalObjectAccess.PrincipalTypeCode] = principal.LogicalName;
        foreach (var mask in new[] { PrincipalObjectAccess.AccessRightsMask, PrincipalObjectAccess.InheritedAccessRightsMask }.Where(mask => !entry.Has(mask)))
        {
            entry[mask] = 0;
        }

        engine.Writer(operation.Unit!).Insert(entry);
    }

    private Entity? Find(Guid row, Guid principal, StoreSession session) =>
        Entries(row, session, new Condition(null, PrincipalObjectAccess.PrincipalId, ConditionOperator.Equal, [principal])).FirstOrDefault();

    private DataCollection<Entity> Entries(Guid row, StoreSession session, params Queries.Filter[] more) => engine.QueriesAsSystem(session).Run(new Queries.Query
    {
        Table = Table.Name,
        AllColumns = true,
        Filter = new Group(IsOr: false, [new Condition(null, PrincipalObjectAccess.ObjectId, ConditionOperator.Equal, [row]), .. more]),
    }).Entities;
}
