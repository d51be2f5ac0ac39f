using System.Text;
using System.Text.Json.Nodes;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Teams.Kaarten;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Teams;

/// <summary>Every kind of prompt has its card, and the card says in plain text what it says in boxes.</summary>
public sealed class KaartTests
{
    private const string Kenmerk = "KH-ABCD-EFGH-JKMN";
    private const int MostBytes = 80_000;

    private static readonly PromptRenderer Renderer = new(
        ShellTalen.Read(Path.Combine(AppContext.BaseDirectory, "seeds")), ChannelAbilities.DirectLine, static naam => $"https://klacht.example/{naam}");

    /// <summary>What cards of bots in Teams know at version 1.5.</summary>
    private static readonly string[] Known =
    [
        "AdaptiveCard", "TextBlock", "RichTextBlock", "TextRun", "Container", "ActionSet", "Image", "Input.Text", "Input.ChoiceSet", "Input.Date",
        "Action.Execute", "Action.Submit", "Action.OpenUrl", "Action.ToggleVisibility",
    ];

    public static TheoryData<Soort> Soorten => [.. Enum.GetValues<Soort>()];

    public static TheoryData<Tone> Tonen => [.. Enum.GetValues<Tone>()];

    [Theory]
    [MemberData(nameof(Soorten))]
    public void Every_kind_of_question_can_be_answered_from_its_card_and_from_its_text(Soort soort)
    {
        var card = Card(new Prompt.Vraag(Vraag(soort)));

        Sound(card);
        Assert.Contains("Wat is uw proefvraag?", card["fallbackText"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("De hulp bij de vraag.", card["fallbackText"]!.ToString(), StringComparison.Ordinal);
        Assert.All(Vraag(soort).Opties, optie => Assert.Contains(optie.Titel, Spoken(card), StringComparison.Ordinal));
        Assert.All(Vraag(soort).Opties, optie => Assert.Single(card["fallbackText"]!.ToString().Split('\n'), line => line.EndsWith(" " + optie.Titel, StringComparison.Ordinal)));
        Assert.Contains(Executes(card), static action => action["data"]!["balie"]!.ToString() is "antwoord" or "overdragen");
        Assert.Contains(Executes(card), static action => action["data"]!["opdracht"]?.ToString() == "overslaan");
        Assert.Contains(Executes(card), static action => action["data"]!["balie"]!.ToString() == "toelichting");
    }

    [Theory]
    [InlineData(Soort.Keuze, "Input.ChoiceSet", "expanded", false)]
    [InlineData(Soort.Meerkeuze, "Input.ChoiceSet", "expanded", true)]
    public void A_choice_has_its_options_by_id_one_or_more(Soort soort, string type, string style, bool several)
    {
        var field = Field(Card(new Prompt.Vraag(Vraag(soort))));

        Assert.Equal((type, style, several), (field["type"]!.ToString(), field["style"]!.ToString(), field["isMultiSelect"]!.GetValue<bool>()));
        Assert.Equal(["een", "twee"], field["choices"]!.AsArray().Select(static choice => choice!["value"]!.ToString()));
    }

    [Fact]
    public void A_long_list_is_folded_up()
    {
        var many = Vraag(Soort.Keuze) with { Opties = [.. Enumerable.Range(1, 40).Select(static n => new Optie($"o{n}", $"Keuze {n}"))] };

        Assert.Equal("compact", Field(Card(new Prompt.Vraag(many)))["style"]!.ToString());
    }

    [Fact]
    public void Yes_and_no_are_two_buttons_that_ask_for_no_field()
    {
        var buttons = Executes(Card(new Prompt.Vraag(Vraag(Soort.JaNee)))).Where(static action => action["data"]!["balie"]!.ToString() == "antwoord").ToList();

        Assert.Equal([("De eerste", "een"), ("De tweede", "twee")], buttons.Select(static button => (button["title"]!.ToString(), button["data"]!["antwoord"]!.ToString())));
    }

    [Theory]
    [InlineData("gegevens.email", "email")]
    [InlineData("gegevens.telefoon", "tel")]
    [InlineData("gegevens.naam", "text")]
    public void A_contact_field_brings_the_right_keyboard(string path, string style)
        => Assert.Equal(style, Field(Card(new Prompt.Vraag(Vraag(Soort.Contact) with { Vraag = path })))["style"]!.ToString());

    [Fact]
    public void A_day_can_be_chosen_or_said_in_words()
    {
        var fields = Inputs(Card(new Prompt.Vraag(Vraag(Soort.Datum)))).Select(static field => (field["type"]!.ToString(), field["id"]!.ToString()));

        Assert.Equal([("Input.Date", "dag"), ("Input.Text", "antwoord")], fields);
    }

    [Fact]
    public void A_proposal_is_confirmed_with_one_button_and_the_answer_of_before_stands_in_the_field()
    {
        var card = Card(new Prompt.Vraag(Vraag(Soort.Tekst) with { Voorstel = new("Utrecht", "Utrecht (stad)"), Huidig = new("oud", "het oude") }));

        Assert.Contains(Executes(card), static action => action["data"]!["antwoord"]?.ToString() == "Utrecht");
        Assert.Equal("het oude", Field(card)["value"]!.ToString());
    }

    [Fact]
    public void What_the_law_asks_for_cannot_be_skipped()
    {
        var card = Card(new Prompt.Vraag(Vraag(Soort.Tekst) with { Verplicht = true, MagOnbekend = false }));

        Assert.DoesNotContain(Executes(card), static action => action["data"]!["opdracht"]?.ToString() is "overslaan" or "weetniet");
    }

    [Theory]
    [MemberData(nameof(Tonen))]
    public void Everything_that_is_said_has_its_place_and_a_colour_never_stands_alone(Tone tone)
    {
        var card = Card(new Prompt.Say("Eerste regel.\nTweede regel.", tone), new Prompt.Vraag(Vraag(Soort.Tekst)));

        Sound(card);
        Assert.Contains("Eerste regel.\nTweede regel.", card["fallbackText"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Tweede regel.", Spoken(card), StringComparison.Ordinal);
        var boxes = StaffMember.All(card).Where(static node => node["style"]?.ToString() is "attention" or "warning").ToList();
        Assert.Equal(tone is Tone.Warning or Tone.Error or Tone.Crisis, boxes.Count > 0);
        Assert.All(boxes, static box => Assert.Equal("bolder", box["items"]![0]!["weight"]!.ToString()));
    }

    [Fact]
    public void The_end_has_its_routes_with_their_day_its_documents_and_the_way_on()
    {
        var end = new Uitkomst("klacht", "Uw klacht is klaar", "Wat er nu gebeurt.", [new("R05", "Een klacht", "Dat kan.", new DateOnly(2027, 3, 12))], [new("brief.txt", "text/plain", "De brief")]) { Kenmerk = Kenmerk };

        var card = Card(new Prompt.Einde(end));

        Sound(card);
        Assert.Contains("Uiterlijk vrijdag 12 maart 2027.", Spoken(card), StringComparison.Ordinal);
        var link = StaffMember.All(card).Single(static node => node["type"]?.ToString() == "Action.OpenUrl");
        Assert.Equal(("https://web.example/brief.txt", "De brief"), (link["url"]!.ToString(), link["tooltip"]!.ToString()));
    }

    [Fact]
    public void Words_of_a_resident_are_no_markup()
    {
        const string Hostile = "[klik hier](https://kwaad.example) **vet** ![](https://kwaad.example/x.png)";
        var offered = Card(new Prompt.Say(Hostile), new Prompt.Vraag(Vraag(Soort.Tekst) with { Titel = Hostile, Voorstel = new("x", Hostile) }));

        var blocks = StaffMember.All(offered).Where(static node => node["type"]?.ToString() == "TextBlock").Select(static node => node["text"]!.ToString());
        Assert.All(blocks, static text => Assert.DoesNotContain("](", text, StringComparison.Ordinal));
        Assert.Contains(StaffMember.All(offered), static node => node["type"]?.ToString() == "TextRun" && node["text"]!.ToString() == Hostile);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 10)]
    [InlineData(60, 60)]
    [InlineData(150, 80)]
    public void A_check_of_very_long_answers_still_fits_and_says_the_same_in_text(int answers, int shown)
    {
        var check = Activities(new Prompt.Vraag(Vraag(Soort.Controle)));

        var card = new BeurtKaart(RealTree.Dutch).Maak(Kenmerk, check, Long(answers), static naam => naam).Json();

        Sound(card);
        Assert.Contains(Inputs(card), field => field["id"]!.ToString() == "wijzig" && field["choices"]!.AsArray().Count == shown);
        Assert.All(Enumerable.Range(0, shown), n => Assert.Contains($"Vraag {n}: é", card["fallbackText"]!.ToString(), StringComparison.Ordinal));
        Assert.Equal(answers > shown, card["fallbackText"]!.ToString().Contains($"Er zijn nog {answers - shown} antwoorden.", StringComparison.Ordinal));
        Assert.Equal(answers > shown, Spoken(card).Contains($"Er zijn nog {answers - shown} antwoorden.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(60)]
    [InlineData(150)]
    public void All_answers_on_request_fit_too(int answers) => Sound(new BalieKaarten(RealTree.Dutch).Overzicht(Kenmerk, Long(answers)).Json());

    [Fact]
    public void An_answer_is_not_cut_through_a_character()
    {
        var overview = new Overzicht(new Stap(6, 6, "Controle"), [new OverzichtRij("klacht[0].omschrijving", "Vraag", "Wat er gebeurde", "x" + string.Concat(Enumerable.Repeat("\U0001F600", 4000)), "gegeven")], Klaar: false);

        var text = new BalieKaarten(RealTree.Dutch).Overzicht(Kenmerk, overview).Json()["fallbackText"]!.ToString();

        Assert.Equal("\U0001F600…", text[^3..]);
    }

    [Fact]
    public void The_code_to_scan_is_a_picture_in_the_card_itself_with_words_for_who_does_not_see_it()
    {
        var card = new BalieKaarten(RealTree.Dutch).Overdracht(Kenmerk, "ABCD-EFGH-JKMN", "https://klacht.example/klacht", isHere: true).Json();

        Sound(card);
        var picture = StaffMember.All(card).Single(static node => node["type"]?.ToString() == "Image");
        Assert.Matches("^data:image/png;base64,[A-Za-z0-9+/=]+$", picture["url"]!.ToString());
        Assert.InRange(picture["url"]!.ToString().Length, 100, 2048);
        Assert.StartsWith("QR-code waarmee", picture["altText"]!.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Every answer as long as it may be, with letters that JSON may write as six characters.</summary>
    private static Overzicht Long(int answers) => new(
        new Stap(6, 6, "Controle"),
        [.. Enumerable.Range(0, answers).Select(static n => new OverzichtRij($"klacht[{n}].omschrijving", $"Vraag {n}", "Wat er gebeurde", new string('é', 8000), "gegeven"))],
        Klaar: false);

    /// <summary>Works in Teams, without a mouse, and with an older client.</summary>
    private static void Sound(JsonObject card)
    {
        var nodes = StaffMember.All(card).Where(static node => node.ContainsKey("type")).ToList();
        Assert.Equal(("AdaptiveCard", "1.5", "nl"), (card["type"]!.ToString(), card["version"]!.ToString(), card["lang"]!.ToString()));
        Assert.Empty(nodes.Select(static node => node["type"]!.ToString()).Except([.. Known]));
        Assert.NotEqual("", card["fallbackText"]!.ToString());
        Assert.All(nodes.Where(static node => node["type"]!.ToString() == "TextBlock"), static block => Assert.True(block["wrap"]!.GetValue<bool>()));
        Assert.All(Inputs(card), static field => Assert.NotEqual("", field["label"]!.ToString()));
        Assert.All(nodes.Where(static node => node["type"]!.ToString().StartsWith("Action.", StringComparison.Ordinal)), static action =>
        {
            Assert.NotEqual("", action["title"]!.ToString());
            Assert.False(action.ContainsKey("style"));
        });
        Assert.All(Executes(card), static action =>
        {
            Assert.Equal("Action.Submit", action["fallback"]!["type"]!.ToString());
            Assert.True(JsonNode.DeepEquals(action["data"], action["fallback"]!["data"]));
            Assert.Equal(action["associatedInputs"]!.ToString(), action["fallback"]!["associatedInputs"]!.ToString());
        });
        Assert.Single(nodes.Where(static node => node["style"]?.ToString() == "heading").Take(1));
        Assert.Equal(Inputs(card).Count, Inputs(card).Select(static field => field["id"]!.ToString()).Distinct().Count());
        Assert.InRange(Encoding.Unicode.GetByteCount(CardMessage.Text(card)), 1, MostBytes);
    }

    private static VraagPrompt Vraag(Soort soort) => new("proef", soort, "Wat is uw proefvraag?")
    {
        Hulp = "De hulp bij de vraag.",
        Waarom = "Daarom.",
        MagOnbekend = true,
        Stap = new Stap(2, 6, "Proef"),
        Opties = soort is Soort.Keuze or Soort.Meerkeuze or Soort.JaNee or Soort.Controle ? [new("een", "De eerste"), new("twee", "De tweede")] : [],
    };

    private static JsonObject Card(params Prompt[] prompts) => new BeurtKaart(RealTree.Dutch).Maak(Kenmerk, Activities(prompts), overview: null, static naam => $"https://web.example/{naam}").Json();

    private static IReadOnlyList<Activity> Activities(params Prompt[] prompts) => [.. prompts.Select(Renderer.Render)];

    private static IReadOnlyList<JsonObject> Executes(JsonObject card) => [.. StaffMember.All(card).Where(static node => node["type"]?.ToString() == "Action.Execute")];

    private static IReadOnlyList<JsonObject> Inputs(JsonObject card) => [.. StaffMember.All(card).Where(static node => node["type"]?.ToString().StartsWith("Input.", StringComparison.Ordinal) == true)];

    private static JsonObject Field(JsonObject card) => Inputs(card).Single(static field => field["id"]!.ToString() == "antwoord");

    private static string Spoken(JsonObject card) => string.Join('\n', StaffMember.All(card).SelectMany(static node => new[] { node["text"], node["title"] }).OfType<JsonValue>().Select(static text => text.ToString()));
}
