using CsCheck;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>Conditions joined by and / or, in both notations and as a test of a row.</summary>
internal sealed record RandomFilter(bool IsOr, IReadOnlyList<Claim> Claims, IReadOnlyList<RandomFilter> Inner)
{
    public string Fetch => $"<filter type='{(IsOr ? "or" : "and")}'>{string.Concat(Claims.Select(claim => claim.Fetch))}{string.Concat(Inner.Select(inner => inner.Fetch))}</filter>";

    public IEnumerable<Claim> AllClaims => Claims.Concat(Inner.SelectMany(inner => inner.AllClaims));

    public FilterExpression Expression
    {
        get
        {
            var filter = new FilterExpression(IsOr ? LogicalOperator.Or : LogicalOperator.And);
            filter.Conditions.AddRange(Claims.Select(claim => claim.Expression));
            filter.Filters.AddRange(Inner.Select(inner => inner.Expression));
            return filter;
        }
    }

    public static Gen<RandomFilter> Of(World world)
    {
        var leaf = Gen.Select(Gen.Bool, RandomClaim.Of(world).Array[1, 2], (isOr, claims) => new RandomFilter(isOr, claims, []));
        return Gen.Select(Gen.Bool, RandomClaim.Of(world).Array[1, 2], leaf.Array[0, 2], (isOr, claims, inner) => new RandomFilter(isOr, claims, inner));
    }

    public bool Holds(Evaluator evaluator, Entity row)
    {
        var answers = Claims.Select(claim => evaluator.Holds(claim, row)).Concat(Inner.Select(inner => inner.Holds(evaluator, row)));
        return IsOr ? answers.Any(holds => holds) : answers.All(holds => holds);
    }

    public override string ToString() => Fetch;
}
