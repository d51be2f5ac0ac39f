using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Bot.Channels.Activities;

/// <summary>Prompt to message activity, for plain clients in text and buttons and for rich ones in <c>channelData.klachthulp</c>.</summary>
/// <param name="documentUrl">Gives the address of a document by its name.</param>
/// <param name="taal">Language of what is said, as BCP-47.</param>
public sealed class PromptRenderer(ShellTalen talen, ChannelAbilities abilities, Func<string, string> documentUrl, string taal = "nl")
{
    private const string Expecting = "expectingInput";
    private const string Accepting = "acceptingInput";

    private readonly ShellWords _words = talen.In(taal);

    /// <summary>The same in another language.</summary>
    public PromptRenderer In(string language) => language == taal ? this : new(talen, abilities, documentUrl, language);

    public Activity Render(Prompt prompt) => prompt switch
    {
        Prompt.Say say => Message(say.Text, Accepting, new PromptData { Toon = Toon(say.Tone), Aanbod = say.Waits ? PromptData.Verder : say.MaySave ? PromptData.Bewaar : null }),
        Prompt.Vraag vraag => Question(vraag.Content),
        Prompt.Einde einde => Outcome(einde.Content),
        _ => throw new UnreachableException(),
    };

    private Activity Question(VraagPrompt vraag)
    {
        string[] titles = [.. Choices(vraag).Concat(Ways(vraag)).Distinct(StringComparer.Ordinal).Take(abilities.MaxActions)];
        return Message(QuestionText(vraag), Expecting, abilities.Rich ? Data(vraag) : null) with { SuggestedActions = new SuggestedActions([], [.. titles.Select(Button)]) };
    }

    private IEnumerable<string> Choices(VraagPrompt vraag)
    {
        var own = vraag.Soort == Soort.Meerkeuze ? [] : vraag.Opties.Select(static optie => optie.Titel);
        return vraag.Voorstel is null || vraag.Soort == Soort.JaNee ? own : own.Prepend(_words.KnopJa);
    }

    /// <summary>What can be said to any question of its kind; it comes after the options and gives way to them.</summary>
    private IEnumerable<string> Ways(VraagPrompt vraag)
    {
        if (vraag.MagOnbekend)
        {
            yield return _words.KnopOnbekend;
        }

        if (!vraag.Verplicht)
        {
            yield return _words.KnopOverslaan;
        }

        yield return _words.KnopMens;
    }

    private static CardAction Button(string title) => new("imBack", title, title);

    private string QuestionText(VraagPrompt vraag)
    {
        var parts = new List<string> { vraag.Overzicht, vraag.Titel, vraag.Hulp };
        parts.Add(vraag.Voorstel is { } voorstel ? Fill(_words.Voorstel, "{tekst}", voorstel.Tekst) : "");
        parts.Add(vraag.Huidig is { } huidig ? Fill(_words.Huidig, "{tekst}", huidig.Tekst) : "");
        if (vraag.Soort == Soort.Meerkeuze || vraag.Opties.Count > abilities.MaxActions)
        {
            parts.Add(string.Join('\n',
                vraag.Opties.Select(static (optie, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}. {optie.Titel}"))));
            parts.Add(vraag.Soort == Soort.Meerkeuze ? _words.MeerKiezen : _words.KiesNummer);
        }

        return Paragraphs(parts);
    }

    private static PromptData Data(VraagPrompt vraag) => new()
    {
        Vraag = vraag.Vraag,
        Soort = Name(vraag.Soort),
        Titel = vraag.Titel,
        Hulp = vraag.Hulp,
        Waarom = vraag.Waarom,
        Opties = vraag.Opties.Count > 0 ? vraag.Opties : null,
        Verplicht = vraag.Verplicht,
        MagOnbekend = vraag.MagOnbekend,
        MagGenoeg = vraag.MagGenoeg ? true : null,
        Stap = vraag.Stap,
        Voorstel = vraag.Voorstel,
        Huidig = vraag.Huidig,
    };

    private Activity Outcome(Uitkomst uitkomst)
    {
        var documents = uitkomst.Documenten.Select(link => new DocumentData(link.Naam, link.Soort, link.Titel, documentUrl(link.Naam))).ToList();
        var text = Paragraphs([uitkomst.Titel, uitkomst.Uitleg, .. uitkomst.Routes.Select(RouteText)]);
        var outcome = new UitkomstData(uitkomst.Formulier, uitkomst.Titel, uitkomst.Uitleg, uitkomst.Routes, documents)
        {
            Kenmerk = uitkomst.Kenmerk,
            Ontvangstbewijs = uitkomst.Ontvangstbewijs,
        };
        var data = new PromptData { Uitkomst = outcome };
        return Message(text, Accepting, data) with
        {
            Attachments = documents.Count > 0
                ? [.. documents.Select(static link => new Attachment { ContentType = link.Soort, Name = link.Naam, ContentUrl = link.Url })]
                : null,
        };
    }

    private string RouteText(Routeadvies route)
    {
        var last = route.Uiterlijk is { } dag ? " " + Fill(_words.Uiterlijk, "{dag}", talen.Kort(dag, taal)) : "";
        return $"{route.Naam}. {route.Uitleg}{last}";
    }

    /// <param name="data">For a rich client; goes nowhere on a channel where <c>channelData</c> means something else.</param>
    private Activity Message(string text, string inputHint, PromptData? data) => new()
    {
        Type = ActivityTypes.Message,
        Text = text,
        TextFormat = "plain",
        Locale = taal == "nl" ? "nl-NL" : taal,
        InputHint = inputHint,
        Carried = abilities.Rich && data is not null ? new ChannelData(new PromptChannelData(data)) : null,
    };

    private static string Paragraphs(IEnumerable<string> parts) => string.Join("\n\n", parts.Where(static part => part.Length > 0));

    private static string Fill(string sentence, string place, string value) => sentence.Replace(place, value, StringComparison.Ordinal);

    private static string Name(Soort soort) => JsonNamingPolicy.CamelCase.ConvertName(soort.ToString());

    private static string Toon(Tone tone) => tone switch
    {
        Tone.Plain => "gewoon",
        Tone.Echo => "echo",
        Tone.Warning => "waarschuwing",
        Tone.Error => "fout",
        Tone.Crisis => "crisis",
        _ => throw new UnreachableException(),
    };
}
