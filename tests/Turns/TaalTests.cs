using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Formulier;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Turns;

/// <summary>A conversation in another language than Dutch: asked, understood, changed at any moment, and still a Dutch form.</summary>
public sealed class TaalTests
{
    [Fact]
    public void A_conversation_begins_in_the_language_that_was_asked_for()
    {
        var talk = new TaalGesprek("en");

        Assert.Equal("Please tell me: what happened?", talk.Asked?.Titel);
        Assert.StartsWith("Hello. I am KlachtHulp", talk.Said[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xx")]
    [InlineData("")]
    [InlineData("de-DE")]
    public void A_language_that_is_not_spoken_here_is_Dutch(string language) => Assert.Equal("Vertel eens: wat is er gebeurd?", new TaalGesprek(language).Asked?.Titel);

    [Fact]
    public void A_region_is_not_looked_at() => Assert.Equal("Please tell me: what happened?", new TaalGesprek("en-GB").Asked?.Titel);

    [Theory]
    [InlineData("english", "en")]
    [InlineData("English please", "en")]
    [InlineData("Engels", "en")]
    [InlineData("Türkçe", "tr")]
    [InlineData("turkce", "tr")]
    [InlineData("العربية", "ar")]
    [InlineData("po polsku", "pl")]
    [InlineData("українською", "uk")]
    public void The_name_of_a_language_changes_to_it(string typed, string language)
    {
        var talk = new TaalGesprek();
        talk.Say("Ik wacht al drie maanden op een brief over mijn uitkering.");
        var question = talk.Asked?.Vraag;

        talk.Say(typed);

        Assert.Equal((language, question), (talk.Memory.Language, talk.Asked?.Vraag));
        Assert.Equal(RealTree.Klachthulp.Catalogue.In(language).Message("taal.gekozen"), talk.Said[0]);
    }

    [Fact]
    public void Words_that_only_mention_a_language_are_a_story()
    {
        var talk = new TaalGesprek();

        talk.Say("De mevrouw sprak alleen english met mij en ik begreep het niet.");

        Assert.Equal("nl", talk.Memory.Language);
        Assert.Contains("verhaal", talk.Memory.Given.Keys);
    }

    [Fact]
    public void Changing_language_halfway_keeps_every_answer()
    {
        var talk = new TaalGesprek("en");
        talk.Say("They promised me a bus pass and I never got it.");
        talk.Say("Utrecht");
        var given = talk.Memory.Given.ToDictionary();
        var question = talk.Asked?.Vraag;

        talk.Do(Command.Taal, "nl");
        talk.Do(Command.Taal, "ar");
        talk.Do(Command.Taal, "en");

        Assert.Equal(given, talk.Memory.Given);
        Assert.Equal(question, talk.Asked?.Vraag);
    }

    [Theory]
    [InlineData("en", "yes", "ja")]
    [InlineData("en", "No, I did not", "nee")]
    [InlineData("tr", "evet", "ja")]
    [InlineData("tr", "Hayır", "nee")]
    [InlineData("tr", "HAYIR", "nee")]
    [InlineData("ar", "نعم", "ja")]
    [InlineData("ar", "لا", "nee")]
    [InlineData("pl", "tak", "ja")]
    [InlineData("pl", "nie", "nee")]
    [InlineData("uk", "так", "ja")]
    [InlineData("uk", "ні", "nee")]
    public void Yes_and_no_are_understood(string language, string typed, string answer)
    {
        var talk = AtBesluit(language);

        talk.Say(typed);

        Assert.Equal(answer, talk.Memory.Given["besluit"].Value);
    }

    [Theory]
    [InlineData("en", "I don't know")]
    [InlineData("tr", "bilmiyorum")]
    [InlineData("ar", "لا أعرف")]
    [InlineData("pl", "nie wiem")]
    [InlineData("uk", "не знаю")]
    public void Not_knowing_is_understood(string language, string typed)
    {
        var talk = AtBesluit(language);

        talk.Say(typed);

        Assert.Equal(Standing.Unknown, talk.Memory.Given["besluit"].Standing);
    }

    /// <summary>Polish "no" is a yes to some and a no to others; "yes but" is neither; both are asked again.</summary>
    [Theory]
    [InlineData("pl", "no")]
    [InlineData("en", "yes but not really")]
    [InlineData("en", "did my best")]
    [InlineData("tr", "evet ama hayır")]
    [InlineData("ar", "نعم لكن لا")]
    [InlineData("uk", "так, але ні")]
    public void What_is_not_certain_is_asked_again(string language, string typed)
    {
        var talk = AtBesluit(language);

        talk.Say(typed);

        Assert.Equal("besluit", talk.Asked?.Vraag);
        Assert.False(talk.Memory.Given.TryGetValue("besluit", out var given) && given.Standing == Standing.Given);
    }

    [Theory]
    [InlineData("en", "back")]
    [InlineData("tr", "geri")]
    [InlineData("ar", "رجوع")]
    [InlineData("pl", "wstecz")]
    [InlineData("uk", "назад")]
    [InlineData("en", "terug")]
    public void Back_goes_back(string language, string typed)
    {
        var talk = AtBesluit(language);
        var before = talk.Position.Given[^1].Path;

        talk.Say(typed);

        Assert.Equal(before, talk.Asked?.Vraag);
    }

    [Theory]
    [InlineData("en", "stop", "stop.bewaard")]
    [InlineData("tr", "dur", "stop.bewaard")]
    [InlineData("ar", "توقف", "stop.bewaard")]
    [InlineData("pl", "stop", "stop.bewaard")]
    [InlineData("uk", "стоп", "stop.bewaard")]
    [InlineData("en", "help", "help.opdrachten")]
    [InlineData("tr", "yardım", "help.opdrachten")]
    [InlineData("ar", "مساعدة", "help.opdrachten")]
    [InlineData("pl", "pomoc", "help.opdrachten")]
    [InlineData("uk", "допомога", "help.opdrachten")]
    [InlineData("en", "person", "mens.contact")]
    [InlineData("tr", "insan", "mens.contact")]
    [InlineData("ar", "إنسان", "mens.contact")]
    [InlineData("pl", "człowiek", "mens.contact")]
    [InlineData("uk", "людина", "mens.contact")]
    public void A_command_is_understood(string language, string typed, string message)
    {
        var talk = AtBesluit(language);

        talk.Say(typed);

        Assert.Equal(RealTree.Said(RealTree.Klachthulp.Catalogue.In(language), message), talk.Said[0]);
    }

    [Theory]
    [InlineData("en", "skip")]
    [InlineData("tr", "atla")]
    [InlineData("ar", "تخطي")]
    [InlineData("pl", "pomiń")]
    [InlineData("uk", "пропустити")]
    public void Skipping_goes_on(string language, string typed)
    {
        var talk = AtBesluit(language);

        talk.Say(typed);

        Assert.NotEqual("besluit", talk.Asked?.Vraag);
    }

    [Theory]
    [InlineData("en", "I want to kill myself", "zelfdoding")]
    [InlineData("en", "he hits me every night", "geweld")]
    [InlineData("tr", "intihar etmek istiyorum", "zelfdoding")]
    [InlineData("tr", "kocam beni dövüyor", "geweld")]
    [InlineData("ar", "أريد أن أموت", "zelfdoding")]
    [InlineData("ar", "زوجي يضربني", "geweld")]
    [InlineData("pl", "chcę się zabić", "zelfdoding")]
    [InlineData("pl", "mąż mnie bije", "geweld")]
    [InlineData("uk", "я хочу померти", "zelfdoding")]
    [InlineData("uk", "чоловік мене б'є", "geweld")]
    [InlineData("nl", "I want to kill myself", "zelfdoding")]
    [InlineData("ar", "ik wil dood", "zelfdoding")]
    [InlineData("en", "أريد أن أموت", "zelfdoding")]
    public void Words_of_danger_are_heard_in_every_conversation(string language, string typed, string kind)
    {
        var talk = new TaalGesprek(language);

        talk.Say(typed);

        Assert.Equal(RealTree.Said(RealTree.Klachthulp.Catalogue.In(language), $"crisis.{kind}"), talk.Said[0]);
    }

    [Theory]
    [InlineData("en", "That letter nearly killed me with boredom.")]
    [InlineData("pl", "Zabili mój wniosek i nikt nie odpowiada.")]
    [InlineData("uk", "Мій чоловік чекає на відповідь три місяці.")]
    public void An_ordinary_story_is_no_danger(string language, string typed)
    {
        var talk = new TaalGesprek(language);

        talk.Say(typed);

        Assert.Null(talk.Memory.Alarm);
    }

    [Fact]
    public void A_bsn_in_Arabic_digits_is_taken_out()
    {
        var talk = new TaalGesprek("ar");

        talk.Say("رقمي هو ١١١٢٢٢٣٣٣ ولم يساعدني أحد في البلدية.");

        Assert.DoesNotContain("١١١٢٢٢٣٣٣", talk.Memory.Given["verhaal"].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_proposed_from_a_story_in_another_language()
    {
        var talk = new TaalGesprek("en");

        talk.Say("In Utrecht the municipality promised me 500 euro on 12 March 2026 and did not pay.");

        Assert.Empty(talk.Memory.Offers);
    }

    [Theory]
    [MemberData(nameof(KlachtHulp.Tests.Content.TalenTests.Others), MemberType = typeof(KlachtHulp.Tests.Content.TalenTests))]
    public void A_whole_complaint_in_another_language_is_a_Dutch_form_that_says_so(string language)
    {
        var talk = new TaalGesprek(language);

        talk.Finish();

        Assert.IsType<Prompt.Einde>(talk.Prompts[^1]);
        var form = RealTree.Form(talk.Turn.Log);
        Assert.NotNull(form);
        Assert.Equal("nl", form.Taal);
        Assert.Equal([language], form.TalenEigenWoorden);
        Assert.Equal(TaalGesprek.Story, form.Klachten[0].Omschrijving);
        var letter = string.Join('\n', new BriefPapier(RealTree.Dutch).Maak(form).Blokken.OfType<Blok.Alinea>().Select(static blok => blok.Tekst));
        Assert.Contains($"Mijn eigen woorden schreef ik in het {RealTree.Dutch.Message($"brief.taal.{language}")}. Zij zijn niet vertaald.", letter, StringComparison.Ordinal);
        Assert.Contains("Geachte klachtbehandelaar,", letter, StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_in_Dutch_says_nothing_of_languages()
    {
        var talk = new TaalGesprek("nl");

        talk.Finish();

        Assert.Null(RealTree.Form(talk.Turn.Log)?.TalenEigenWoorden);
    }

    /// <summary>Everything on the screen, to the last word, is in the language; only names and the resident's own words are not.</summary>
    [Theory]
    [InlineData("ar")]
    [InlineData("uk")]
    public void No_Dutch_sentence_is_left_on_the_screen(string language)
    {
        var talk = new TaalGesprek(language);

        talk.Finish();

        Assert.All(talk.Everything, text => Assert.DoesNotMatch(@"\b(uw|het|een|niet|klagen|u kunt)\b", text));
    }

    private static TaalGesprek AtBesluit(string language)
    {
        var talk = new TaalGesprek(language);
        for (var turn = 0; turn < 40 && talk.Asked?.Vraag != "besluit"; turn++)
        {
            talk.Answer();
        }

        Assert.Equal("besluit", talk.Asked?.Vraag);
        return talk;
    }
}
