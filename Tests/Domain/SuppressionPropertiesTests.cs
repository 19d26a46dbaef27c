using System.Numerics;
using CrmExtensions.Rollups;
using CrmExtensions.Settings;
using CsCheck;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

/// <summary>What suppression promises of any book, and that it hides the counts that trying every choice would hide.</summary>
[TestClass]
public sealed class SuppressionPropertiesTests
{
    private const int Iterations = 5_000;

    private static readonly Gen<int> AnyCount = Gen.Frequency((2, Gen.Const(0)), (4, Gen.Int[1, 6]), (2, Gen.Int[7, 30]));

    // Up to six values of each dimension, the first of them unknown; few labels, so that labels and sizes tie.
    private static readonly Gen<TallyBook> AnyBook = Gen.Select(
        Gen.Select(Gen.Enum<Dimension>(), Gen.Int[0, 5], AnyCount, AnyCount, Gen.OneOf("Food", "Retail")).Array[0, 24],
        rows =>
        {
            var book = new TallyBook();
            foreach (var (dimension, value, won, lost, label) in rows.DistinctBy(row => (row.Item1, row.Item2)))
            {
                book.Add(new Slice(dimension, value == 0 ? "" : "v" + value), label, Given.Deals(won, lost));
            }

            return book;
        });

    private static readonly Gen<Policy> AnyPolicy = Gen.Int[1, 9].Select(limit => new Policy { HiddenBelow = limit });

    [TestMethod]
    [DataRow(Dimension.Industry)]
    [DataRow(Dimension.BusinessUnit)]
    public void One_sibling_is_never_hidden_alone_unless_there_is_no_other(Dimension dimension)
    {
        Sample((book, policy, isHidden) =>
        {
            var siblings = Alive(book, dimension);
            return siblings.Count(isHidden) != 1 || siblings.Count == 1;
        });
    }

    [TestMethod]
    [DataRow(Dimension.Industry)]
    [DataRow(Dimension.BusinessUnit)]
    public void Hidden_siblings_together_reach_the_threshold_unless_all_are_hidden(Dimension dimension)
    {
        Sample((book, policy, isHidden) =>
        {
            var siblings = Alive(book, dimension);
            var hidden = siblings.Where(isHidden).ToList();
            return hidden.Count == 0 || hidden.Count == siblings.Count || hidden.Sum(slice => book[slice].Deals) >= policy.HiddenBelow;
        });
    }

    [TestMethod]
    public void What_is_small_is_hidden_in_every_dimension()
    {
        Gen.Select(AnyBook, AnyPolicy).Sample(
            (book, policy) => Hidden(book, policy).All(slice =>
                (!IsSmall(book[slice.Key], policy) || slice.Value.Counts) && (!HasSmallSide(book[slice.Key], policy) || slice.Value.Money)),
            iter: Iterations);
    }

    [TestMethod]
    public void Nothing_but_the_small_is_hidden_of_competitors_and_the_total()
    {
        Gen.Select(AnyBook, AnyPolicy).Sample(
            (book, policy) => Hidden(book, policy)
                .Where(slice => slice.Key.Dimension is Dimension.Competitor or Dimension.All)
                .All(slice => slice.Value == new HiddenParts(IsSmall(book[slice.Key], policy), HasSmallSide(book[slice.Key], policy))),
            iter: Iterations);
    }

    // Not so for money of siblings: there a value that grows small by a higher threshold can relieve the one that kept it
    // company. Nor for counts where the known values are a family within the family: there it is the unknown that relieves.
    [TestMethod]
    public void A_higher_threshold_hides_no_fewer_counts_nor_less_money_of_competitors()
    {
        Gen.Select(AnyBook, Gen.Int[1, 9], Gen.Int[0, 5]).Sample(
            (book, limit, more) =>
            {
                var few = Hidden(book, new Policy { HiddenBelow = limit });
                var many = Hidden(book, new Policy { HiddenBelow = limit + more });
                return few.All(slice =>
                    (!slice.Value.Counts || many[slice.Key].Counts || slice.Key.Dimension is Dimension.Stage or Dimension.Trigger or Dimension.SellerReason or Dimension.SpeakerRole)
                    && (!slice.Value.Money || many[slice.Key].Money || slice.Key.Dimension is not (Dimension.Competitor or Dimension.All)));
            },
            iter: Iterations);
    }

    [TestMethod]
    public void Counts_that_are_hidden_are_those_that_trying_every_choice_finds()
    {
        Gen.Select(AnyBook, AnyPolicy).Sample(
            (book, policy) =>
            {
                var hidden = Hidden(book, policy);
                foreach (var dimension in new[] { Dimension.Industry, Dimension.BusinessUnit })
                {
                    var counts = ByBruteForce(book, policy, dimension);
                    foreach (var slice in Alive(book, dimension))
                    {
                        Assert.AreEqual(counts.Contains(slice), hidden[slice].Counts, $"{slice}, {book[slice]}");
                    }
                }
            },
            iter: Iterations);
    }

    // Every set of siblings that has the small ones in it and gives none away: the one of fewest, and among these of the smallest, is hidden.
    private static HashSet<Slice> ByBruteForce(TallyBook book, Policy policy, Dimension dimension)
    {
        var siblings = Alive(book, dimension)
            .OrderBy(slice => book[slice].Deals).ThenBy(book.LabelOf, StringComparer.Ordinal).ThenBy(slice => slice.Value, StringComparer.Ordinal).ToList();
        var everything = (1u << siblings.Count) - 1;
        List<Slice> Members(uint set) => siblings.Where((_, i) => (set >> i & 1) == 1).ToList();
        bool GivesAway(uint set) =>
            set != 0 && set != everything && (BitOperations.PopCount(set) == 1 || Members(set).Sum(slice => book[slice].Deals) < policy.HiddenBelow);

        var sets = Enumerable.Range(0, (int)everything + 1).Select(set => (uint)set)
            .Where(set => siblings.Where(slice => IsSmall(book[slice], policy)).All(Members(set).Contains) && !GivesAway(set));
        return [.. Members(sets.OrderBy(BitOperations.PopCount).ThenBy(set => set).First())];
    }

    // Both parts in turn, each with its own answer to what is hidden.
    private static void Sample(Func<TallyBook, Policy, Func<Slice, bool>, bool> holds) => Gen.Select(AnyBook, AnyPolicy).Sample(
        (book, policy) =>
        {
            var hidden = Hidden(book, policy);
            return holds(book, policy, slice => hidden[slice].Counts) && holds(book, policy, slice => hidden[slice].Money);
        },
        iter: Iterations);

    private static List<Slice> Alive(TallyBook book, Dimension dimension) =>
        book.Slices.Where(slice => slice.Dimension == dimension && book[slice].Deals > 0).ToList();

    private static bool IsSmall(Tally tally, Policy policy) => tally.Deals > 0 && tally.Deals < policy.HiddenBelow;

    private static bool HasSmallSide(Tally tally, Policy policy) =>
        (tally.Won > 0 && tally.Won < policy.HiddenBelow) || (tally.Lost > 0 && tally.Lost < policy.HiddenBelow);
}
