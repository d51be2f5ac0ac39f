using System.Collections.Immutable;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Dialogs.Turns;

/// <summary>The state of one turn while it is being worked out. Lives for one call of <see cref="Engine.Step"/>.</summary>
internal sealed class Work
{
    private readonly Catalogue _catalogue;
    private readonly Knowledge _knowledge;
    private ImmutableArray<Entry> _log;
    private Memory? _memory;
    private Position? _position;
    private (string Language, Knowledge Knowledge)? _spoken;
    private readonly bool _began;
    private readonly string? _start;
    private readonly string? _shown;
    private readonly int _known;

    public Work(Tree tree, Catalogue catalogue, Knowledge knowledge, Proposer proposer, ImmutableArray<Entry> log, Moment moment)
    {
        Tree = tree;
        _catalogue = catalogue;
        _knowledge = knowledge;
        Proposer = proposer;
        _log = log;
        Moment = moment;
        Notices = new Notices(this);
        _began = log.IsEmpty;
        _start = Position.Next?.Path;
        _shown = Current?.Path;
        _known = log.Length;
    }

    public Tree Tree { get; }

    /// <summary>What is known, with the words of the resident's language.</summary>
    public Knowledge Knowledge => _spoken is { } spoken && spoken.Language == Memory.Language ? spoken.Knowledge
        : (_spoken = (Memory.Language, _knowledge.In(Memory.Language))).Value.Knowledge;

    public Proposer Proposer { get; }

    public Moment Moment { get; }

    public Notices Notices { get; }

    public bool Erase { get; set; }

    public DateTimeOffset Now => Moment.Now;

    public DateOnly Today => Moment.Today;

    public ImmutableArray<Entry> Log => _log;

    public Memory Memory => _memory ??= Memory.Of(_log, Tree.Seals);

    public Position Position => _position ??= Walk.Replay(Tree, Memory.Given, Today);

    public bool Speaks(string language) => _catalogue.Languages.ContainsKey(language);

    public Words Words => _catalogue.In(Memory.Language);

    /// <summary>The question on screen: the one the resident went back to, else the first open one.</summary>
    public Place? Current => Memory.Focus is { } path && Find(path) is { } place ? place : Position.Next;

    /// <summary>Whether an answer was given after which nothing can be changed.</summary>
    public bool Closed => Position.Outcome is not null && Position.Given.Any(place => place.Question.Closes is { } final && Memory.Given[place.Path].Value == final);

    public void Append(Entry entry)
    {
        _log = _log.Add(entry);
        _memory = entry is Entry.Undone ? null : _memory?.Then(entry);
        _position = entry is Entry.Answered or Entry.Passed or Entry.Undone or Entry.Restarted ? null : _position;
    }

    /// <summary>A question on the path by its path: answered, the open one, or one that waits until it is asked for; null when it is not on the path.</summary>
    public Place? Find(string path) => Position.Next?.Path == path ? Position.Next : Position.Given.Concat(Position.OnRequest).FirstOrDefault(place => place.Path == path);

    public QuestionWords WordsOf(Place place) => Words.Question(place.Question.Id);

    public ReadingContext Reading(Place place) => new(Today, WordsOf(place), Knowledge) { Taal = Words };

    /// <summary>The same with Dutch words: people mix the language of the gemeente with their own. Null when the conversation is in Dutch.</summary>
    public ReadingContext? ReadingDutch(Place place) => Memory.Language == Catalogue.Dutch ? null : new(Today, _catalogue.In(Catalogue.Dutch).Question(place.Question.Id), _knowledge);

    public string Show(Place place, Answer answer) => answer.Standing switch
    {
        Standing.Given => place.Question.Show(answer.Value, Reading(place)),
        Standing.Unknown => Words.Message("antwoord.onbekend"),
        _ => Words.Message("antwoord.overgeslagen"),
    };

    /// <summary>All answers, one on a line.</summary>
    public string Summary()
    {
        var lines = Position.Given.Where(static place => !place.Question.Seals).Select(place => $"{WordsOf(place).Kort}: {Show(place, Memory.Given[place.Path])}");
        return string.Join('\n', lines.DefaultIfEmpty(Words.Message("overzicht.leeg")));
    }

    public Turn Turn() => new(_log, Memory, Position, Current, Notices.All, Moved: _start != Position.Next?.Path || _began, Erase)
    {
        Overzicht = Current is { Question.Soort: Soort.Controle } last && IsNew(last) ? Summary() : "",
    };

    /// <summary>Whether the question comes on screen now, or stands there with other answers or in another language than before.</summary>
    private bool IsNew(Place place)
        => place.Path != _shown || _log.Skip(_known).Any(static entry => entry is Entry.Answered or Entry.Passed or Entry.Undone or Entry.Spoke);
}
