using System.Text;
using KlachtHulp.Dialogs.Formulier.Agenda;
using KlachtHulp.Dialogs.Topics;

namespace KlachtHulp.Tests.Gevallen;

public sealed class AgendaTests(Spelen spelen) : IClassFixture<Spelen>
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("G01", "DTSTART;VALUE=DATE:20261214")]
    [InlineData("G01", "DTEND;VALUE=DATE:20261215")]
    [InlineData("G01", "DTSTART;VALUE=DATE:20271106")]
    [InlineData("G01", "DTSTAMP:20261121T100000Z")]
    [InlineData("G01", "TRIGGER:-P7D")]
    [InlineData("G21", "DTSTART;VALUE=DATE:20261228")]
    [InlineData("E42", "DTSTAMP:20261121T100000Z")]
    public void An_end_gives_its_last_days_as_whole_days_of_a_calendar(string id, string line) => Assert.Contains(line, Lines(File(id)));

    [Theory]
    [InlineData("E67", true)]
    [InlineData("G01", false)]
    public void A_day_that_is_not_certain_says_that_it_has_to_be_asked_for(string id, bool onzeker)
        => Assert.Equal(onzeker, Unfold(File(id)).Contains("Vraag dit na.", StringComparison.Ordinal));

    [Theory]
    [InlineData("E68", "Daarna kun je kijken wat je verder wilt doen.")]
    [InlineData("E67", "Daarna kunt u kijken wat u verder wilt doen.")]
    public void A_calendar_speaks_to_whom_it_is_for(string id, string words) => Assert.Contains(words, Unfold(File(id)), StringComparison.Ordinal);

    [Fact]
    public void Nothing_of_the_story_or_the_person_stands_in_it()
    {
        foreach (var spel in spelen.Alle())
        {
            var text = spel.Documents.FirstOrDefault(static file => file.Naam == Documenten.Agenda) is { } file ? Encoding.UTF8.GetString(file.Inhoud()) : "";
            Assert.DoesNotContain("Noor", text, StringComparison.Ordinal);
            Assert.DoesNotContain(spel.Position(spelen.Klachthulp).Answers.Text(VerhaalDialog.Verhaal)!, Unfold(text), StringComparison.Ordinal); // not null: the story is required
        }
    }

    [Fact]
    public void An_end_without_a_last_day_has_no_calendar()
        => Assert.DoesNotContain(spelen.Speel("E10").Spel.Documents, static file => file.Naam == Documenten.Agenda);

    [Fact]
    public void A_last_day_that_has_passed_is_not_in_it()
        => Assert.DoesNotContain("BZ@", File("E02"), StringComparison.Ordinal);

    [Fact]
    public void Lines_end_as_the_standard_says_and_none_is_longer_than_75_bytes()
    {
        var text = Write(new Agendapunt("KJ", new DateOnly(2026, 12, 31), new string('é', 120), "a", 0));

        Assert.All(text.Split("\r\n"), static line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains($"SUMMARY:{new string('é', 120)}\r\n", Unfold(text), StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b", "a\\,b")]
    [InlineData("a;b", "a\\;b")]
    [InlineData("a\\b", "a\\\\b")]
    [InlineData("a\nb", "a\\nb")]
    public void Signs_with_a_meaning_are_written_so_that_they_have_none(string text, string written)
        => Assert.Contains($"SUMMARY:{written}\r\n", Write(new Agendapunt("KJ", new DateOnly(2026, 12, 31), text, "b", 0)), StringComparison.Ordinal);

    [Fact]
    public void A_point_of_the_resident_warns_and_one_of_the_gemeente_does_not()
    {
        var warned = Write(new Agendapunt("BZ", new DateOnly(2026, 12, 31), "a", "b", 7));
        var silent = Write(new Agendapunt("K6+4", new DateOnly(2026, 12, 31), "a", "b", 0));

        Assert.Contains("BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:a\r\nTRIGGER:-P7D\r\nEND:VALARM\r\n", warned, StringComparison.Ordinal);
        Assert.DoesNotContain("VALARM", silent, StringComparison.Ordinal);
        Assert.Contains("UID:KH-X-K6-4@klachthulp\r\n", silent, StringComparison.Ordinal);
    }

    private static string Write(Agendapunt punt) => Encoding.UTF8.GetString(AgendaTekst.Write([punt], "KH-X", Moment));

    private string File(string id) => Encoding.UTF8.GetString(spelen.Speel(id).Spel.Documents.Single(static file => file.Naam == Documenten.Agenda).Inhoud());

    private static string[] Lines(string text) => Unfold(text).Split("\r\n");

    private static string Unfold(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal);
}
