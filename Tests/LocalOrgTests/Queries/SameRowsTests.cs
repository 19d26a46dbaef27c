using System.Globalization;
using CrmExtensions.Tables;
using CsCheck;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>A query means the same as FetchXML and as QueryExpression.</summary>
[TestClass]
public sealed class SameRowsTests
{
    private static readonly Gen<Part> Conditions = Gen.OneOf(
        new Part("name", "like", ConditionOperator.Like, "%an%"),
        new Part("name", "lt", ConditionOperator.LessThan, "Cherry"),
        new Part("description", "ne", ConditionOperator.NotEqual, "beta"),
        new Part("description", "null", ConditionOperator.Null, null),
        new Part("estimatedvalue", "ge", ConditionOperator.GreaterEqual, "200"),
        new Part("statuscode", "eq", ConditionOperator.Equal, "2"),
        new Part("parentaccountid", "not-null", ConditionOperator.NotNull, null));

    private static readonly Gen<Part> Trees = Gen.Recursive<Part>((depth, inner) => depth > 2
        ? Conditions
        : Gen.OneOf(Conditions, Gen.Select(Gen.Bool, inner.Array[1, 3], (isOr, parts) => new Part(isOr, parts))));

    [TestMethod]
    public void Whatever_the_filter_and_the_paging()
    {
        using var org = Fruit.Org();
        Gen.Select(Trees, Gen.Bool, Gen.Int[1, 5], Gen.Int[1, 3], Gen.Bool).Sample(
            (filter, descending, size, page, outer) =>
            {
                var fetched = org.System.Fetch(
                    Opportunity.Table,
                    $"<attribute name='name'/><order attribute='name' descending='{(descending ? "true" : "false")}'/><filter>{filter.Fetch}</filter>"
                    + $"<link-entity name='account' from='accountid' to='parentaccountid' link-type='{(outer ? "outer" : "inner")}' alias='acc'><attribute name='name'/></link-entity>",
                    $"count='{size}' page='{page}' returntotalrecordcount='true'");
                var queried = org.System.RetrieveMultiple(Expression(filter, descending, size, page, outer));

                Assert.AreEqual(fetched.Texts("name"), queried.Texts("name"));
                Assert.AreEqual(fetched.Texts("acc.name"), queried.Texts("acc.name"));
                Assert.AreEqual(fetched.MoreRecords, queried.MoreRecords);
                Assert.AreEqual(fetched.TotalRecordCount, queried.TotalRecordCount);
                Assert.AreEqual(fetched.PagingCookie, queried.PagingCookie);
            },
            iter: 300,
            threads: 1);
    }

    private static QueryExpression Expression(Part filter, bool descending, int size, int page, bool outer)
    {
        var query = new QueryExpression(Opportunity.Table)
        {
            ColumnSet = new ColumnSet(Opportunity.Name),
            Criteria = filter.Filter,
            PageInfo = new PagingInfo { Count = size, PageNumber = page, ReturnTotalRecordCount = true },
        };
        query.AddOrder(Opportunity.Name, descending ? OrderType.Descending : OrderType.Ascending);
        var link = query.AddLink(Account.Table, Opportunity.ParentAccountId, Account.Id, outer ? JoinOperator.LeftOuter : JoinOperator.Inner);
        link.EntityAlias = "acc";
        link.Columns = new ColumnSet(Account.Name);
        return query;
    }

    // A condition, or several joined; in both notations.
    private sealed class Part
    {
        public Part(string column, string comparison, ConditionOperator inSdk, string? value)
        {
            Fetch = $"<condition attribute='{column}' operator='{comparison}'{(value is null ? "" : $" value='{value}'")}/>";
            Filter = new FilterExpression();
            Filter.Conditions.Add(value is null ? new ConditionExpression(column, inSdk) : new ConditionExpression(column, inSdk, Typed(column, value)));
        }

        public Part(bool isOr, IEnumerable<Part> parts)
        {
            Fetch = $"<filter type='{(isOr ? "or" : "and")}'>{string.Concat(parts.Select(part => part.Fetch))}</filter>";
            Filter = new FilterExpression(isOr ? LogicalOperator.Or : LogicalOperator.And);
            Filter.Filters.AddRange(parts.Select(part => part.Filter));
        }

        public string Fetch { get; }

        public FilterExpression Filter { get; }

        public override string ToString() => Fetch;

        private static object Typed(string column, string value) => column switch
        {
            "estimatedvalue" => decimal.Parse(value, CultureInfo.InvariantCulture),
            "statuscode" => int.Parse(value, CultureInfo.InvariantCulture),
            _ => value,
        };
    }
}
