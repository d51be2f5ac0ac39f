namespace KlachtHulp.Tests.Channels;

public sealed partial class DirectLineStreamTests
{
    [Fact]
    public async Task An_answer_that_takes_long_is_announced_as_typing_and_one_that_comes_at_once_is_not()
    {
        var resident = await _server.Resident().StartAsync();
        using var stream = await ConnectAsync(resident.StreamUrl);
        await NextAsync(stream);
        var (saving, free) = (new TaskCompletionSource(), new TaskCompletionSource());
        _server.Store.BeforeSave = _ =>
        {
            saving.TrySetResult();
            return free.Task;
        };

        var said = resident.SayAsync("hallo");
        await saving.Task;
        await RingAsync(TimeSpan.FromSeconds(1));
        var first = await NextAsync(stream);
        await RingAsync(TimeSpan.FromSeconds(3));
        var second = await NextAsync(stream);
        free.SetResult();
        await said;
        var turn = await NextAsync(stream);

        Assert.All([first, second], static set => Assert.Equal("typing", Assert.Single(set.GetProperty("activities").EnumerateArray()).GetProperty("type").GetString()));
        Assert.All([first, second], static set => Assert.False(set.TryGetProperty("watermark", out _)));
        Assert.Equal(("5", 3), (Watermark(turn), Count(turn)));
        Assert.DoesNotContain(await resident.HistoryAsync(), static activity => activity.GetProperty("type").GetString() == "typing");
    }

    /// <summary>Moves the clock once somebody waits for it.</summary>
    private async Task RingAsync(TimeSpan time)
    {
        while (!_server.Clock.RingsWithin(time))
        {
            await Task.Yield();
        }

        _server.Clock.Advance(time);
    }
}
