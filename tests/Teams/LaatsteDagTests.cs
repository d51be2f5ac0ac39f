using System.Globalization;
using KlachtHulp.Bot.Teams;
using KlachtHulp.Bot.Teams.Berichten;
using KlachtHulp.Bot.Teams.Boek;
using Microsoft.Extensions.DependencyInjection;

namespace KlachtHulp.Tests.Teams;

/// <summary>When staff are told of a last day, and when not.</summary>
public sealed class LaatsteDagTests
{
    [Fact]
    public async Task A_last_day_that_comes_near_is_told_once_to_who_took_it_in_once_more_on_the_working_day_before_and_once_when_it_is_over()
    {
        await using var server = await TeamsServer.StartAsync();
        var (staff, kenmerk) = await BerichtTests.SentAsync(server);
        await server.Staff("bram").TypeAsync("menu");
        var watch = server.Whole.Services.GetRequiredService<TermijnWatch>();

        Assert.Equal(0, await watch.RunOnceAsync(default));
        Assert.Equal(1, await BerichtTests.OnAsync(server, watch, new DateOnly(2026, 12, 14)));
        Assert.Equal(0, await BerichtTests.OnAsync(server, watch, new DateOnly(2026, 12, 15)));
        Assert.Equal(0, await BerichtTests.OnAsync(server, watch, new DateOnly(2026, 12, 17)));
        Assert.Equal(1, await BerichtTests.OnAsync(server, watch, new DateOnly(2026, 12, 18)));
        Assert.Equal(0, await BerichtTests.OnAsync(server, watch, new DateOnly(2026, 12, 21)));
        Assert.Equal(0, await BerichtTests.OnAsync(server, watch, new DateOnly(2026, 12, 22)));
        Assert.Equal(1, await BerichtTests.OnAsync(server, watch, new DateOnly(2026, 12, 28)));
        Assert.Equal(0, await BerichtTests.OnAsync(server, watch, new DateOnly(2026, 12, 30)));
        Assert.Equal(1, await BerichtTests.OnAsync(server, watch, new DateOnly(2026, 12, 31)));
        Assert.Equal(0, await BerichtTests.OnAsync(server, watch, new DateOnly(2027, 1, 4)));
        Assert.Equal(1, await BerichtTests.OnAsync(server, watch, new DateOnly(2027, 1, 5)));
        Assert.Equal(0, await BerichtTests.OnAsync(server, watch, new DateOnly(2027, 1, 6)));

        var calls = server.Channel.Calls.ToList();
        Assert.All(calls, static call => Assert.Equal("/v3/conversations/a%3Aanna/activities", call.Target));
        Assert.Equal(
            [
                $"Klacht {kenmerk}. Bijna te laat. Nog 7 dagen. De gemeente laat weten dat zij de klacht niet behandelt: uiterlijk maandag 21 december 2026.",
                $"Klacht {kenmerk}. Bijna te laat. Nog 3 dagen. De gemeente laat weten dat zij de klacht niet behandelt: uiterlijk maandag 21 december 2026.",
                $"Klacht {kenmerk}. Bijna te laat. Nog 7 dagen. De gemeente behandelt de klacht: uiterlijk maandag 4 januari 2027.",
                $"Klacht {kenmerk}. Bijna te laat. Nog 4 dagen. De gemeente behandelt de klacht: uiterlijk maandag 4 januari 2027.",
                $"Klacht {kenmerk}. Te laat. De gemeente behandelt de klacht: dit moest uiterlijk maandag 4 januari 2027.",
            ],
            calls.Select(static call => call.Json.GetProperty("summary").GetString()));
        Assert.All(calls, static call => Assert.DoesNotContain("kanarie", call.Body, StringComparison.OrdinalIgnoreCase));
        Assert.NotNull(staff);
    }

    /// <summary>The last day of KH-1 is Monday 30 November; the hours are those of Amsterdam in winter.</summary>
    [Theory]
    [InlineData("2026-11-23T06:59:00Z", 0)]
    [InlineData("2026-11-23T07:00:00Z", 1)]
    [InlineData("2026-11-23T15:59:00Z", 1)]
    [InlineData("2026-11-23T16:00:00Z", 0)]
    [InlineData("2026-11-28T10:00:00Z", 0)]
    [InlineData("2026-11-29T10:00:00Z", 0)]
    [InlineData("2026-12-25T10:00:00Z", 0)]
    public async Task Nobody_is_told_in_the_night_or_on_a_day_off(string moment, int told)
    {
        await using var server = await BerichtTests.WithoutWorkerAsync();
        server.Clock.Advance(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture) - server.Clock.GetUtcNow());

