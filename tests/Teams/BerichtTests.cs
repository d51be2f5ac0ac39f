using KlachtHulp.Bot.Delivery.Afleveren;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Teams.Berichten;
using KlachtHulp.Bot.Teams.Boek;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KlachtHulp.Tests.Teams;

/// <summary>Messages that nobody asked for: a last day comes near, or a klacht does not arrive.</summary>
public sealed class BerichtTests
{
    [Fact]
    public async Task A_channel_that_is_busy_is_asked_again_after_the_time_it_named_and_no_colleague_is_told_instead()
    {
        await using var server = await WithoutWorkerAsync();
        await server.Staff("bram").TypeAsync("menu");
        await server.Whole.Services.GetRequiredService<TermijnWatch>().RunOnceAsync(default);
        var worker = server.Whole.Services.GetRequiredService<OutboxWorker>();
        server.Channel.RetryAfter = "120";
        server.Channel.Statuses.Enqueue(429);
        server.Channel.Statuses.Enqueue(500);

        Assert.Equal(1, await worker.RunOnceAsync(default));
        server.Clock.Advance(TimeSpan.FromSeconds(110));
        Assert.Equal(0, await worker.RunOnceAsync(default));
        server.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(1, await worker.RunOnceAsync(default));
        server.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, await worker.RunOnceAsync(default));

