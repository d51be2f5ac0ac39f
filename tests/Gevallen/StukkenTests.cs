using KlachtHulp.Tests.Journeys;

namespace KlachtHulp.Tests.Gevallen;

/// <summary>The papers of the cases in which most comes together, word for word as they were read and approved.</summary>
public sealed class StukkenTests(Spelen spelen) : IClassFixture<Spelen>
{
    [Theory]
    [InlineData("S001")] // ombudsman, not content with the answer
    [InlineData("S003")] // recordings, mistakes in the report, damage
    [InlineData("G05")] // a provider who does not come
    [InlineData("G19")] // an answer of thirteen months ago
    [InlineData("G25")] // two breaches
    [InlineData("E05")] // a child that complains itself
    [InlineData("E07")] // no decision in ten weeks
    [InlineData("E15")] // three complaints with a clock each
    [InlineData("E21")] // a file that was asked for seven weeks ago
    [InlineData("E26")] // a group
    [InlineData("E27")] // for somebody else
    [InlineData("E45")] // the request takes longer
    [InlineData("E54")] // too late on an objection
    [InlineData("E62")] // changed after the end
    [InlineData("E64")] // three complaints, three letters
    [InlineData("E68")] // a child that waits, with a calendar
    public void The_papers_read_as_they_were_approved(string id)
        => Approved.Check("stukken-" + id, Stukken.Van(spelen.Speel(id).Spel, spelen.Klachthulp));
}
