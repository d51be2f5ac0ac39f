using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace KlachtHulp.Tests.Privacy;

public sealed class InzageTests
{
    [Fact]
    public async Task A_resident_gets_everything_that_is_kept_in_one_file()
    {
        using var server = new WholeServer();
        var resident = await server.ResidentAsync();
        await resident.WalkAsync();

        var (status, text) = await GetAsync(server, resident, resident.Conversation);

        Assert.Equal(HttpStatusCode.OK, status);
        var all = JsonNode.Parse(text)!;
        var known = JsonNode.Parse(resident.Everything)!["activities"]!.AsArray();
        Assert.Equal(known.Select(static one => one!.ToJsonString()), all["verslag"]!.AsArray().Select(static one => one!.ToJsonString()));
        Assert.Contains(all["antwoorden"]!.AsArray(), static row => row!["vraag"]!.ToString() == "gegevens.naam" && row["antwoord"]!.ToString() == "Kanarie Kanariesen");
        Assert.Equal(JsonNode.Parse(await resident.DocumentAsync("application/json"))!.ToJsonString(), all["formulier"]!.ToJsonString());
        Assert.Equal("2026-12-23", all["zonderNieuwBerichtGewistNa"]!.ToString()[..10]);
        await server.Log.Delivered;
    }

    [Fact]
    public async Task Before_there_is_a_form_the_file_says_so()
    {
        using var server = new WholeServer();
        var resident = await server.ResidentAsync();

        var (_, text) = await GetAsync(server, resident, resident.Conversation);

        Assert.Null(JsonNode.Parse(text)!["formulier"]);
        Assert.NotEmpty(JsonNode.Parse(text)!["verslag"]!.AsArray());
    }

    [Fact]
    public async Task Nobody_else_gets_it_and_after_erasing_there_is_nothing_to_get()
    {
        using var server = new WholeServer();
        var (one, other) = (await server.ResidentAsync(), await server.ResidentAsync());

        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(server, other, one.Conversation)).Status);
        await one.EventAsync("wis");
        await one.ChooseAsync("ja");
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(server, one, one.Conversation)).Status);
    }

    private static async Task<(HttpStatusCode Status, string Text)> GetAsync(WholeServer server, Resident caller, string conversation)
    {
        using var http = server.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", caller.Token);
        using var response = await http.GetAsync($"/api/v1/gesprekken/{conversation}/gegevens");
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