        Assert.Equal(Enumerable.Repeat("/v3/conversations/a%3Aanna/activities", 3), server.Channel.Calls.Select(static call => call.Target));
        Assert.Single(server.Channel.Calls.Select(static call => call.Json.GetProperty("id").GetString()).Distinct());
        Assert.Equal(0, (await server.Whole.Services.GetRequiredService<IConversationStore>().ReadOutboxAsync(default)).Waiting);
    }

    [Fact]
    public async Task When_the_first_cannot_be_reached_the_others_are_told_and_who_blocked_the_app_is_forgotten()
    {
        await using var server = await TeamsServer.StartAsync();
        await SentAsync(server);
        await server.Staff("bram").TypeAsync("menu");
        server.Channel.Statuses.Enqueue(403);

        await OnAsync(server, server.Whole.Services.GetRequiredService<TermijnWatch>(), new DateOnly(2026, 12, 14));

        Assert.Equal(["/v3/conversations/a%3Aanna/activities", "/v3/conversations/a%3Abram/activities"], server.Channel.Calls.Select(static call => call.Target));
        Assert.Equal([Balieboek.Sleutel(TeamsServer.Utrecht, "aad-bram")], (await server.Book.LijstAsync("0344")).Medewerkers);
    }

    [Fact]
    public async Task A_warning_is_stored_with_its_mark_and_tried_until_somebody_got_it()
    {
        await using var server = await WithoutWorkerAsync();
        var (watch, worker, store) = (server.Whole.Services.GetRequiredService<TermijnWatch>(), server.Whole.Services.GetRequiredService<OutboxWorker>(), server.Whole.Services.GetRequiredService<IConversationStore>());

        Assert.Equal((1, 0), (await watch.RunOnceAsync(default), server.Channel.Calls.Count));
        Assert.Equal((0, 1), (await watch.RunOnceAsync(default), (await store.ReadOutboxAsync(default)).Waiting));
        server.Channel.Statuses.Enqueue(500);
        await worker.RunOnceAsync(default);
        Assert.Equal((1, 1), (server.Channel.Calls.Count, (await store.ReadOutboxAsync(default)).Waiting));

        server.Clock.Advance(TimeSpan.FromDays(1));
        await worker.RunOnceAsync(default);

        Assert.Equal((2, 0), (server.Channel.Calls.Count, (await store.ReadOutboxAsync(default)).Waiting));
        Assert.Single(server.Channel.Calls.Select(static call => call.Json.GetProperty("id").GetString()).Distinct());
        Assert.StartsWith("Klacht KH-1. Bijna te laat. Nog 6 dagen.", server.Channel.Calls.Last().Json.GetProperty("summary").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 4)]
    public async Task A_warning_that_is_of_no_use_any_more_is_dropped(bool handled, int days)
    {
        await using var server = await WithoutWorkerAsync();
        await server.Whole.Services.GetRequiredService<TermijnWatch>().RunOnceAsync(default);
        await (handled ? server.Book.WijzigAsync("0344", static list => list.Zonder("KH-1")) : Task.CompletedTask);
        server.Clock.Advance(TimeSpan.FromDays(days));

        await server.Whole.Services.GetRequiredService<OutboxWorker>().RunOnceAsync(default);

        Assert.Empty(server.Channel.Calls);
        Assert.Equal(0, (await server.Whole.Services.GetRequiredService<IConversationStore>().ReadOutboxAsync(default)).Waiting);
    }

    [Fact]
    public async Task Another_gemeente_hears_nothing()
    {
        await using var server = await TeamsServer.StartAsync();
        await SentAsync(server);
        await server.Staff("omar", TeamsServer.Amsterdam).TypeAsync("menu");
        server.Channel.Statuses.Enqueue(403);

        server.Clock.Advance(TimeSpan.FromDays(21));
        await server.Whole.Services.GetRequiredService<TermijnWatch>().RunOnceAsync(default);
        await TeamsServer.UntilAsync(async () => (await server.Book.LijstAsync("0344")).Medewerkers.Count == 0);

        Assert.DoesNotContain(server.Channel.Calls, static call => call.Target.Contains("omar", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_delivery_that_is_refused_is_told_at_once_and_stands_in_the_list()
    {
        await using var server = await TeamsServer.StartAsync();
        var (staff, kenmerk) = await SentAsync(server);

        await MeldAsync(server, kenmerk, attempts: 0, new Afleverresultaat.Geweigerd("401"));

        var call = Assert.Single(server.Channel.Calls);
        Assert.Equal($"Klacht {kenmerk} is verstuurd, maar komt niet aan. De klacht is niet weg. Vraag de beheerder om te kijken.", call.Json.GetProperty("summary").GetString());
        Assert.Contains("Verstuurd, maar niet aangekomen", (await staff.TypeAsync("lijst")).Seen, StringComparison.Ordinal);
        await MeldAsync(server, kenmerk, attempts: 1, new Afleverresultaat.Geweigerd("401"));
        Assert.Single(server.Channel.Calls);
        await MeldAsync(server, kenmerk, attempts: 2, new Afleverresultaat.Afgeleverd());
        Assert.Contains("Verstuurd en aangekomen", (await staff.TypeAsync("lijst")).Seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delivery_that_only_takes_longer_is_told_after_five_attempts()
    {
        await using var server = await TeamsServer.StartAsync();
        var (_, kenmerk) = await SentAsync(server);
        for (var attempts = 0; attempts < 4; attempts++)
        {
            await MeldAsync(server, kenmerk, attempts, new Afleverresultaat.Later("503"));
        }

        Assert.Empty(server.Channel.Calls);
        await MeldAsync(server, kenmerk, attempts: 4, new Afleverresultaat.Later("503"));
        Assert.Single(server.Channel.Calls);
    }

    [Fact]
    public async Task A_klacht_that_is_handled_is_off_the_list_and_warns_no_more()
    {
        await using var server = await TeamsServer.StartAsync();
        var (staff, kenmerk) = await SentAsync(server);
        await staff.TypeAsync(kenmerk);

        await staff.PressAsync("Afgehandeld, haal van de lijst");

        Assert.Contains("is van de lijst", staff.Seen, StringComparison.Ordinal);
        Assert.Equal(0, await OnAsync(server, server.Whole.Services.GetRequiredService<TermijnWatch>(), new DateOnly(2026, 12, 14)));
    }

    [Fact]
    public async Task Removing_the_app_removes_the_address_and_coming_back_greets()
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("menu");
        Assert.Single((await server.Book.LijstAsync("0344")).Medewerkers);
        var remove = staff.Activity("installationUpdate");
        remove["action"] = "remove";

        await server.PostAsync(remove);
        Assert.Empty((await server.Book.LijstAsync("0344")).Medewerkers);
        Assert.False((await server.Book.MedewerkerAsync(Balieboek.Sleutel(TeamsServer.Utrecht, "aad-anna"))).IsBereikbaar);

        var add = staff.Activity("installationUpdate");
        add["action"] = "add";
        await server.PostAsync(add);
        Assert.Contains("Waarmee kan ik u helpen?", Assert.Single(server.Channel.Calls).Body, StringComparison.Ordinal);
        Assert.Single((await server.Book.LijstAsync("0344")).Medewerkers);
    }

    [Fact]
    public async Task Who_did_not_come_for_half_a_year_is_forgotten()
    {
        await using var server = await TeamsServer.StartAsync();
        await server.Staff().TypeAsync("menu");
        var watch = server.Whole.Services.GetRequiredService<TermijnWatch>();

        await OnAsync(server, watch, new DateOnly(2027, 5, 22));
        Assert.Single((await server.Book.LijstAsync("0344")).Medewerkers);
        await OnAsync(server, watch, new DateOnly(2027, 5, 23));
        Assert.Empty((await server.Book.LijstAsync("0344")).Medewerkers);
    }

    [Fact]
    public async Task The_list_outlives_the_cleaning_of_conversations()
    {
        await using var server = await TeamsServer.StartAsync();
        var (staff, kenmerk) = await SentAsync(server);
        server.Clock.Advance(TimeSpan.FromDays(40));
        await server.Whole.Services.GetRequiredService<Bot.Privacy.Opruimer>().RunOnceAsync(default);

        Assert.Contains(kenmerk, (await staff.TypeAsync("lijst")).Seen, StringComparison.Ordinal);
        Assert.Contains("Te laat. De gemeente laat weten", staff.Seen, StringComparison.Ordinal);
        server.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Contains("nog geen klachten", (await staff.TypeAsync("lijst")).Seen, StringComparison.Ordinal);
    }

    /// <summary>A klacht that was sent on 23 November 2026.</summary>
    internal static async Task<(StaffMember Staff, string Kenmerk)> SentAsync(TeamsServer server)
    {
        var staff = await server.Staff().TypeAsync("telefoon");
        var kenmerk = staff.Kenmerk;
        await staff.WalkAsync();
        await TeamsServer.UntilAsync(async () => (await server.Book.LijstAsync("0344")).Vind(kenmerk)?.Stand == Zaakstand.Afgeleverd);
        return (staff, kenmerk);
    }

    /// <summary>A test itself carries out what is in the outbox. Anna took in KH-1, whose last day is in a week.</summary>
    internal static async Task<TeamsServer> WithoutWorkerAsync()
    {
        var server = await TeamsServer.StartAsync(static whole =>
        {
            var others = whole.Register;
            whole.Register = services =>
            {
                others(services);
                services.Remove(services.Single(static service => service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.ReturnType == typeof(OutboxWorker)));
            };
        });
        await server.Staff().TypeAsync("menu");
        var zaak = new Zaak("KH-1", "gesprek", Balieboek.Sleutel(TeamsServer.Utrecht, "aad-anna"), server.Clock.GetUtcNow())
        {
            Stand = Zaakstand.Verstuurd,
            Dagen = [new LaatsteDag("KB", "De gemeente behandelt de klacht", new DateOnly(2026, 11, 30))],
        };
        await server.Book.WijzigAsync("0344", list => list.Met(zaak));
        return server;
    }

    internal static async Task<int> OnAsync(TeamsServer server, TermijnWatch watch, DateOnly day)
    {
        server.Clock.Advance(new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero) - server.Clock.GetUtcNow());
        var queued = await watch.RunOnceAsync(default);
        await server.QuietAsync();
        return queued;
    }

    private static async Task MeldAsync(TeamsServer server, string kenmerk, int attempts, Afleverresultaat result)
    {
        await server.Whole.Services.GetRequiredService<IAfleverMelder>().MeldAsync(new OutboxItem(1, "x", Bezorger.Soort, kenmerk, default, attempts), result, default);
        await server.QuietAsync();
    }
}
