using System.ServiceModel;
using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Rows;
using CrmExtensions.Local.Security;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Messages;

/// <summary>Brings a deleted row back, with the rows and lookups its deletion took along (restore-deleted-records.md).</summary>
internal sealed class Restore : MessageHandler
{
    private const int DuplicateKey = -2147088238;
    private const int DuplicateId = -2147220937;

    public override string RequestName => "Restore";

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession? session)
    {
        var target = Targets.Of(request);
        return new Subject(engine.TableOf(target.LogicalName).Name, target.Id);
    }

    public override void Run(Operation operation)
    {
        Refuse(operation);
        var target = operation.Required<Entity>("Target");
        var bin = operation.Engine.BinOf(operation.Unit!);
        var stored = bin.Find(operation.Table, operation.RowId) ?? throw DataFaults.NoSuchRow(operation.Table, operation.RowId);
        var row = Kept(operation.Metadata, stored);
        Override(operation, row, target, stored);
        Insert(operation, row);
        operation.After = new Lazy<Entity>(() => row.Over(new Entity(operation.Table, operation.RowId)));
        operation.Engine.Rules.Restored(operation, row);
        foreach (var entry in bin.TakenAlong(operation.RowId))
        {
            BringBack(operation, entry);
        }

        bin.Forget(operation.Table, operation.RowId);
        operation.Results["id"] = operation.RowId;
    }

    private static void Refuse(Operation operation)
    {
        if (!operation.Engine.Options.RecycleBin.Contains(operation.Table))
        {
            throw new NotSupportedByLocalOrgException($"Restore on '{operation.Table}', whose recycle bin is off (LocalOrgOptions.RecycleBin)");
        }

        if (operation.Mode == Mode.Asked && !operation.Access.SeesEverything)
        {
            throw new NotSupportedByLocalOrgException("Restore by users who are no system administrators");
        }
    }

    /// <summary>The row as it was, down to who created and changed it.</summary>
    private static RowValues Kept(Table table, Entity stored)
    {
        var row = new RowValues(table) { [table.PrimaryKey.Name] = stored.Id };
        foreach (var (name, value) in stored.Attributes)
        {
            row[name] = table.Columns[name].NamesItsTable ? value : PlainOf(value);
        }

        return row;
    }

    private static object? PlainOf(object? value) => value switch
    {
        OptionSetValue choice => choice.Value,
        OptionSetValueCollection choices => ChoiceList.Text(choices.Select(choice => choice.Value)),
        Money money => money.Value,
        double number => (decimal)number,
        EntityReference reference => reference.Id,
        _ => value,
    };

    // "All the original column values are restored unless you override them": the stamps of a change stay as they were.
    private static void Override(Operation operation, RowValues row, Entity target, Entity stored)
    {
        var changed = ChangedRow.Of(operation, target, stored);
        foreach (var column in changed.ColumnsOf(changed.Present).Where(column => column.Name is not ("modifiedon" or "modifiedby")))
        {
            row[column] = changed[column];
        }
    }

    private static void Insert(Operation operation, RowValues row)
    {
        try
        {
            operation.Engine.Writer(operation.Unit!).Insert(row);
        }
        catch (FaultException<OrganizationServiceFault> twin) when (twin.Detail.ErrorCode is DuplicateKey or DuplicateId)
        {
            throw twin.Detail.ErrorCode == DuplicateId
                ? RecycleBinFaults.IdTaken(operation.Metadata, operation.RowId)
                : RecycleBinFaults.KeyTaken(operation.Metadata, operation.RowId, twin.Detail);
        }
    }

    private static void BringBack(Operation operation, BinEntry entry)
    {
        var engine = operation.Engine;
        if (entry.Lookup is null)
        {
            var request = new OrganizationRequest("Restore") { ["Target"] = new Entity(entry.Of.LogicalName, entry.Of.Id) };
            engine.Execute(request, operation.Caller with { UserId = WellKnown.SystemUser }, operation, Mode.Silent);
            return;
        }

        var table = engine.TableOf(entry.Of.LogicalName);
        var lookup = table.Columns[entry.Lookup];
        var now = engine.QueriesAsSystem(operation.Unit!.Session).Find(table.Name, entry.Of.Id, new ColumnSet(lookup.Name))
            ?? throw RecycleBinFaults.ReferenceGone(table, entry.Of.Id, lookup, operation.Metadata, operation.RowId);
        if (now.Contains(lookup.Name))
        {
            throw new NotSupportedByLocalOrgException($"restoring a row whose place in '{lookup.Name}' of '{table.Name}' has been taken");
        }

        var row = new RowValues(table) { [lookup] = operation.RowId };
        row.SetIfKnown(WriteTexts.Version, engine.Numbers.NextVersion());
        engine.Writer(operation.Unit).Update(row, entry.Of.Id);
    }
}
