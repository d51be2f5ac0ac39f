using System.Text.Json;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Recognizers;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Channels;

public sealed class PromptRendererTests
{
    private static readonly ShellTalen Talen = ShellTalen.Read(Path.Combine(AppContext.BaseDirectory, "seeds"));
    private static readonly ShellWords Words = ShellWords.Read(Path.Combine(AppContext.BaseDirectory, "seeds", "kanaal", "woorden.yaml"));

    private static readonly string[] Tonen = ["gewoon", "echo", "waarschuwing", "fout", "crisis"];

    private readonly PromptRenderer _renderer = new(Talen, ChannelAbilities.DirectLine, static naam => $"https://h.example/{naam}");

    public static TheoryData<Tone> Tones => [.. Enum.GetValues<Tone>()];

    public static TheoryData<Soort> Soorten => [.. Enum.GetValues<Soort>()];

    [Fact]
    public void No_kind_of_prompt_is_forgotten()
    {
        var samples = new Dictionary<Type, Prompt>
        {
            [typeof(Prompt.Say)] = new Prompt.Say("Hallo."),
            [typeof(Prompt.Vraag)] = new Prompt.Vraag(Question(Soort.Tekst)),
            [typeof(Prompt.Einde)] = new Prompt.Einde(new Uitkomst("klacht", "Klaar", "Uitleg.", [], [])),
        };

        var kinds = typeof(Prompt).GetNestedTypes().Where(static type => type.IsAssignableTo(typeof(Prompt)));

        Assert.All(kinds, kind => Assert.Equal("message", _renderer.Render(samples[kind]).Type));
    }

    [Theory]
    [MemberData(nameof(Tones))]
    public void Every_tone_has_its_own_name_on_the_wire(Tone tone)
    {
        var names = Enum.GetValues<Tone>().Select(one => Data(_renderer.Render(new Prompt.Say("x", one))).GetProperty("toon").GetString()).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.Contains(Data(_renderer.Render(new Prompt.Say("x", tone))).GetProperty("toon").GetString(), Tonen);
    }

