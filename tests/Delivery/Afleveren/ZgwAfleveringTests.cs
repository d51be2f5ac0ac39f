using System.Text.Json.Nodes;
using KlachtHulp.Bot.Delivery.Afleveren;
using KlachtHulp.Bot.Delivery.Afleveren.Zgw;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Delivery.Afleveren;

public sealed class ZgwAfleveringTests : IAsyncLifetime
{
    /// <summary>More calls than one delivery makes.</summary>
    private const int MostCalls = 40;

    private readonly FixedClock _clock = new(Proefzending.Moment);
    private FarEnd _server = null!;
    private OpenZaakNagemaakt _openZaak = null!;

    public async Task InitializeAsync()
    {
        _openZaak = new(_clock.GetUtcNow);
        _server = await FarEnd.StartAsync(http => _openZaak.AnswerAsync(http));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    /// <summary>The expected value was computed by another implementation.</summary>
    [Fact]
    public void A_token_is_signed_as_ZGW_APIs_expect()
        => Assert.Equal(
            "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhIiwiaWF0IjowfQ.p846vHfJcHTTG6o9GFJxETzCFg6OfAx4ubKMkuaa9k0",
            ZgwToken.Sign("eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhIiwiaWF0IjowfQ", "geheim"));

    [Fact]
    public async Task A_form_becomes_one_zaak_with_its_three_documents_and_its_first_status()
    {
        var result = await DeliverAsync();

        Assert.IsType<Afleverresultaat.Afgeleverd>(result);
        AssertComplete();
        var zaak = Assert.Single(_openZaak.Zaken);
        Assert.Equal((Proefzending.Kenmerk, OpenZaakNagemaakt.Rsin, "zaakvertrouwelijk"),
            (zaak["identificatie"]!.ToString(), zaak["bronorganisatie"]!.ToString(), zaak["vertrouwelijkheidaanduiding"]!.ToString()));
        Assert.EndsWith("/catalogi/zaaktypen/7", zaak["zaaktype"]!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("/catalogi/statustypen/1", Rows("/zaken/statussen").Single()["statustype"]!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Bewoner", string.Concat(_openZaak.Zaken.Select(static row => row.ToJsonString())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_json_at_the_far_end_is_what_the_receipt_describes()
    {
        await DeliverAsync();

        var json = Rows("/documenten/enkelvoudiginformatieobjecten").Single(static row => row["bestandsnaam"]!.ToString() == "klacht.json");
        Assert.Equal(Proefzending.Zending().Json.ToArray(), Convert.FromBase64String(json["inhoud"]!.ToString()));
    }

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    public async Task Whichever_call_fails_the_next_attempt_ends_in_exactly_one_zaak_with_all_its_documents(Fault fault)
    {
        for (var broken = 1; broken <= MostCalls; broken++)
        {
            await DisposeAsync();
            await InitializeAsync();
            var failing = broken;
            _server.Faults = call => call == failing ? fault : Fault.None;
            var progress = ReadOnlyMemory<byte>.Empty;
            Stappen Steps() => new(progress, kept => { progress = kept; return Task.CompletedTask; });

            var first = await AttemptAsync(Steps());
            if (first is Afleverresultaat.Afgeleverd)
            {
                Assert.True(broken > 15, $"only {broken - 1} calls could fail");
                return;
            }

            Assert.IsType<Afleverresultaat.Later>(first);
            Assert.IsType<Afleverresultaat.Afgeleverd>(await AttemptAsync(Steps()));
            AssertComplete();
        }

        Assert.Fail("No attempt was ever without a fault.");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public async Task A_far_end_that_fails_at_every_nth_call_for_ever_still_gets_exactly_one_zaak(int every)
    {
        _server.Faults = call => call % every == 0 ? (Fault)(1 + (call / every % 2)) : Fault.None;
        var progress = ReadOnlyMemory<byte>.Empty;
        var attempts = 0;
        while (await AttemptAsync(new Stappen(progress, kept => { progress = kept; return Task.CompletedTask; })) is not Afleverresultaat.Afgeleverd)
        {
            Assert.True(++attempts < 100, "does not end");
        }

        AssertComplete();
    }

    [Fact]
    public async Task A_process_that_stops_before_any_result_is_kept_adopts_everything_the_next_time()
    {
        await DeliverAsync();

        Assert.IsType<Afleverresultaat.Afgeleverd>(await DeliverAsync());
        AssertComplete();
    }

    [Fact]
    public async Task A_zaak_of_somebody_else_under_our_identificatie_is_left_alone()
    {
        _openZaak.Zaken.Add(new JsonObject
        {
            ["identificatie"] = Proefzending.Kenmerk,
            ["bronorganisatie"] = OpenZaakNagemaakt.Rsin,
            ["url"] = "http://127.0.0.1/zaken/zaken/vreemd",
            ["kenmerken"] = new JsonArray(),
        });

        Assert.IsType<Afleverresultaat.Geweigerd>(await DeliverAsync());
        Assert.Empty(Rows("/documenten/enkelvoudiginformatieobjecten"));
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_for_good()
        => Assert.Equal(new Afleverresultaat.Geweigerd("status 401"), await DeliverAsync(Settings() with { Geheim = "anders" }));

    [Fact]
    public async Task A_zaaktype_that_is_not_in_the_catalogus_parks_the_form_before_anything_is_made()
    {
        Assert.IsType<Afleverresultaat.Geweigerd>(await DeliverAsync(Settings() with { Zaaktype = "BESTAAT-NIET" }));
        Assert.Empty(_openZaak.Zaken);
    }

    private void AssertComplete()
    {
        Assert.Empty(_openZaak.Complaints);
        var zaak = Assert.Single(_openZaak.Zaken)["url"]!.ToString();
        var documents = Rows("/documenten/enkelvoudiginformatieobjecten").Select(static row => row["url"]!.ToString()).ToArray();
        Assert.Equal(["brief.txt", "klacht.json", "klacht.pdf"],
            Rows("/documenten/enkelvoudiginformatieobjecten").Select(static row => row["bestandsnaam"]!.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(documents, Rows("/zaken/zaakinformatieobjecten").Select(static row => row["informatieobject"]!.ToString()));
        Assert.All(Rows("/zaken/zaakinformatieobjecten"), row => Assert.Equal(zaak, row["zaak"]!.ToString()));
        Assert.Equal(zaak, Assert.Single(Rows("/zaken/statussen"))["zaak"]!.ToString());
    }

    private List<JsonObject> Rows(string table) => _openZaak.Tables[table];

    private Task<Afleverresultaat> DeliverAsync(ZgwSettings? settings = null) => Way(settings ?? Settings()).LeverAsync(Proefzending.Zending(), Proefzending.Stappen(), default);

    /// <summary>As the worker does: an exception is a failure for now.</summary>
    private async Task<Afleverresultaat> AttemptAsync(Stappen stappen)
    {
        try
        {
            return await Way(Settings()).LeverAsync(Proefzending.Zending(), stappen, default);
        }
        catch (HttpRequestException)
        {
            return new Afleverresultaat.Later("connection");
        }
    }

    private ZgwAflevering Way(ZgwSettings settings) => new(AfleverHttp.Client(), settings, _clock);

    private ZgwSettings Settings() => new(
        new Uri(_server.Address + "/zaken/"), new Uri(_server.Address + "/documenten/"), new Uri(_server.Address + "/catalogi/"),
        OpenZaakNagemaakt.ClientId, OpenZaakNagemaakt.Secret, OpenZaakNagemaakt.Rsin, "KLACHT", "ZAAKTYPE-KLACHT", "Klacht", "zaakvertrouwelijk");
}
