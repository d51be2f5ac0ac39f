using System.Threading.Channels;
using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Tests.Storage;

public sealed class ConversationFeedTests
{
    private readonly ConversationFeed _feed = new();

    [Fact]
    public async Task A_signal_before_the_wait_is_not_missed_and_several_are_one()
    {
        using var subscription = _feed.Subscribe("a");
        _feed.Publish("a");
        _feed.Publish("a");

        await subscription.WaitAsync(default);
        Assert.False(subscription.WaitAsync(default).AsTask().IsCompleted);
    }

    [Fact]
    public async Task Every_listener_of_a_conversation_hears_and_nobody_else()
    {
        using var one = _feed.Subscribe("a");
        using var two = _feed.Subscribe("a");
        using var other = _feed.Subscribe("b");
        _feed.Publish("a");

        await one.WaitAsync(default);
        await two.WaitAsync(default);
        var silent = other.WaitAsync(default).AsTask();
        Assert.False(silent.IsCompleted);
        _feed.PublishAll();
        await silent.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Who_has_gone_does_not_keep_the_others_from_hearing()
    {
        var gone = _feed.Subscribe("a");
        using var left = _feed.Subscribe("a");
        gone.Dispose();
        gone.Dispose();
        _feed.Publish("a");

        await left.WaitAsync(default);
        await Assert.ThrowsAsync<ChannelClosedException>(async () => await gone.WaitAsync(default));
    }
}
