using KlachtHulp.Dialogs.Topics;

namespace KlachtHulp.Tests.Gevallen;

public sealed class FelheidTests
{
    private static readonly IReadOnlySet<string> Woorden = new HashSet<string> { "rotzak" };

    [Theory]
    [InlineData("Die ROTZAK van de balie.", true)]
    [InlineData("Rotzak", true)]
    [InlineData("Rotzakje", false)]
    [InlineData("Dit kan echt niet!!!", true)]
    [InlineData("Dit kan echt niet! Ook niet zo!", false)]
    [InlineData("IK WIL NU EINDELIJK EEN ANTWOORD VAN JULLIE", true)]
    [InlineData("WMO UWV AVG DUO", false)]
    [InlineData("De WMO-consulent van het UWV en de SVB en de AVG en DUO en COA belde niet terug over de hulp.", false)]
    [InlineData("", false)]
    public void Great_anger_is_seen_and_an_ordinary_text_is_left_alone(string text, bool fel) => Assert.Equal(fel, Felheid.Is(text, Woorden));
}
