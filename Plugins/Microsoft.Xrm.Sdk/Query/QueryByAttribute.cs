using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

[DataContract(Name = "QueryByAttribute", Namespace = Namespaces.V2011)]
public sealed class QueryByAttribute : QueryBase
{
    public QueryByAttribute()
    {
        PageInfo = new();
        ColumnSet = new();
    }

    /// <summary>Leaves the columns and the page empty, unlike the other constructor.</summary>
    public QueryByAttribute(string entityName) => EntityName = entityName;

    [DataMember]
    public string EntityName { get; set; } = null!;

    [DataMember]
    public DataCollection<string> Attributes { get => field ??= new(); private set; }

    [DataMember]
    public DataCollection<object> Values { get => field ??= new(); private set; }

    [DataMember]
    public PagingInfo? PageInfo { get; set; }

    [DataMember]
    public ColumnSet? ColumnSet { get; set; }

    [DataMember]
    public DataCollection<OrderExpression> Orders { get => field ??= new(); private set; }

    [DataMember(Order = 50)]
    public int? TopCount { get; set; }

    public void AddOrder(string attributeName, OrderType orderType) =>
        Orders.Add(new OrderExpression(attributeName, orderType));

    public void AddAttributeValue(string attributeName, object? value)
    {
        Attributes.Add(attributeName);
        Values.Add(value!);
    }
}
