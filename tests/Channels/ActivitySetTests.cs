using System.Text;
using System.Text.Json;
using KlachtHulp.Bot.Channels.DirectLine;

namespace KlachtHulp.Tests.Channels;

public sealed class ActivitySetTests
{
    [Theory]
    [InlineData("12", 0)]
    [InlineData("12", 1)]
    [InlineData("12", 3)]
    [InlineData("a\"},{\\ \u2028é", 2)]
    [InlineData(null, 2)]
    public void A_set_holds_its_activities_as_they_are_and_its_watermark(string? watermark, int count)
    {
        ReadOnlyMemory<byte>[] activities = [.. Enumerable.Range(0, count).Select(static n => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes($$"""{"id":"{{n}}"}"""))];

        using var set = JsonDocument.Parse(ActivitySet.Write(activities, watermark));

        Assert.Equal(Enumerable.Range(0, count).Select(static n => $"{n}"), set.RootElement.GetProperty("activities").EnumerateArray().Select(static one => one.GetProperty("id").GetString()));
        Assert.Equal(watermark, set.RootElement.TryGetProperty("watermark", out var found) ? found.GetString() : null);
    }
}
