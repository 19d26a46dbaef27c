using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Faults;

/// <summary>What the platform says about names, values and rows it cannot accept, with its codes.</summary>
internal static class DataFaults
{
    public static FaultException<OrganizationServiceFault> UnknownTable(string table) => Fault.Of(
        -2147217150,
        $"The entity with a name = '{table}' with namemapping = 'Logical' was not found in the MetadataCache.");

    public static FaultException<OrganizationServiceFault> UnknownColumn(string table, string column) => Fault.Of(
        -2147217149,
        $"'{table}' entity doesn't contain attribute with Name = '{column}' and NameMapping = 'Logical'.");

    public static FaultException<OrganizationServiceFault> NoSuchRow(string table, Guid id) => Fault.Of(
        -2147220969,
        $"Entity '{table}' With Id = {id:D} Does Not Exist");

    public static FaultException<OrganizationServiceFault> NoSuchKey(string table) => Fault.Of(
        -2147088239,
        $"A record with the specified key values does not exist in {table} entity");

    public static FaultException<OrganizationServiceFault> UnknownKey(string table, IEnumerable<string> columns) => Fault.Of(
        -2147088240,
        $"The specified key attributes are not a defined key for the {table} entity: {string.Join(", ", columns)}");

    public static FaultException<OrganizationServiceFault> WrongType(string table, string column, object value, string expected) => Fault.Of(
        -2147220989,
        $"Incorrect attribute value type {value.GetType().FullName} for '{column}' of '{table}'; expected {expected}");

    public static FaultException<OrganizationServiceFault> TooLong(string table, string column, int most) => Fault.Of(
        -2147204303,
        $"A validation error occurred. The length of the '{column}' attribute of the '{table}' entity exceeded the maximum allowed length of '{most}'.");

    public static FaultException<OrganizationServiceFault> OutOfRange(string table, string column, object value) => Fault.Of(
        -2147204304,
        FormattableString.Invariant($"A validation error occurred. The value {value} of '{column}' on record of type '{table}' is outside the valid range."));

    public static FaultException<OrganizationServiceFault> WholeOutOfRange(string table, string column, long value) => Fault.Of(
        -2147204305,
        FormattableString.Invariant($"A validation error occurred. The value {value} of '{column}' on record of type '{table}' is outside the valid range."));

    /// <summary>The platform's own spelling.</summary>
    public static FaultException<OrganizationServiceFault> TooEarly(string table, string column, DateTime value) => Fault.Of(
        -2147220935,
        FormattableString.Invariant($"DateTime is less than minumum value supported by CrmDateTime. Actual value: {value:MM/dd/yyyy HH:mm:ss}, Minimum value supported: 01/01/1753 00:00:00 ('{column}' of '{table}')"));

    public static FaultException<OrganizationServiceFault> UnknownOption(string table, string column, int value, IEnumerable<int> accepted) => Fault.Of(
        -2147204326,
        FormattableString.Invariant($"A validation error occurred. The value {value} of '{column}' on record of type '{table}' is outside the valid range. Accepted Values: {string.Join(',', accepted)}"));

    public static FaultException<OrganizationServiceFault> WrongStatus(string table, int status, int state) => Fault.Of(
        -2147187704,
        FormattableString.Invariant($"{status} is not a valid status code for state code {state} on {table}."));

    public static FaultException<OrganizationServiceFault> DuplicateKey(string label) => Fault.Of(
        -2147088238,
        $"A record that has the attribute values {label} already exists. The entity key {label} requires that this set of attributes contains unique values. Select unique values and try again.");

    public static FaultException<OrganizationServiceFault> DuplicateId() => Fault.Of(-2147220937, "Cannot insert duplicate key.");

    public static FaultException<OrganizationServiceFault> VersionMismatch() => Fault.Of(
        -2147088254,
        "The version of the existing record doesn't match the RowVersion property provided.");

    public static FaultException<OrganizationServiceFault> VersionNotProvided() => Fault.Of(
        -2147088253,
        "The RowVersion property must be provided when the value of ConcurrencyBehavior is IfVersionMatches.");

    public static FaultException<OrganizationServiceFault> VersionNotKept(string table) => Fault.Of(
        -2147088243,
        $"Optimistic concurrency isn't enabled for entity type {table}. The IfVersionMatches value of ConcurrencyBehavior can only be used if optimistic concurrency is enabled.");

    public static FaultException<OrganizationServiceFault> DeleteRestricted(string referencing) => Fault.Of(
        -2147187707,
        $"The object you tried to delete is associated with another object and cannot be deleted. ({referencing})");

    public static FaultException<OrganizationServiceFault> MissingParameter(string message, string parameter) => Fault.Of(
        -2147220989,
        $"Required field '{parameter}' is missing for message '{message}'.");

    /// <summary>Which words the platform has for it is not known.</summary>
    public static FaultException<OrganizationServiceFault> WrongEnd(string relationship, string table, string expected) => Fault.Of(
        -2147220989,
        $"The relationship '{relationship}' joins rows of '{expected}', not of '{table}'.");

    public static FaultException<OrganizationServiceFault> InvalidArgument() => Fault.Of(-2147220989, "Invalid Argument");

    /// <summary>So a real org says it (rappen/FetchXMLBuilder #1059).</summary>
    public static FaultException<OrganizationServiceFault> MalformedDate(string text) => Fault.Of(
        -2147220935,
        $"The date-time format for {text} is invalid, or value is outside the supported range.");

    public static FaultException<OrganizationServiceFault> MessageNotForTable(string message, string table) => Fault.Of(
        -2147220715,
        $"The '{message}' method does not support entities of type '{table}'.");

    public static FaultException<OrganizationServiceFault> TooManyConditions() => Fault.Of(-2147204340, "Number of conditions in query exceeded maximum limit.");

    public static FaultException<OrganizationServiceFault> TooManyLinks() => Fault.Of(-2147204339, "Number of link entities in query exceeded maximum limit.");

    public static FaultException<OrganizationServiceFault> TooManyValues() => Fault.Of(-2147204338, "Number of parameters in a condition exceeded maximum limit.");

    public static FaultException<OrganizationServiceFault> TooManyToAggregate() => Fault.Of(
        -2147164125,
        "AggregateQueryRecordLimit exceeded. Cannot perform this operation.");

    public static FaultException<OrganizationServiceFault> MalformedQuery(string why) => Fault.Of(-2147217118, "Invalid query: " + why);
}