        Assert.Equal(told, await server.Whole.Services.GetRequiredService<TermijnWatch>().RunOnceAsync(default));
    }

    [Theory]
    [InlineData("2026-11-30", "2026-11-20", 0)]
    [InlineData("2026-11-29", "2026-11-20", 1)]
    [InlineData("2026-11-27", "2026-11-20", 1)]
    public async Task A_warning_that_would_come_on_a_day_off_comes_before_it(string last, string friday, int told)
    {
        await using var server = await BerichtTests.WithoutWorkerAsync();
        await server.Book.WijzigAsync("0344", list => list.Met(list.Vind("KH-1")! with { Dagen = [list.Vind("KH-1")!.Dagen[0] with { Dag = DateOnly.Parse(last, CultureInfo.InvariantCulture) }] }));
        server.Clock.Advance(DateTimeOffset.Parse(friday + "T10:00:00Z", CultureInfo.InvariantCulture) - server.Clock.GetUtcNow());

        Assert.Equal(told, await server.Whole.Services.GetRequiredService<TermijnWatch>().RunOnceAsync(default));
    }

    [Theory]
    [InlineData("KB", "2026-11-23", 1)]
    [InlineData("BZ", "2026-11-23", 1)]
    [InlineData("BZ", "2026-11-22", 0)]
    [InlineData("K4", "2026-11-23", 0)]
    [InlineData(ZaakReader.Wissen, "2026-11-23", 0)]
    public async Task Too_late_is_told_of_a_day_that_went_by_while_it_was_here_and_where_it_means_something(string code, string last, int told)
    {
        await using var server = await BerichtTests.WithoutWorkerAsync();
        var over = new LaatsteDag(code, "De laatste dag", DateOnly.Parse(last, CultureInfo.InvariantCulture));
        await server.Book.WijzigAsync("0344", list => list.Met(list.Vind("KH-1")! with { Dagen = [new LaatsteDag("KB", "De gemeente behandelt de klacht", new DateOnly(2027, 1, 4)), over] }));
        server.Clock.Advance(TimeSpan.FromDays(1));
        var watch = server.Whole.Services.GetRequiredService<TermijnWatch>();

        Assert.Equal((told, 0), (await watch.RunOnceAsync(default), await watch.RunOnceAsync(default)));
    }

    [Fact]
    public async Task A_klacht_that_is_put_off_has_its_last_day_four_weeks_later_until_that_is_taken_back()
    {
        await using var server = await TeamsServer.StartAsync();
        var (staff, kenmerk) = await BerichtTests.SentAsync(server);
        var watch = server.Whole.Services.GetRequiredService<TermijnWatch>();
        await staff.TypeAsync(kenmerk);

        await staff.PressAsync("Vier weken langer");

        Assert.Contains("Awb 9:11 lid 2", staff.Seen, StringComparison.Ordinal);
        Assert.Contains("De gemeente neemt vier weken langer.", (await staff.TypeAsync("lijst")).Seen, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2027, 2, 1), await HandledByAsync());
        Assert.Equal((0, 1), (await BerichtTests.OnAsync(server, watch, new DateOnly(2027, 1, 5)), await BerichtTests.OnAsync(server, watch, new DateOnly(2027, 1, 25))));
        await staff.TypeAsync(kenmerk);
        await staff.PressAsync("Toch niet langer");
        Assert.Equal(new DateOnly(2027, 1, 4), await HandledByAsync());
        Assert.DoesNotContain("De gemeente neemt vier weken langer.", staff.Seen, StringComparison.Ordinal);

        async Task<DateOnly> HandledByAsync() => (await server.Book.LijstAsync("0344")).Vind(kenmerk)!.Dagen.Single(static day => day.Code == "KB").Dag;
    }

    [Fact]
    public async Task Only_a_klacht_of_the_own_list_that_was_sent_can_be_put_off()
    {
        await using var server = await TeamsServer.StartAsync();
        var (_, sent) = await BerichtTests.SentAsync(server);
        var open = (await server.Staff("bram").TypeAsync("telefoon")).Kenmerk;
        var (own, other) = (server.Staff("bram"), server.Staff("omar", TeamsServer.Amsterdam));

        foreach (var (staff, kenmerk) in new[] { (own, open), (other, sent) })
        {
            await staff.ExecuteAsync(new() { ["balie"] = "verdaagd", ["zaak"] = kenmerk, ["aan"] = "ja" });
            Assert.Contains("staat niet op de lijst", staff.Seen, StringComparison.Ordinal);
        }

        Assert.All((await server.Book.LijstAsync("0344")).Zaken, static zaak => Assert.False(zaak.Verdaagd));
    }
}
