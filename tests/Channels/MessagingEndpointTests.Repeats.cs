using System.Text.Json.Nodes;

namespace KlachtHulp.Tests.Channels;

/// <summary>Messages that are delivered again.</summary>
public sealed partial class MessagingEndpointTests
{
    [Theory]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(4000)]
    public async Task A_message_is_known_again_however_long_its_id(int length)
    {
        var (one, other) = (new string('i', length), new string('i', length - 1) + "j");

        await PostAsync(Activity("hallo", one));
        await PostAsync(Activity("hallo", one));
        Assert.Equal(3, _channel.Calls.Count);
        await PostAsync(Activity("hallo", other));

        Assert.Equal(5, _channel.Calls.Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("expectReplies")]
    public async Task The_message_that_erased_everything_does_not_begin_anew_when_it_is_delivered_again(string? delivery)
    {
        await PostAsync(Activity("hallo", "in-1", delivery: delivery));
        var erasing = Erasing("in-2", delivery);
        var erased = await PostAsync(erasing);
        var said = _channel.Calls.Count;

        var again = await PostAsync(erasing);

        Assert.Equal((200, 200, said), (erased.Status, again.Status, _channel.Calls.Count));
        Assert.Equal(1, _server.Store.Saves);
        await PostAsync(Activity("iets nieuws", "in-3", delivery: delivery));
        Assert.Equal(2, _server.Store.Saves);
    }

    [Fact]
    public async Task After_ten_minutes_nobody_delivers_again_and_the_same_id_is_a_new_message()
    {
        await PostAsync(Activity("hallo", "in-1"));
        await PostAsync(Erasing("in-2", delivery: null));
        _server.Clock.Advance(TimeSpan.FromMinutes(10));

        await PostAsync(Activity("hallo", "in-2"));

        Assert.Equal(2, _server.Store.Saves);
    }

    private JsonObject Erasing(string id, string? delivery)
    {
        var activity = Activity(text: null, id, delivery: delivery);
        activity["type"] = "event";
        activity["name"] = "klachthulp/wis";
        return activity;
    }
}
