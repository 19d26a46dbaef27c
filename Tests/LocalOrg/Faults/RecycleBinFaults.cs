using System.ServiceModel;
using CrmExtensions.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Faults;

/// <summary>Why a deleted row does not come back (restore-deleted-records.md, "Errors that might occur when restoring records").</summary>
internal static class RecycleBinFaults
{
    public static FaultException<OrganizationServiceFault> IdTaken(Table table, Guid id) => Fault.Of(
        -2147182279,
        $"Please delete the existing conflicting record '{table.SchemaName}' with primary key '{table.PrimaryKey.Name}' and primary key value '{id:D}' before attempting restore.");

    public static FaultException<OrganizationServiceFault> KeyTaken(Table table, Guid id, OrganizationServiceFault key)
    {
        var fault = Fault.Of(
            -2147182295,
            $"Duplicate entity key preventing restore of record '{table.SchemaName}' with primary key '{table.PrimaryKey.Name}' and primary key value '{id:D}'. See inner exception for entity key details.");
        fault.Detail.InnerFault = key;
        return fault;
    }

    public static FaultException<OrganizationServiceFault> ReferenceGone(Table referencing, Guid row, Column lookup, Table referenced, Guid id) => Fault.Of(
        -2147182247,
        $"Entity with id '{row:D}' and logical name '{referencing.Name}' does not exist. We cannot restore the reference '{referenced.PrimaryKey.Name}' that must be restored as part of this Restore call. ValueToBeRestored: {id:D}, ReferencedEntityName: {referenced.Name}, AttributeName: {lookup.Name}");
}
