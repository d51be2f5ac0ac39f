using System.Xml.Linq;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Storage;

public abstract partial class ConversationStoreCompliance
{
    private static readonly DateOnly Day = new(2026, 11, 22);

    [Fact]
    public async Task Numbers_of_a_day_add_up()
    {
        await Store.AddTalliesAsync([new(Day, "vragen", Id("a"), 2), new(Day, "vragen", Id("b"), 1)], default);
        await Store.AddTalliesAsync([new(Day, "vragen", Id("a"), 3), new(Day.AddDays(-1), "vragen", Id("a"), 9)], default);

        var own = (await Store.ReadTalliesAsync(Day, default)).Where(tally => tally.Label.StartsWith(Id(""), StringComparison.Ordinal));

        Assert.Equal([new Tally(Day, "vragen", Id("a"), 5), new Tally(Day, "vragen", Id("b"), 1)], own);
    }

    [Fact]
    public async Task A_key_is_made_once_and_is_the_same_for_whoever_asks()
    {
        var clock = new FixedClock(Some.Moment);
        var first = new SharedKeys(Store, clock).GetOrAdd(Id("k"), static () => [1, 2, 3]);
        var second = new SharedKeys(Store, clock).GetOrAdd(Id("k"), static () => [4, 5, 6]);

        Assert.Equal([1, 2, 3], first);
        Assert.Equal(first, second);
        Assert.DoesNotContain($"{SharedKeys.Prefix}{Id("k")}", await Store.ListUnchangedSinceAsync(Some.Moment.AddYears(9), 1000, default));
    }

    [Fact]
    public void Keys_of_data_protection_are_kept_in_the_order_in_which_they_came()
    {
        var keys = new SharedKeys(Store, new FixedClock(Some.Moment));
        keys.StoreElement(new XElement("key", new XAttribute("id", Id("1"))), Id("1"));
        keys.StoreElement(new XElement("key", new XAttribute("id", Id("2"))), Id("2"));

        Assert.Equal([Id("1"), Id("2")], keys.GetAllElements().Select(static key => key.Attribute("id")!.Value));
    }

    [Fact]
    public async Task Work_for_one_is_done_by_one_and_can_be_taken_again_when_it_is_done()
    {
        await using (Assert.IsAssignableFrom<IAsyncDisposable>(await Store.TryLeadAsync(Id("werk"), default)))
        {
            Assert.Equal(Store.IsShared, await Store.TryLeadAsync(Id("werk"), default) is null);
        }

        await using var again = await Store.TryLeadAsync(Id("werk"), default);
        Assert.NotNull(again);
    }
}
