using KlachtHulp.Dialogs.Recht;
using KlachtHulp.Tests.Support;
using Xunit.Abstractions;

namespace KlachtHulp.Tests.Topics;

/// <summary>Nothing in the route table is out of reach of the questions, and no conversation ends without a way.</summary>
public sealed class BereikTests(Bereik bereik, ITestOutputHelper output) : IClassFixture<Bereik>
{
    private static Routetabel Tabel => RealTree.Klachthulp.Knowledge.Routewijzer.Tabel;

    [Fact]
    public void Every_row_is_reached_by_some_conversation()
    {
        output.WriteLine($"{bereik.Count:N0} conversations");

        Assert.Equal(Enumerable.Range(1, 42), bereik.Rijen.Order());
    }

    [Fact]
    public void Every_route_of_every_row_is_reached_by_some_conversation()
        => Assert.Equal("", string.Join('\n', Tabel.Regels.SelectMany(static regel => regel.Routes.Select(route => (regel.Nr, route.Code))).Except(bereik.Geopend)));

    [Fact]
    public void Every_value_that_a_condition_names_is_given_by_some_conversation()
    {
        var named = Tabel.Regels.SelectMany(static regel => regel.Routes.Select(static route => route.Als).Prepend(regel.Als)
            .OfType<Voorwaarde>().SelectMany(Leaves).Select(leaf => (regel.Nr, Leaf: leaf)));

        Assert.Equal("", string.Join('\n', named.Where(pair => Unreached(pair.Leaf) != 0).Select(pair => $"row {pair.Nr}: {pair.Leaf}, never {Unreached(pair.Leaf)}")));
    }

    [Fact]
    public void No_conversation_ends_without_a_route() => Assert.Empty(bereik.Leeg.Take(3));

    [Fact]
    public void Every_letter_is_offered_in_some_conversation()
        => Assert.Empty(RealTree.Klachthulp.Knowledge.Brieven.Select(static brief => brief.Id).Except(bereik.Brieven));

    /// <summary>"Not asked" (the first bit) need not occur: it keeps a row open for whoever asks less.</summary>
    private int Unreached(Voorwaarde leaf) => leaf switch
    {
        Voorwaarde.FeitIs feit => feit.Masker & ~1 & ~bereik.Masker(feit.Feit),
        Voorwaarde.StandIs stand => stand.Masker & ~bereik.Masker(stand.Termijn),
        _ => throw new InvalidOperationException("Only leaves are looked at."),
    };

    private static IEnumerable<Voorwaarde> Leaves(Voorwaarde voorwaarde) => voorwaarde switch
    {
        Voorwaarde.Alle alle => alle.Delen.SelectMany(Leaves),
        Voorwaarde.Een een => een.Delen.SelectMany(Leaves),
        Voorwaarde.Niet niet => Leaves(niet.Deel),
        _ => [voorwaarde],
    };
}
