using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Replay;

/// <summary>Reading all rows of a table, page by page.</summary>
internal static class Existing
{
    public static IEnumerable<Entity> Rows(IOrganizationService service, QueryExpression query)
    {
        query.PageInfo = new PagingInfo { Count = 5000, PageNumber = 1 };
        while (true)
        {
            var page = service.RetrieveMultiple(query);
            foreach (var row in page.Entities)
            {
                yield return row;
            }

            if (!page.MoreRecords)
            {
                yield break;
            }

            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
    }

    public static IEnumerable<Guid> Ids(IOrganizationService service, string table) =>
        Rows(service, new QueryExpression(table) { ColumnSet = new ColumnSet(false) }).Select(row => row.Id);
}
