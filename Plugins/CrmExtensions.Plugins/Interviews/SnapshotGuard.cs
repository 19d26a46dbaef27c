using CrmExtensions.Framework;
using CrmExtensions.Tables;
using CrmExtensions.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Interviews;

/// <summary>What was taken at close stays (product.md 5.2).</summary>
internal static class SnapshotGuard
{
    /// <summary>Why a change is refused; a service call a refused column, for its label.</summary>
    public static Refusal? Judge(IOrganizationService org, InterviewChange change, bool byMerge)
    {
        var columns = change.Columns.Where(InterviewColumns.Snapshot.Contains).ToList();
        return Snapshot.Judge(columns.Select(column => Change(change, column, column)), byMerge) is null
            ? null
            : Snapshot.Judge(columns.ConvertAll(column => Change(change, column, LabelOf(org, column))), byMerge);
    }

    private static SnapshotChange Change(InterviewChange change, string column, string label) => new(
        label,
        change.ValueBefore(column) is EntityReference || change.Target[column] is EntityReference,
        ColumnValues.IsFilled(change.ValueBefore(column)),
        ColumnValues.IsFilled(change.Target[column]));

    // Users know a column by what the form calls it.
    private static string LabelOf(IOrganizationService org, string column)
    {
        var response = (RetrieveAttributeResponse)org.Execute(new RetrieveAttributeRequest { EntityLogicalName = Interview.Table, LogicalName = column, RetrieveAsIfPublished = false });
        var labels = response.AttributeMetadata.DisplayName?.LocalizedLabels.Select(label => label.Label).Distinct().ToList();
        return labels is { Count: > 0 } ? string.Join(" / ", labels) : column;
    }
}
