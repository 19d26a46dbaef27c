using System.ServiceModel;
using CrmExtensions.Local;
using CrmExtensions.Local.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>What the tests do with an org, in few words.</summary>
internal static class Some
{
    public const int PreValidation = 10;
    public const int PreOperation = 20;
    public const int PostOperation = 40;

    public static DateTime Moment { get; } = new(2026, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    /// <summary>A clock that stands still, and jobs that run when asked.</summary>
    public static LocalOrgOptions Options { get; } = new() { Clock = () => Moment, Workers = 0 };

    /// <summary>An org in which only the platform acts: the solution's own steps are off.</summary>
    public static LocalOrg Org(LocalOrgOptions? options = null)
    {
        var org = LocalOrg.FromSolution(options ?? Options);
        org.EnableSteps(_ => true, isEnabled: false);
        return org;
    }

    /// <summary>The id that ends in a number.</summary>
    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static EntityReference Add(this IOrganizationService service, string table, params (string Column, object? Value)[] columns) =>
        new(table, service.Create(Row(new EntityReference(table), columns)));

    /// <summary>Many rows in the transaction of one request, as a plug-in makes them: less than half the time that as many requests take.</summary>
    public static void AddMany(this LocalOrg org, int count, Func<int, Entity> row)
    {
        org.On("Create", Tables.BusinessUnit.Table, PostOperation, call =>
        {
            var service = call.Service;
            for (var number = 0; number < count; number++)
            {
                service.Create(row(number));
            }
        });
        org.AddBusinessUnit("Many");
    }

    public static void Set(this IOrganizationService service, EntityReference row, params (string Column, object? Value)[] columns) =>
        service.Update(Row(row, columns));

    public static void Remove(this IOrganizationService service, EntityReference row) => service.Delete(row.LogicalName, row.Id);

    public static Entity Read(this IOrganizationService service, EntityReference row, params string[] columns) =>
        service.Retrieve(row.LogicalName, row.Id, columns.Length == 0 ? new ColumnSet(true) : new ColumnSet(columns));

    public static T? Get<T>(this IOrganizationService service, EntityReference row, string column) =>
        service.Read(row, column).GetAttributeValue<T>(column);

    public static EntityCollection Fetch(this IOrganizationService service, string table, string inside = "", string options = "") =>
        service.RetrieveMultiple(new FetchExpression($"<fetch {options}><entity name='{table}'>{inside}</entity></fetch>"));

    public static int Count(this IOrganizationService service, string table) => service.Fetch(table).Entities.Count;

    /// <summary>The texts of a column, row by row, with "-" for an empty one.</summary>
    public static string Texts(this EntityCollection rows, string column) => string.Join(' ', rows.Entities.Select(row => TextOf(row, column)));

    /// <summary>Registers a step of one's own.</summary>
    public static void On(this LocalOrg org, string message, string table, int stage, Action<PluginCall> body, Func<Step, Step>? with = null)
    {
        var step = new Step
        {
            Id = Guid.CreateVersion7(),
            Name = $"{message} {table} {stage}",
            Message = message,
            Table = table,
            TypeName = nameof(OwnPlugin),
            Stage = stage,
            IsAsynchronous = false,
        };
        org.AddStep(with?.Invoke(step) ?? step, new OwnPlugin(body));
    }

    /// <summary>Registers an asynchronous step of one's own.</summary>
    public static void Later(this LocalOrg org, string message, string table, Action<PluginCall> body, Func<Step, Step>? with = null) =>
        org.On(message, table, PostOperation, body, step => (with?.Invoke(step) ?? step) with { IsAsynchronous = true });

    /// <summary>The fault that an act ends with.</summary>
    public static OrganizationServiceFault Refusal(Action act) => Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(act).Detail;

    private static Entity Row(EntityReference row, (string Column, object? Value)[] columns)
    {
        var entity = new Entity(row.LogicalName, row.Id);
        foreach (var (column, value) in columns)
        {
            entity[column] = value;
        }

        return entity;
    }

    private static string TextOf(Entity row, string column) => row.Contains(column)
        ? (row[column] is AliasedValue aliased ? aliased.Value : row[column]).ToString()!
        : "-";
}
