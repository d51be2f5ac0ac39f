using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Tests.Recognizers;

public sealed class MomentReaderTests
{
    /// <summary>A Sunday.</summary>
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("om kwart over negen 's avonds", "21:15")]
    [InlineData("half twee", "01:30")]
    [InlineData("14.45 uur", "14:45")]
    [InlineData("10 voor half 7", "06:20")]
    [InlineData("3 uur 's middags", "15:00")]
    public void A_clock_time_is_read(string text, string expected)
    {
        var moment = Assert.Single(MomentReader.Read(text, Today, new(12, 0), Taal.Lexicon));

        Assert.Equal((MomentType.Time, expected), (moment.Type, moment.From!.Value.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("vier dagen", 345600)]
    [InlineData("anderhalf uur", 5400)]
    [InlineData("1 jaar en 2 maanden", 36720000)]
    [InlineData("de hele week", 604800)]
    public void A_length_is_read_in_seconds(string text, int seconds)
        => Assert.Equal(seconds, Assert.Single(MomentReader.Read(text, Today, new(12, 0), Taal.Lexicon, MomentType.Duration)).Seconds);

    [Theory]
    [InlineData("twee weken geleden", "2026-11-08")]
    [InlineData("over drie dagen", "2026-11-25")]
    [InlineData("volgende week dinsdag", "2026-11-24")]
    public void The_neutral_reading_counts_to_the_day(string text, string day)
        => Assert.Equal(Taal.Day(day), Assert.Single(MomentReader.Read(text, Today, new(12, 0), Taal.Lexicon)).Start);

    [Fact]
    public void A_day_and_a_time_are_one_moment()
    {
        var moment = Assert.Single(MomentReader.Read("op 4 mei om 10.30 uur", Today, new(12, 0), Taal.Lexicon));

        Assert.Equal((MomentType.DateTime, new DateOnly(2026, 5, 4), new TimeOnly(10, 30)), (moment.Type, moment.Start!.Value, moment.From!.Value));
    }

    [Theory]
    [InlineData("wij spreken deze werkweek af", "deze werkweek", MomentType.DateRange)]
    [InlineData("na het jaar 2021 woon ik elders", "na het jaar 2021", MomentType.DateRange)]
    [InlineData("kom om 9.15 of later", "om 9.15 of later", MomentType.TimeRange)]
    [InlineData("in de 8 komende minuten", "8 komende minuten", MomentType.DateTimeRange)]
    [InlineData("zie ik u vrijdag 13?", "vrijdag 13", MomentType.Date)]
    public void A_moment_is_taken_with_all_its_words(string text, string words, MomentType type)
    {
        var moment = Assert.Single(MomentReader.Read(text, Today, new(12, 0), Taal.Lexicon));

        Assert.Equal((words, type), (moment.Text, moment.Type));
    }

    [Theory]
    [InlineData("de waarde was 12/3.75")]
    [InlineData("veel zon uren")]
    public void What_only_looks_like_a_moment_is_none(string text) => Assert.Empty(MomentReader.Read(text, Today, new(12, 0), Taal.Lexicon));

    [Fact]
    public void What_repeats_is_no_day() => Assert.Equal("XXXX-WXX-3", Assert.Single(MomentReader.Read("elke woensdag", Today, new(12, 0),
        Taal.Lexicon)).Every);
}
