using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Framework;

/// <summary>Reading all rows of a query, a page of 5,000 at a time with the paging cookie.</summary>
internal static class Pages
{
    private const int PageSize = 5000;

    public static IEnumerable<Entity> ReadAll(this IOrganizationService org, QueryExpression query)
    {
        query.PageInfo = new PagingInfo { Count = PageSize, PageNumber = 1 };
        for (var more = true; more;)
        {
            var page = org.RetrieveMultiple(query);
            foreach (var row in page.Entities)
            {
                yield return row;
            }

            more = page.MoreRecords;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }
}
