using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;

namespace CrmExtensions.Local.Messages;

internal sealed class InsertOptionValue() : InsertedOption(ColumnType.Choice)
{
    public override string RequestName => "InsertOptionValue";

    protected override int? StateOf(Operation operation) => null;
}
