using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Tests.Storage;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Turns;

/// <summary>What the last turn left is a shortcut and never the truth: the store decides.</summary>
public sealed class RecentTurnsTests
{
    [Fact]
    public void What_was_put_is_taken_once()
    {
        var recent = new RecentTurns();
        recent.Put(Of("a", version: 1));
        recent.Put(Of("a", version: 2));

        Assert.Equal(2, recent.Take("a")?.Version);
        Assert.Null(recent.Take("a"));
    }

    [Fact]
    public void It_holds_the_newest_and_never_more_than_it_may()
    {
        var recent = new RecentTurns(capacity: 100_000);
        foreach (var number in Enumerable.Range(0, 1000))
        {
            recent.Put(Of($"{number}", version: 1, size: 1000));
        }

        var held = Enumerable.Range(0, 1000).Where(number => recent.Take($"{number}") is not null).ToList();

        Assert.InRange(held.Count, 35, 100);
        Assert.Equal(999, held[^1]);
        Assert.Equal(held, Enumerable.Range(held[0], held.Count));
    }

    [Fact]
    public void An_entry_that_is_put_again_and_again_takes_the_room_of_one()
    {
        var recent = new RecentTurns(capacity: 100_000);
        recent.Put(Of("vast", version: 1, size: 1000));
        foreach (var version in Enumerable.Range(1, 1000))
        {
            recent.Put(Of("druk", version, size: 1000));
        }

        Assert.NotNull(recent.Take("vast"));
    }

    [Fact]
    public async Task A_conversation_that_another_instance_went_on_with_is_read_anew()
    {
        using var server = new BotServer();
        var resident = await server.Resident().StartAsync();
        await resident.SayAsync("een");
        var there = (await server.Store.LoadAsync(resident.ConversationId, default))!;
        await server.Store.SaveAsync(new TurnCommit(there.Id, there.Gemeente, there.Version, Some.Bytes("een\ntwee elders\n"), [Some.Bytes("{}")], null, [], there.Updated), default);

        await resident.SayAsync("drie");

        Assert.Equal("een\ntwee elders\ndrie\n", Some.Text((await server.Store.LoadAsync(resident.ConversationId, default))!.Body));
    }

    [Fact]
    public async Task A_conversation_that_another_instance_erased_is_not_there_any_more()
    {
        using var server = new BotServer();
        var resident = await server.Resident().StartAsync();
        await resident.SayAsync("een");
        await server.Store.EraseAsync(resident.ConversationId, default);

        Assert.Equal(404, (await resident.SayAsync("twee")).Status);
    }

    private static StoredConversation Of(string id, long version, int size = 10) => new(id, "0344", version, version, new byte[size], Some.Moment);
}
