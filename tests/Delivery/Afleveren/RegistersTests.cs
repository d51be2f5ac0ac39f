using KlachtHulp.Bot.Delivery.Afleveren;
using KlachtHulp.Bot.Delivery.Afleveren.Klantinteracties;
using KlachtHulp.Bot.Delivery.Afleveren.Objecten;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Delivery.Afleveren;

/// <summary>The ways <c>objecten</c> and <c>klantinteracties</c>, against registers that fail at every step.</summary>
public sealed class RegistersTests : IAsyncLifetime
{
    private const int MostCalls = 20;

    private readonly FixedClock _clock = new(Proefzending.Moment);
    private readonly Elders _elders = new();
    private FarEnd _server = null!;
    private RegistersNagemaakt _registers = null!;

    public async Task InitializeAsync()
    {
        _registers = new();
        _server = await FarEnd.StartAsync(http => _registers.AnswerAsync(http));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_form_becomes_one_object_that_holds_exactly_the_form()
    {
        Assert.IsType<Afleverresultaat.Afgeleverd>(await AttemptAsync(Objecten(), Proefzending.Stappen()));

        AssertOneObject();
        var data = Assert.Single(_registers.Objecten)["record"]!["data"]!;
        Assert.Equal(System.Text.Json.Nodes.JsonNode.Parse(Proefzending.Zending().Json.Span)!.ToJsonString(), data.ToJsonString());
    }

    [Fact]
    public async Task A_form_becomes_a_contact_without_personal_data_and_a_task_for_the_coordinator()
    {
        Assert.IsType<Afleverresultaat.Afgeleverd>(await AttemptAsync(Klantinteracties(), Proefzending.Stappen()));

        AssertOneContact();
        var identity = _registers.Onderwerpen[0]["onderwerpobjectidentificator"]!;
        Assert.Equal(("klacht", "klachthulp", Proefzending.Kenmerk), (identity["codeObjecttype"]!.ToString(), identity["codeRegister"]!.ToString(), identity["objectId"]!.ToString()));
        Assert.DoesNotContain("Bewoner", string.Concat(_registers.Contacten.Concat(_registers.Taken).Select(static row => row.ToJsonString())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_is_about_the_zaak_when_the_other_way_made_one()
    {
        _elders.Zaak = "https://open-zaak.voorbeeld.example/zaken/api/v1/zaken/095be615-a8ad-4c33-8e9c-c7612fbf6c9f";

        await AttemptAsync(Klantinteracties(), Proefzending.Stappen());

        var identity = _registers.Onderwerpen[0]["onderwerpobjectidentificator"]!;
        Assert.Equal(("zaak", "open-zaak", "095be615-a8ad-4c33-8e9c-c7612fbf6c9f"), (identity["codeObjecttype"]!.ToString(), identity["codeRegister"]!.ToString(), identity["objectId"]!.ToString()));
    }

    [Fact]
    public async Task Without_the_documents_there_is_no_contact()
    {
        _elders.Answer = new Afleverresultaat.Later("503");

        Assert.IsType<Afleverresultaat.Later>(await AttemptAsync(Klantinteracties(), Proefzending.Stappen()));
        Assert.Equal(0, _server.Calls);
    }

    [Theory]
    [InlineData("objecten", Fault.Before, 1)]
    [InlineData("objecten", Fault.After, 1)]
    [InlineData("klantinteracties", Fault.Before, 3)]
    [InlineData("klantinteracties", Fault.After, 3)]
    public async Task Whichever_call_fails_the_next_attempt_ends_in_exactly_one(string soort, Fault fault, int leastCalls)
    {
        var broken = 1;
        for (var done = false; !done; broken++)
        {
            Assert.True(broken < MostCalls, "does not end");
            await DisposeAsync();
            await InitializeAsync();
            var failing = broken;
            _server.Faults = call => call == failing ? fault : Fault.None;
            var progress = ReadOnlyMemory<byte>.Empty;
            Stappen Steps() => new(progress, kept => { progress = kept; return Task.CompletedTask; });
            var way = Way(soort);

            done = await AttemptAsync(way, Steps()) is Afleverresultaat.Afgeleverd;
            Assert.IsType<Afleverresultaat.Afgeleverd>(await AttemptAsync(way, Steps()));
            (soort == "objecten" ? (Action)AssertOneObject : AssertOneContact)();
        }

        Assert.True(broken > leastCalls, $"only {broken} calls could fail");
    }

    [Theory]
    [InlineData("objecten")]
    [InlineData("klantinteracties")]
    public async Task A_process_that_stops_before_any_result_is_kept_finds_what_it_made(string soort)
    {
        var way = Way(soort);

        await AttemptAsync(way, Proefzending.Stappen());
        Assert.IsType<Afleverresultaat.Afgeleverd>(await AttemptAsync(way, Proefzending.Stappen()));

        (soort == "objecten" ? (Action)AssertOneObject : AssertOneContact)();
    }

    [Fact]
    public async Task A_wrong_token_parks_the_form()
        => Assert.Equal(new Afleverresultaat.Geweigerd("status 401"), await AttemptAsync(Objecten("anders"), Proefzending.Stappen()));

    [Fact]
    public void The_uuid_of_an_object_follows_from_the_reference()
    {
        var uuid = ObjectenAflevering.Uuid("KH-1").ToString();

        Assert.Equal(uuid, ObjectenAflevering.Uuid("KH-1").ToString());
        Assert.NotEqual(uuid, ObjectenAflevering.Uuid("KH-2").ToString());
        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", uuid);
    }

    private IAflevering Way(string soort) => soort == "objecten" ? Objecten() : Klantinteracties();

    private void AssertOneObject()
    {
        Assert.Empty(_registers.Complaints);
        Assert.Single(_registers.Objecten);
    }

    private void AssertOneContact()
    {
        Assert.Empty(_registers.Complaints);
        Assert.Single(_registers.Contacten);
        Assert.Single(_registers.Onderwerpen);
        Assert.Single(_registers.Taken);
    }

    /// <summary>As the worker does: an exception is a failure for now.</summary>
    private static async Task<Afleverresultaat> AttemptAsync(IAflevering way, Stappen stappen)
    {
        try
        {
            return await way.LeverAsync(Proefzending.Zending(), stappen, default);
        }
        catch (HttpRequestException)
        {
            return new Afleverresultaat.Later("connection");
        }
    }

    private ObjectenAflevering Objecten(string token = RegistersNagemaakt.Token)
        => new(AfleverHttp.Client(), new(new(_server.Address + "/objecten/"), token, new(RegistersNagemaakt.Objecttype), 2), _clock);

    private KlantinteractiesAflevering Klantinteracties()
        => new(AfleverHttp.Client(), new(new(_server.Address + "/klant/"), RegistersNagemaakt.Token, RegistersNagemaakt.Actor, "chat", "bestand"), _elders, _clock);

    /// <summary>The way that brings the documents.</summary>
    private sealed class Elders : IAflevering
    {
        public string? Zaak { get; set; }

        public Afleverresultaat Answer { get; set; } = new Afleverresultaat.Afgeleverd();

        public async Task<Afleverresultaat> LeverAsync(Zending zending, Stappen stappen, CancellationToken cancellationToken)
        {
            if (Zaak is { } zaak)
            {
                await stappen.DoenAsync("zaak", () => Task.FromResult(zaak));
            }

            return Answer;
        }
    }
}
