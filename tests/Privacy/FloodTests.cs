using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Privacy;

/// <summary>Somebody who begins as many conversations as a computer can.</summary>
public sealed class FloodTests
{
    [Fact]
    public async Task A_flood_from_one_address_reaches_neither_dialog_nor_database()
    {
        using var server = new BotServer { Settings = { ["KlachtHulp:Limieten:NieuwPerMinuut"] = "20" } };
        var honest = await server.Resident().StartAsync();
        var flooder = server.Resident();
        var saves = server.Store.Saves;

        var statuses = new List<int>();
        for (var attempt = 0; attempt < 500; attempt++)
        {
            var asked = await flooder.SendAsync(HttpMethod.Post, "/api/v1/tokens", "{}", credential: "");
            statuses.Add(asked.Status);
            if (asked.Status == 200)
            {
                var started = await flooder.SendAsync(HttpMethod.Post, "conversations", credential: asked.Json.GetProperty("token").GetString());
                statuses.Add(started.Status);
            }
        }

        Assert.InRange(server.Store.Saves - saves, 1, 20);
        Assert.True(statuses.Count(static status => status == 429) > 450);
        Assert.Equal(200, (await honest.SayAsync("Ik mag gewoon verder praten.")).Status);
    }
}
