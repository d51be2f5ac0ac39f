using System.Text;
using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Formulier;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Topics;
using KlachtHulp.Tests.Recht;

namespace KlachtHulp.Tests.Gevallen;

/// <summary>Plays a case through the whole conversation and keeps what was shown.</summary>
internal sealed class Gevalspel
{
    private const int Most = 400;

    /// <summary>Path of the question whether a change is meant that makes other answers lapse.</summary>
    private const string Weigh = "opdracht.wijzig";

    /// <summary>What somebody without more to tell answers where the form cannot do without.</summary>
    private static readonly IReadOnlyDictionary<string, string> Gewoon = new Dictionary<string, string>
    {
        ["rol"] = "zelf",
        ["eerder.wijze"] = "brief",
        ["eerder.antwoord"] = "nee",
        ["eerder.tevreden"] = "nee",
        ["gronden"] = "Ik vind dat dit anders had gekund.",
        ["omschrijving"] = "Er gebeurde nog iets dat ik niet goed vond.",
        ["gegevens.naam"] = "Noor de Proef",
        ["gegevens.adres"] = "Proefstraat 1, 1234 AB Proefdorp",
        ["controle"] = "klopt",
        ["ondertekening"] = "Noor de Proef",
        ["versturen"] = "zelf",
    };

    private readonly Geval _geval;
    private readonly KlachtGesprek _dialog;
    private readonly DialogContext _context;
    private readonly StringBuilder _screens = new();
    private ReadOnlyMemory<byte> _body;
    private VraagPrompt? _vraag;

    private Gevalspel(Geval geval, Klachthulp klachthulp, DocumentMaker documents)
    {
        (_geval, _dialog) = (geval, new KlachtGesprek(klachthulp, documents));
        Dag = Seeds.Dag(geval.Dag);
        _context = new DialogContext(new DateTimeOffset(Dag, new TimeOnly(10, 0), TimeSpan.Zero), Dag, Gemeente: "", Kanaal: "proef") { Gesprek = geval.Id };
    }

    public DateOnly Dag { get; }

    public string Screens => _screens.ToString();

    public List<string> Gevraagd { get; } = [];

    public bool Crisis { get; private set; }

    public Uitkomst? Einde { get; private set; }

    public IReadOnlyList<DocumentFile> Documents => _dialog.Documents(_body, _context);

    public Position Position(Klachthulp klachthulp) => Bron(klachthulp).Position;

    public Bron Bron(Klachthulp klachthulp)
    {
        var memory = Memory.Of(LogCodec.Read(_body), klachthulp.Tree.Seals);
        return new Bron(Walk.Replay(klachthulp.Tree, memory.Given, Dag), memory, Dag, "KH-PROEF", klachthulp.Catalogue.In("nl"), klachthulp.Knowledge);
    }

    public Eindstand Stand(Klachthulp klachthulp) => Eindstand.Van(Position(klachthulp), LogCodec.Read(_body), klachthulp.Knowledge, Dag);

    public static Gevalspel Speel(Geval geval, Klachthulp klachthulp, DocumentMaker documents)
    {
        var spel = new Gevalspel(geval, klachthulp, documents);
        spel.Doe(new Incoming.Joined());
        spel.Ga(geval.Zegt);
        foreach (var (path, answer) in geval.Wijzigt)
        {
            spel.Doe(new Incoming.Commanded(Command.Wijzig, path));
            spel.Antwoord(answer);
            spel.Ga(geval.Zegt);
        }

        return spel;
    }

    private void Ga(Dictionary<string, string> zegt)
    {
        for (var turn = 0; _vraag is { } vraag && turn < Most; turn++)
        {
            if (vraag.Vraag == Weigh)
            {
                Doe(new Incoming.Chose(vraag.Vraag, "ja", ""));
                continue;
            }

            var id = Tree.IdOf(vraag.Vraag);
            Gevraagd.Add(id);
            var answer = zegt.GetValueOrDefault(vraag.Vraag) ?? zegt.GetValueOrDefault(id) ?? (vraag.Verplicht || id is "versturen" ? Gewoon.GetValueOrDefault(id) : null);
            if (answer is null)
            {
                Doe(new Incoming.Commanded(Command.Overslaan));
            }
            else
            {
                Antwoord(answer);
            }
        }

        Assert.Null(_vraag);
    }

    /// <summary>Presses the button when the answer is one (or more) of the options, and types it otherwise.</summary>
    private void Antwoord(string answer)
    {
        var vraag = _vraag ?? throw new InvalidOperationException("Nothing is asked.");
        var options = vraag.Opties.Select(static option => option.Id).ToHashSet(StringComparer.Ordinal);
        var pressed = answer.Split(',', StringSplitOptions.TrimEntries).All(options.Contains);
        var before = vraag.Vraag;
        Doe(pressed ? new Incoming.Chose(vraag.Vraag, answer.Replace(" ", "", StringComparison.Ordinal), answer) : new Incoming.Said(answer));
        Assert.False(_vraag?.Vraag == before, $"{_geval.Id}: '{answer}' was no answer to {before}.");
    }

    private void Doe(Incoming incoming)
    {
        var turn = _dialog.Step(_body, incoming, _context);
        _body = turn.Body;
        (_vraag, Einde) = (null, null);
        foreach (var prompt in turn.Prompts)
        {
            Toon(prompt);
        }
    }

    private void Toon(Prompt prompt)
    {
        switch (prompt)
        {
            case Prompt.Say say:
                Crisis |= say.Tone == Tone.Crisis;
                _screens.AppendLine(say.Text);
                break;
            case Prompt.Vraag { Content: var vraag }:
                _vraag = vraag;
                _screens.AppendLine(vraag.Titel).AppendLine(vraag.Hulp).AppendLine(vraag.Waarom);
                break;
            case Prompt.Einde { Content: var einde }:
                Einde = einde;
                _screens.AppendLine(einde.Titel).AppendLine(einde.Uitleg);
                _screens.AppendJoin('\n', einde.Routes.Select(static route => $"{route.Naam}: {route.Uitleg}")).AppendLine();
                break;
        }
    }
}
