using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Tests.Recognizers;

public sealed class SignalReaderTests
{
    [Theory]
    [InlineData("ik zou mijn lasdiploma mogen halen op kosten van sociale zaken, nu weten ze van niks", "toezegging.opleiding_kosten")]
    [InlineData("de wmo mevrouw zou een douchestoel regelen. is nu 5 maanden geleden en nog niks", "toezegging.uitkering_voorziening")]
    [InlineData("ze zou me terugbelle maar nie gebeurd", "toezegging.termijn_terugbellen")]
    [InlineData("Uw collega zou mij voor het weekend laten weten of het doorging. Het is nu drie weken later.", "toezegging.termijn_terugbellen")]
    [InlineData("Ik heb het zwart op wit, ondertekend door de casemanager. Nu zeggen ze van niet.", "toezegging.schriftelijke_afspraak")]
    [InlineData("ik hoefde niet te solliciteren zolang mijn moeder ziek was had hij gezegt", "toezegging.maatwerk_uitzondering")]
    [InlineData("ons was een vaste begeleider beloofd, we zitten nu op nummer zes", "toezegging.contactpersoon")]
    [InlineData("jullie zouden de heg snoeien, nooit gebeurd", "toezegging.overig")]
    [InlineData("mijn begeleidster heeft aan mijn zus vertelt dat ik weer drink", "privacy.delen_zonder_toestemming")]
    [InlineData("Mijn werkgever wist opeens dat ik in de schuldsanering zit", "privacy.delen_zonder_toestemming")]
    [InlineData("Voor een rollator moest ik een lijst met al mijn medicijnen geven.", "privacy.te_veel_gevraagd")]
    [InlineData("het gesprek is opgenomen zonder dat ik het wist", "privacy.meegeluisterd_opname")]
    [InlineData("tijdens de bijeenkomst moesten we om de beurt zeggen hoeveel schuld we hadden", "privacy.groepsgesprek")]
    [InlineData("ik krijg post over iemand anders zijn uitkering", "privacy.verkeerde_ontvanger")]
    [InlineData("ik mag mijn eigen dossier niet inzien van ze", "privacy.inzage_geweigerd")]
    [InlineData("er staat in het verslag dat ik agressief was maar dat is gelogen", "privacy.onjuist_dossier")]
    [InlineData("heb gevraagd of ze mijn gegevens wilden wissen, ze doen het niet", "privacy.niet_verwijderd")]
    [InlineData("een usb stick met ons dossier is kwijtgeraakt in de trein", "privacy.onbeveiligd_kanaal")]
    [InlineData("als ik niet tekende kregen we geen hulp meer voor onze dochter", "privacy.onder_druk")]
    [InlineData("die vrouw aan de balie behandelde me als een klein kind", "bejegening")]
    [InlineData("wacht nu al een half jaar op antwoord op mijn aanvraag", "wachttijd_geen_reactie")]
    [InlineData("de balie stuurde me naar de verkeerde afdeling en daardoor was ik te laat", "informatie_onjuist")]
    [InlineData("mijn bijstand is gekort en ik vind dat onterecht", "besluit_bezwaar")]
    [InlineData("er neemt nooit iemand de telefoon op", "onbereikbaar")]
    [InlineData("hoe kan ik een paspoort aanvragen", "geen_klacht")]
    [InlineData("er ligt een losse stoeptegel voor mijn huis", "geen_klacht")]
    public void A_story_gets_its_label(string story, string label)
        => Assert.Equal([label], SignalReader.Read(story, Taal.Lexicon).Select(static signal => signal.Label));

    [Fact]
    public void Several_things_in_one_story_are_several_labels()
    {
        var labels = SignalReader.Read("Ze beloofde mij een scootmobiel en ondertussen heeft ze mijn ex gebeld over mijn ziekte.",
            Taal.Lexicon).Select(static signal => signal.Label);

        Assert.Equal(["toezegging.uitkering_voorziening", "privacy.delen_zonder_toestemming"], labels);
    }

    [Fact]
    public void A_proposal_shows_the_words_that_gave_rise_to_it()
    {
        var signal = Assert.Single(SignalReader.Read("mijn begeleidster heeft aan mijn zus vertelt dat ik weer drink", Taal.Lexicon));

        Assert.Contains(signal.Words, static word => word is { Text: "zus", Position: 33 });
        Assert.Contains("P04", signal.Kinds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("....")]
    [InlineData("ik weet het niet meer")]
    public void A_story_without_signs_gets_no_label(string story) => Assert.Empty(SignalReader.Read(story, Taal.Lexicon));

    [Fact]
    public void The_same_story_always_gives_the_same_labels()
    {
        const string Story = "Ze zouden bellen en nu zijn mijn papieren kwijtgeraakt in de trein.";

        Assert.Equal(SignalReader.Read(Story, Taal.Lexicon).Select(static signal
            => signal.Rule), SignalReader.Read(Story, Taal.Lexicon).Select(static signal => signal.Rule));
    }
}
