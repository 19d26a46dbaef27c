using System.Globalization;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>What a fault tells beside its code and words: the example of PD/webapi/compose-http-requests-handle-errors.md, "Include more details with errors".</summary>
[TestClass]
public sealed class FaultDetailTests
{
    // "code": "0x80040265" whatever code the plug-in gives; "OperationStatus": "1", "SubErrorCode": "12345".
    [TestMethod]
    public void The_plug_ins_own_status_and_code_are_details_of_the_fault()
    {
        using var org = Some.Org();
        org.On("Create", Account.Table, Some.PreOperation, _ => throw new InvalidPluginExecutionException(OperationStatus.Canceled, 12345, "Example Error Message."));

        var refusal = Some.Refusal(() => org.System.Add(Account.Table));

        Assert.AreEqual("80040265", refusal.ErrorCode.ToString("X", CultureInfo.InvariantCulture));
        Assert.AreEqual("Example Error Message.", refusal.Message);
        Assert.AreEqual("1", Detail(refusal, "OperationStatus"));
        Assert.AreEqual("12345", Detail(refusal, "SubErrorCode"));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void What_the_plug_in_has_traced_is_the_faults_trace_text_under_the_names_of_class_and_step(bool isRefusal)
    {
        using var org = Some.Org();
        org.On(
            "Create",
            Account.Table,
            Some.PreOperation,
            call =>
            {
                call.Tracing.Trace("Entering {0} plug-in.", "MyClass");
                throw isRefusal ? new InvalidPluginExecutionException("no") : new ArithmeticException("no");
            },
            step => step with { Id = Some.Id(7), Name = "MyClass: Create of account" });

        var refusal = Some.Refusal(() => org.System.Add(Account.Table));

        Assert.AreEqual(
            $"[OwnPlugin]\n[{Some.Id(7):D}: MyClass: Create of account]\n\nEntering MyClass plug-in.",
            refusal.TraceText!.ReplaceLineEndings("\n").Trim());
    }

    private static string? Detail(OrganizationServiceFault fault, string name) => Convert.ToString(fault.ErrorDetails[name], CultureInfo.InvariantCulture);
}
