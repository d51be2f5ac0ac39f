using KlachtHulp.Bot.Turns;

namespace KlachtHulp.Tests.Channels;

public sealed class TurnFeedTests
{
    private readonly LocalTurnFeed _feed = new();

    [Fact]
    public void A_slow_reader_keeps_the_newest_items_and_a_heartbeat_takes_no_items_place()
    {
        using var reader = _feed.Subscribe("a");
        for (var sequence = 1; sequence <= 100; sequence++)
        {
            _feed.Publish(new FeedItem("a", sequence, []));
        }

        reader.Beat();

        var kept = new List<long>();
        while (reader.Items.TryRead(out var item))
        {
            kept.Add(item!.FirstSequence);
        }

        Assert.Equal(Enumerable.Range(37, 64).Select(static sequence => (long)sequence), kept);
    }

    [Fact]
    public void A_reader_hears_only_its_own_conversation_and_nothing_after_it_left()
    {
        var reader = _feed.Subscribe("a");

        _feed.Publish(new FeedItem("b", 1, []));
        reader.Dispose();
        _feed.Publish(new FeedItem("a", 1, []));

        Assert.False(reader.Items.TryRead(out _));
    }
}
