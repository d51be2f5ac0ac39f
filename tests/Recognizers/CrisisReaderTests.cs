using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Tests.Recognizers;

public sealed class CrisisReaderTests
{
    [Theory]
    [InlineData("ik wil niet meer leven", CrisisKind.Zelfdoding)]
    [InlineData("soms denk ik aan zelfmoort", CrisisKind.Zelfdoding)]
    [InlineData("Ik maak er een eind aan mijn leven als dit doorgaat", CrisisKind.Zelfdoding)]
    [InlineData("ik zie geen uitweg meer", CrisisKind.Zelfdoding)]
    [InlineData("van mij hoeft het zo niet meer", CrisisKind.Zelfdoding)]
    [InlineData("hij slaat me elke avond", CrisisKind.Geweld)]
    [InlineData("ik ben thuis niet veilig", CrisisKind.Geweld)]
    [InlineData("hij slaat mijn kinderen", CrisisKind.KindInGevaar)]
    [InlineData("ik heb geen eten meer voor de kinderen", CrisisKind.KindInGevaar)]
    [InlineData("ik slaap in mijn auto", CrisisKind.Dakloos)]
    [InlineData("vannacht staan we op straat", CrisisKind.Dakloos)]
    [InlineData("ik sla hem in elkaar", CrisisKind.GeweldDoorMij)]
    public void Danger_is_seen(string text, CrisisKind expected) => Assert.Equal(expected, CrisisReader.Read(text, Taal.Lexicon)[0].Kind);

    [Theory]
    [InlineData("ik schrok me dood van die brief")]
    [InlineData("ik word er gek van")]
    [InlineData("ik ben doodmoe van al dat wachten")]
    [InlineData("ik ben er helemaal klaar mee")]
    [InlineData("mijn man is vorig jaar overleden")]
    [InlineData("het systeem zegt dat ik dood ben, dat slaat nergens op")]
    [InlineData("ik verveel me dood thuis")]
    [InlineData("ze lachten me uit")]
    [InlineData("van de bijstand kun je niet leven")]
    [InlineData("")]
    public void Ordinary_sayings_are_no_danger(string text) => Assert.Empty(CrisisReader.Read(text, Taal.Lexicon));

    [Fact]
    public void The_words_are_shown_with_the_danger()
    {
        var reading = Assert.Single(CrisisReader.Read("Het is koud en ik slaap in mijn auto.", Taal.Lexicon));

        Assert.Equal("slaap in mijn auto", reading.Words.Text);
    }
}
