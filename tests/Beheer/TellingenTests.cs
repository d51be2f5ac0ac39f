using KlachtHulp.Bot.Beheer;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Tests.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace KlachtHulp.Tests.Beheer;

public sealed class TellingenTests
{
    private static readonly DateOnly Day = new(2026, 11, 23);

    [Fact]
    public async Task What_happened_is_kept_by_day_and_holds_no_word_of_a_resident()
    {
        using var server = new WholeServer();
        var resident = await server.ResidentAsync();
        await resident.WalkAsync(until: "versturen");
        await server.Services.GetRequiredService<Tellingen>().FlushAsync(default);
        await resident.WalkAsync();
        await server.Services.GetRequiredService<Tellingen>().FlushAsync(default);

        var kept = await server.Services.GetRequiredService<ISharedWork>().ReadTalliesAsync(Day, default);

        Assert.Contains(new Tally(Day, "gesprekken", "web", 1), kept);
        Assert.Contains(new Tally(Day, "vragen", "versturen", 1), kept);
        Assert.Contains(new Tally(Day, "antwoorden", "versturen", 1), kept);
        Assert.Contains(new Tally(Day, "uitkomsten", "klacht", 1), kept);
        Assert.DoesNotContain(kept, static tally => $"{tally}".Contains(Resident.Mark, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "minder dan 5")]
    [InlineData(4, "minder dan 5")]
    [InlineData(5, "5")]
    [InlineData(1234, "1234")]
    public void A_number_that_could_point_at_somebody_is_not_shown(long number, string shown) => Assert.Equal(shown, Statistiek.Toon(number));

    [Fact]
    public void Who_left_at_a_question_is_what_was_put_minus_what_was_answered_over_all_days()
    {
        var figures = Statistiek.Van(
        [
            new(Day, "vragen", "wie", 10), new(Day.AddDays(1), "vragen", "wie", 10), new(Day, "antwoorden", "wie", 13),
            new(Day, "vragen", "wat", 8), new(Day, "antwoorden", "wat", 6), new(Day, "vragen", "waar", 3),
        ]);

        Assert.Equal([("wie", "7"), ("wat", "minder dan 5"), ("waar", "minder dan 5")], figures.Vragen.Select(static row => (row.Vraag, row.ZonderTekst)));
    }
}
