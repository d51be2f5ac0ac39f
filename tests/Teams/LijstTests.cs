using KlachtHulp.Bot.Teams;
using KlachtHulp.Bot.Teams.Berichten;
using KlachtHulp.Bot.Teams.Boek;
using KlachtHulp.Bot.Teams.Kaarten;
using KlachtHulp.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace KlachtHulp.Tests.Teams;

/// <summary>The list with last days, in words as well as in colour, and the law behind the questions.</summary>
public sealed class LijstTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData(-1, "Te laat. De gemeente behandelt de klacht: dit moest uiterlijk zondag 22 november 2026.", "attention")]
    [InlineData(0, "Vandaag is de laatste dag. De gemeente behandelt de klacht: uiterlijk maandag 23 november 2026.", "attention")]
    [InlineData(1, "Bijna te laat. Morgen is de laatste dag. De gemeente behandelt de klacht: uiterlijk dinsdag 24 november 2026.", "attention")]
    [InlineData(7, "Bijna te laat. Nog 7 dagen. De gemeente behandelt de klacht: uiterlijk maandag 30 november 2026.", "attention")]
    [InlineData(8, "De gemeente behandelt de klacht: uiterlijk dinsdag 1 december 2026.", "default")]
    public void A_day_that_is_near_is_red_and_says_so_in_words(int left, string words, string colour)
    {
        var card = Cards().Maak(new Balielijst { Zaken = [Row("KH-A", left)] }, 0, Today);

        var line = StaffMember.All(card.Json()).Single(node => node["text"]?.ToString() == words);
        Assert.Equal(colour, line["color"]!.ToString());
        Assert.Contains(words, card.Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public void The_nearest_day_comes_first_and_a_long_list_has_pages()
    {
        var list = new Balielijst { Zaken = [.. Enumerable.Range(1, 20).Select(static n => Row($"KH-{n:00}", 40 - n))] };

        var (first, last) = (Cards().Maak(list, 0, Today), Cards().Maak(list, 99, Today));

        Assert.StartsWith("Klachten op de lijst: 20. Bladzijde 1 van 3.\n\nKH-20", first.Tekst, StringComparison.Ordinal);
        Assert.StartsWith("Klachten op de lijst: 20. Bladzijde 3 van 3.\n\nKH-04", last.Tekst, StringComparison.Ordinal);
        Assert.Equal(["1"], Pages(first));
        Assert.Equal(["1"], Pages(last));
    }

    [Fact]
    public async Task What_is_not_finished_shows_the_day_on_which_it_is_erased_and_staff_hear_of_it_before()
    {
        await using var server = await TeamsServer.StartAsync();
        var staff = await server.Staff().TypeAsync("telefoon");
        var kenmerk = staff.Kenmerk;
        Assert.Contains("Verder gaan, anders wordt de klacht gewist: uiterlijk dinsdag 22 december 2026.", (await staff.TypeAsync("lijst")).Seen, StringComparison.Ordinal);

        server.Clock.Advance(TimeSpan.FromDays(24));
        await server.Whole.Services.GetRequiredService<TermijnWatch>().RunOnceAsync(default);
        await server.QuietAsync();

        Assert.Equal($"Klacht {kenmerk}. Bijna te laat. Nog 5 dagen. Verder gaan, anders wordt de klacht gewist: uiterlijk dinsdag 22 december 2026.",
            Assert.Single(server.Channel.Calls).Json.GetProperty("summary").GetString());
    }

    [Fact]
    public void Every_question_of_the_tree_has_the_law_behind_it_and_every_row_a_question()
    {
        var rows = Toelichtingen.Read(Path.Combine(AppContext.BaseDirectory, "seeds"));
        var questions = RealTree.Tree.Questions.Keys.ToList();

        Assert.All(questions, id => Assert.NotNull(rows.Vind(id)));
        Assert.All(questions, id => Assert.NotNull(rows.Vind($"klacht[2].{id}")));
        Assert.All(rows.Vragen, part => Assert.Contains(questions, id => id == part || id.StartsWith(part + ".", StringComparison.Ordinal)));
        Assert.Null(rows.Vind("opdracht.bevestig"));
    }

    [Theory]
    [InlineData("gegevens.naam", "Awb artikel 9:4 lid 2 onder a")]
    [InlineData("klacht[1].toezegging.wie", "Awb artikel 9:1; vertrouwensbeginsel")]
    [InlineData("klacht[1].privacy.verzoek_antwoord", "AVG artikel 12 en 15 tot en met 21; UAVG artikel 34")]
    [InlineData("eerder.tevreden", "Awb artikel 9:5")]
    public void The_longest_part_that_fits_is_the_law_of_a_question(string path, string law)
        => Assert.Equal(law, Toelichtingen.Read(Path.Combine(AppContext.BaseDirectory, "seeds")).Vind(path)?.Grondslag);

    private static IEnumerable<string?> Pages(Kaart card) => StaffMember.All(card.Json()).Where(static node => node["type"]?.ToString() == "Action.Execute" && node["data"]!["balie"]!.ToString() == "lijst")
        .Select(static node => node["data"]!["blad"]?.ToString());

    private static LijstKaart Cards() => new(RealTree.Dutch, new BalieKaarten(RealTree.Dutch), warningDays: 7);

    private static Zaak Row(string kenmerk, int left) => new(kenmerk, "gesprek", "anna", new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.Zero))
    {
        Stand = Zaakstand.Verstuurd,
        Dagen = [new LaatsteDag("KB", "De gemeente behandelt de klacht", Today.AddDays(left))],
    };
}