    [Theory]
    [MemberData(nameof(Soorten))]
    public void Every_kind_of_question_is_rendered_whole(Soort soort)
    {
        var message = _renderer.Render(new Prompt.Vraag(Question(soort)));

        var data = Data(message);
        Assert.Equal(("plain", "nl-NL", "expectingInput"), (message.TextFormat, message.Locale, message.InputHint));
        Assert.Equal("klacht[1].wie", data.GetProperty("vraag").GetString());
        Assert.Equal(soort.ToString(), data.GetProperty("soort").GetString(), ignoreCase: true);
        Assert.True(char.IsAsciiLetterLower(data.GetProperty("soort").GetString()![0]));
        Assert.Equal("""{"nr":2,"van":6,"titel":"Wat"}""", data.GetProperty("stap").GetRawText());
        Assert.StartsWith("Wie was het?", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_asked_whether_everything_is_right_can_read_it_in_the_text_and_own_clients_show_it_themselves()
    {
        var message = _renderer.Render(new Prompt.Vraag(Question(Soort.Controle) with { Titel = "Klopt alles?", Hulp = "Lees rustig.", Overzicht = "Wie: het loket\nWat: dicht" }));

        Assert.Equal("Wie: het loket\nWat: dicht\n\nKlopt alles?\n\nLees rustig.", message.Text);
        Assert.Equal("Klopt alles?", Data(message).GetProperty("titel").GetString());
        Assert.DoesNotContain("het loket", message.Carried!.Element.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_choice_has_buttons_whose_title_and_value_are_equal()
    {
        var message = _renderer.Render(new Prompt.Vraag(Question(Soort.Keuze, options: 3)));

        Assert.Equal(["Keuze 1", "Keuze 2", "Keuze 3", Words.KnopOverslaan, Words.KnopMens], Buttons(message));
        Assert.All(message.SuggestedActions!.Actions, static action => Assert.Equal(("imBack", action.Title), (action.Type, action.Value)));
        Assert.Equal("Wie was het?", message.Text);
    }

    [Theory]
    [InlineData(6, 6, false)]
    [InlineData(7, 6, true)]
    [InlineData(20, 6, true)]
    public void More_than_six_options_are_also_numbered_in_the_text(int options, int buttons, bool numbered)
    {
        var message = _renderer.Render(new Prompt.Vraag(Question(Soort.Keuze, options)));

        Assert.Equal(buttons, message.SuggestedActions!.Actions.Count);
        Assert.Equal(numbered, message.Text!.Contains($"{options}. Keuze {options}", StringComparison.Ordinal));
        Assert.Equal(options, Data(message).GetProperty("opties").GetArrayLength());
    }

    [Fact]
    public void Teams_shows_three_buttons_and_the_rest_as_numbers()
    {
        var message = new PromptRenderer(Talen, ChannelAbilities.Teams, static naam => naam).Render(new Prompt.Vraag(Question(Soort.Keuze, options: 4)));

        Assert.Equal(3, message.SuggestedActions!.Actions.Count);
        Assert.Contains("4. Keuze 4", message.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("directline", true)]
    [InlineData("webchat", true)]
    [InlineData("emulator", true)]
    [InlineData("msteams", false)]
    [InlineData("slack", false)]
    [InlineData("telegram", false)]
    [InlineData("email", false)]
    [InlineData(null, false)]
    public void Nothing_of_ours_stands_where_a_channel_reads_its_own_language(string? channel, bool rich)
    {
        var renderer = new PromptRenderer(Talen, ChannelAbilities.Of(channel), static naam => naam);
        var question = renderer.Render(new Prompt.Vraag(Question(Soort.Keuze, options: 2)));

        Assert.Equal(rich, question.Carried is not null);
        Assert.Equal(rich, renderer.Render(new Prompt.Say("Dat begrijp ik.", Tone.Echo)).Carried is not null);
        Assert.Equal(_renderer.Render(new Prompt.Vraag(Question(Soort.Keuze, options: 2))).Text, question.Text);
        Assert.Contains("Keuze 1", Buttons(question));
    }

    [Fact]
    public void A_question_with_several_answers_is_numbered_and_says_how_to_answer()
    {
        var message = _renderer.Render(new Prompt.Vraag(Question(Soort.Meerkeuze, options: 2)));

        Assert.Equal([Words.KnopOverslaan, Words.KnopMens], Buttons(message));
        Assert.Equal($"Wie was het?\n\n1. Keuze 1\n2. Keuze 2\n\n{Words.MeerKiezen}", message.Text);
    }

    [Theory]
    [InlineData(true, false, "Ik wil een mens spreken")]
    [InlineData(true, true, "Dat weet ik niet|Ik wil een mens spreken")]
    [InlineData(false, true, "Dat weet ik niet|Overslaan|Ik wil een mens spreken")]
    public void A_question_to_be_answered_in_words_has_buttons_for_what_may_be_said_instead(bool required, bool unknown, string expected)
        => Assert.Equal(expected.Split('|'), Buttons(_renderer.Render(new Prompt.Vraag(Question(Soort.LangeTekst) with { Verplicht = required, MagOnbekend = unknown }))));

    [Fact]
    public void A_proposal_can_be_accepted_with_a_button_but_never_in_the_place_of_a_no()
    {
        var proposal = new GetoondAntwoord("nee", "Nee");
        var open = Question(Soort.Datum) with { Voorstel = proposal };
        var yesNo = Question(Soort.JaNee) with { Voorstel = proposal, Opties = [new Optie("nee", "Nee")] };

        Assert.Equal([Words.KnopJa, Words.KnopOverslaan, Words.KnopMens], Buttons(_renderer.Render(new Prompt.Vraag(open))));
        Assert.Equal(["Nee", Words.KnopOverslaan, Words.KnopMens], Buttons(_renderer.Render(new Prompt.Vraag(yesNo))));
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    [InlineData("tr")]
    [InlineData("ar")]
    [InlineData("pl")]
    [InlineData("uk")]
    public void What_stands_on_those_buttons_is_understood_when_it_comes_back(string taal)
    {
        var (words, lexicon) = (Talen.In(taal), RealTree.Klachthulp.Knowledge.In(taal).Lexicon);

        Assert.Equal(Command.DontKnow, CommandReader.Read(words.KnopOnbekend, lexicon)?.Command);
        Assert.Equal(Command.Skip, CommandReader.Read(words.KnopOverslaan, lexicon)?.Command);
        Assert.Equal(Command.Human, CommandReader.Read(words.KnopMens, lexicon)?.Command);
        Assert.Equal(YesNo.Yes, YesNoReader.ReadBare(words.KnopJa, lexicon));
    }

    [Fact]
    public void Options_go_before_the_other_buttons()
        => Assert.Equal(["Keuze 1", "Keuze 2", "Keuze 3", "Keuze 4", "Keuze 5", "Keuze 6"], Buttons(_renderer.Render(new Prompt.Vraag(Question(Soort.Keuze, options: 6)))));

    [Fact]
    public void Proposal_and_earlier_answer_are_in_the_text_and_in_the_data()
    {
        var question = Question(Soort.Datum) with
        {
            Hulp = "Ongeveer mag.",
            Voorstel = new GetoondAntwoord("2026-02-01", "1 februari 2026"),
            Huidig = new GetoondAntwoord("x", "vorige week"),
        };

        var message = _renderer.Render(new Prompt.Vraag(question));

        Assert.Contains("Ongeveer mag.", message.Text, StringComparison.Ordinal);
        Assert.Contains("1 februari 2026", message.Text, StringComparison.Ordinal);
        Assert.Contains("vorige week", message.Text, StringComparison.Ordinal);
        Assert.Equal("2026-02-01", Data(message).GetProperty("voorstel").GetProperty("antwoord").GetString());
        Assert.Equal("x", Data(message).GetProperty("huidig").GetProperty("antwoord").GetString());
    }

    [Fact]
    public void The_end_names_routes_with_their_last_day_and_attaches_the_documents()
    {
        var routes = new Routeadvies[] { new("R1", "Klacht bij de gemeente", "De gemeente antwoordt u.", new DateOnly(2026, 4, 3)),
            new("R2", "Ombudsman", "Dat kan later.", null) };

        var message = _renderer.Render(new Prompt.Einde(new Uitkomst("klacht", "Klaar", "Zo gaat het verder.", routes,
            [new DocumentLink("brief.pdf", "application/pdf", "De brief")])));

        Assert.Equal("Klaar\n\nZo gaat het verder.\n\nKlacht bij de gemeente. De gemeente antwoordt u. Doe dit uiterlijk op 3 april 2026.\n\nOmbudsman. Dat kan later.", message.Text);
        var attachment = Assert.Single(message.Attachments!);
        Assert.Equal(("application/pdf", "brief.pdf", "https://h.example/brief.pdf"), (attachment.ContentType, attachment.Name, attachment.ContentUrl));
        var uitkomst = Data(message).GetProperty("uitkomst");
        Assert.Equal("2026-04-03", uitkomst.GetProperty("routes")[0].GetProperty("uiterlijk").GetString());
        Assert.False(uitkomst.GetProperty("routes")[1].TryGetProperty("uiterlijk", out _));
        Assert.Equal("https://h.example/brief.pdf", uitkomst.GetProperty("documenten")[0].GetProperty("url").GetString());
    }

    [Fact]
    public void Text_of_a_resident_stays_as_it_is_and_plain()
    {
        const string Hostile = "<img src=x onerror=alert(1)> [x](javascript:1) \u202Etxt é 😀";

        var message = _renderer.Render(new Prompt.Say(Hostile, Tone.Echo));

        Assert.Equal((Hostile, "plain"), (message.Text, message.TextFormat));
    }

    [Fact]
    public void The_words_of_the_shell_have_at_most_twenty_words_a_sentence_and_no_exclamation_marks()
    {
        var sentences = typeof(ShellWords).GetProperties().Select(property => (string)property.GetValue(Words)!)
            .SelectMany(static text => text.Split(['.', '?', '\n'])).ToList();

        Assert.All(sentences, static sentence => Assert.InRange(sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, 0, 20));
        Assert.DoesNotContain(sentences, static sentence => sentence.Contains('!', StringComparison.Ordinal));
    }

    private static VraagPrompt Question(Soort soort, int options = 0) => new("klacht[1].wie", soort, "Wie was het?")
    {
        Stap = new Stap(2, 6, "Wat"),
        Opties = [.. Enumerable.Range(1, options).Select(static nr => new Optie($"k{nr}", $"Keuze {nr}"))],
    };

    private static IEnumerable<string> Buttons(Activity message) => message.SuggestedActions!.Actions.Select(static action => action.Title);

    private static JsonElement Data(Activity message) => message.ChannelData!.Value.GetProperty("klachthulp");
}
