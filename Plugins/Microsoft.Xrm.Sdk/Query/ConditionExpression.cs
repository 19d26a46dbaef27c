using System.Collections;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>Only the constructor with an ICollection spreads it: elsewhere a list or an int[] is one value.</summary>
[DataContract(Name = "ConditionExpression", Namespace = Namespaces.V2011)]
public sealed class ConditionExpression : IExtensibleDataObject
{
    public ConditionExpression()
    {
    }

    public ConditionExpression(string attributeName, ConditionOperator conditionOperator, params object?[]? values)
        : this(null, attributeName, conditionOperator, false, values)
    {
    }

    public ConditionExpression(
        string? entityName, string attributeName, ConditionOperator conditionOperator, params object?[]? values)
        : this(entityName, attributeName, conditionOperator, false, values)
    {
    }

    public ConditionExpression(
        string? entityName,
        string attributeName,
        ConditionOperator conditionOperator,
        bool compareColumns,
        object?[]? values)
        : this(entityName, attributeName, conditionOperator)
    {
        CompareColumns = compareColumns;
        AddValues(values);
    }

    public ConditionExpression(
        string? entityName,
        string attributeName,
        ConditionOperator conditionOperator,
        bool compareColumns,
        object? value)
        : this(entityName, attributeName, conditionOperator)
    {
        CompareColumns = compareColumns;
        Values = new() { value! };
    }

    public ConditionExpression(
        string attributeName, ConditionOperator conditionOperator, bool compareColumns, object? value)
        : this(null, attributeName, conditionOperator, compareColumns, value)
    {
    }

    public ConditionExpression(
        string attributeName, ConditionOperator conditionOperator, bool compareColumns, object?[]? values)
        : this(null, attributeName, conditionOperator, compareColumns, values)
    {
    }

    public ConditionExpression(string attributeName, ConditionOperator conditionOperator, object? value)
        : this(null, attributeName, conditionOperator, false, value)
    {
    }

    public ConditionExpression(
        string? entityName, string attributeName, ConditionOperator conditionOperator, object? value)
        : this(entityName, attributeName, conditionOperator, false, value)
    {
    }

    public ConditionExpression(string attributeName, ConditionOperator conditionOperator)
        : this(null, attributeName, conditionOperator)
    {
    }

    public ConditionExpression(string? entityName, string attributeName, ConditionOperator conditionOperator)
    {
        EntityName = entityName;
        AttributeName = attributeName;
        Operator = conditionOperator;
    }

    public ConditionExpression(string attributeName, ConditionOperator conditionOperator, ICollection? values)
        : this(null, attributeName, conditionOperator) => AddValues(values);

    /// <summary>The name or the alias of the linked table that the condition is about; none: the query's own.</summary>
    [DataMember(Order = 60)]
    public string? EntityName { get; set; }

    [DataMember]
    public bool CompareColumns { get; set; }

    [DataMember]
    public string AttributeName { get; set; } = null!;

    [DataMember]
    public ConditionOperator Operator { get; set; }

    [DataMember]
    public DataCollection<object> Values { get => field ??= new(); private set; }

    public ExtensionDataObject? ExtensionData { get; set; }

    private void AddValues(ICollection? values)
    {
        if (values is null)
        {
            return;
        }

        foreach (var value in values)
        {
            Values.Add(value!);
        }
    }
}
