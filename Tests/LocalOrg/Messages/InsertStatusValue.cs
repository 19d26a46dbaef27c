using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;

namespace CrmExtensions.Local.Messages;

internal sealed class InsertStatusValue() : InsertedOption(ColumnType.Status)
{
    public override string RequestName => "InsertStatusValue";

    protected override int? StateOf(Operation operation) => operation.Required<int>("StateCode");
}
