using System.Globalization;
using System.Runtime.Serialization;
using System.Text;

namespace Microsoft.Xrm.Sdk;

[Serializable]
[DataContract(Name = "OrganizationServiceFault", Namespace = Namespaces.V2011)]
public class OrganizationServiceFault : BaseServiceFault
{
    [DataMember]
    public string? TraceText { get; set; }

    [DataMember]
    public OrganizationServiceFault? InnerFault { get; set; }

    /// <summary>This fault and its inner faults, outermost first.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var fault = this; fault is not null; fault = fault.InnerFault)
        {
            var time = fault.Timestamp.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture);
            text.AppendLine("Exception details: ")
                .Append("ErrorCode: 0x").AppendLine(fault.ErrorCode.ToString("X", CultureInfo.InvariantCulture))
                .Append("Message: ").AppendLine(fault.Message)
                .Append("TimeStamp: ").Append(time).AppendLine("Z")
                .AppendLine("--");
        }

        return text.ToString();
    }
}
