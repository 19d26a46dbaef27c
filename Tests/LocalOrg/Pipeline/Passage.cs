using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Pipeline;

/// <summary>A message on its way through the stages: its rows, which go in step, and the bulk event beside them.</summary>
/// <param name="Handler">What is done to a row.</param>
/// <param name="Rows">One message a row; just one, unless it is a bulk message.</param>
/// <param name="Bulk">The bulk event; empty where nobody listens to one.</param>
/// <param name="HasListeners">Whether any step is registered, so that the usual case costs nothing.</param>
internal sealed record Passage(MessageHandler Handler, IReadOnlyList<Operation> Rows, Operation? Bulk, bool HasListeners)
{
    /// <summary>The rows and the bulk event.</summary>
    public IEnumerable<Operation> All => Bulk is null ? Rows : Rows.Append(Bulk);

    /// <summary>Begins the transaction; the calls that steps have made before it count with those inside.</summary>
    public void Enter(UnitOfWork unit)
    {
        foreach (var operation in All)
        {
            operation.Unit = unit;
            unit.ServiceCalls += operation.EarlyCalls;
        }
    }

    /// <summary>What it consists of after PreValidation, one after another: each row's message may be several.</summary>
    public IReadOnlyList<Passage> Parts(Engine engine)
    {
        if (Rows[0].Mode != Mode.Asked)
        {
            return [this];
        }

        var requests = Rows.Select(row => Handler.Parts(row.Request, engine)).ToArray();
        var most = requests.Max(ofRow => ofRow.Count);
        return most == 1 ? [this] : [.. Enumerable.Range(0, most).Select(number => PartOf(requests, number))];
    }

    private Passage PartOf(IReadOnlyList<OrganizationRequest>[] requests, int number) => this with
    {
        Rows = [.. Rows.Zip(requests).Where(row => row.Second.Count > number).Select(row => row.Second.Count == 1 ? row.First : row.First.PartOf(row.Second[number]))],
    };
}
