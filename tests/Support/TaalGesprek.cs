using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Turns;

namespace KlachtHulp.Tests.Support;

/// <summary>A conversation through the real engine.</summary>
internal sealed class TaalGesprek
{
    public const string Story = "Historia 123: оплата не прийшла, لم يصل المال.";

    private readonly List<string> _everything = [];

    public TaalGesprek(string? language = null) => Send(new Incoming.Joined(language));

    public Turn Turn { get; private set; } = new([], Memory.Of([], RealTree.Tree.Seals), Walk.Replay(RealTree.Tree, new Dictionary<string, Answer>(), RealTree.Today), null, [], false, false);

    public IReadOnlyList<Prompt> Prompts { get; private set; } = [];

    public Memory Memory => Turn.Memory;

    public Position Position => Turn.Position;

    public IReadOnlyList<string> Everything => _everything;

    public IReadOnlyList<string> Said => [.. Prompts.OfType<Prompt.Say>().Select(static say => say.Text)];

    public VraagPrompt? Asked => Prompts.OfType<Prompt.Vraag>().LastOrDefault()?.Content;

    public void Say(string text) => Send(new Incoming.Said(text));

    public void Do(Command command, string? argument = null) => Send(new Incoming.Commanded(command, argument));

    public void Finish()
    {
        for (var turn = 0; turn < 120 && Asked is not null; turn++)
        {
            Answer();
        }
    }

    /// <summary>The first button that there is; words where words are asked for, and only what the law asks for at the end.</summary>
    public void Answer()
    {
        var asked = Asked ?? throw new InvalidOperationException("Nothing is asked.");
        switch (asked.Soort)
        {
            case Soort.LangeTekst or Soort.Tekst when asked.Vraag == "gemeente":
                Say("Utrecht");
                break;
            case Soort.LangeTekst or Soort.Tekst:
                Say(Story);
                break;
            case Soort.Contact:
                Say(asked.Vraag.Split('.')[^1] switch { "adres" => "Kerkstraat 1, 3511 AB Utrecht", "email" => "naam@voorbeeld.nl", "telefoon" => "030 123 45 67", _ => "Sam Proef" });
                break;
            case Soort.Datum:
                Say("12-03-2026");
                break;
            case Soort.Bedrag:
                Say("150");
                break;
            default:
                var option = asked.Opties.FirstOrDefault(static option => option.Id is "nee" or "zelf") ?? asked.Opties[0];
                Send(new Incoming.Chose(asked.Vraag, option.Id, option.Titel));
                break;
        }
    }

    private void Send(Incoming incoming)
    {
        Turn = RealTree.Klachthulp.Engine.Step(Turn.Log, incoming, RealTree.Moment);
        Prompts = RealTree.Klachthulp.Prompter.Prompts(Turn, RealTree.Moment);
        _everything.AddRange(Prompts.SelectMany(Texts));
    }

    private static IEnumerable<string> Texts(Prompt prompt) => prompt switch
    {
        Prompt.Say say => [say.Text],
        Prompt.Vraag { Content: var asked } => [asked.Titel, asked.Hulp, asked.Waarom, asked.Stap.Titel, .. asked.Opties.Select(static option => option.Titel)],
        Prompt.Einde { Content: var end } => [end.Titel, end.Uitleg, .. end.Routes.SelectMany(static route => new[] { route.Naam, route.Uitleg }), .. end.Documenten.Select(static link => link.Titel)],
        _ => [],
    };
}
