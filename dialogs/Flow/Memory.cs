using System.Collections.Immutable;

namespace KlachtHulp.Dialogs.Flow;

/// <summary>What a log amounts to: a pure fold, the same on every machine and in every release.</summary>
public sealed class Memory
{
    private const string Dutch = "nl";

    private readonly Dictionary<string, Answer> _answers;
    private readonly Dictionary<string, IReadOnlyList<string>> _offers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _moments;
    private readonly Dictionary<string, string> _spoken = new(StringComparer.Ordinal);

    private readonly IReadOnlySet<string> _seals;

    /// <summary>Which offers came with an answer, by its path: they hold as long as that answer does.</summary>
    private readonly Dictionary<string, List<string>> _offeredWith = new(StringComparer.Ordinal);
    private string? _source;

    /// <param name="most">Most answers there can be.</param>
    private Memory(IReadOnlySet<string> seals, int most)
    {
        _seals = seals;
        _answers = new Dictionary<string, Answer>(most, StringComparer.Ordinal);
        _moments = new Dictionary<string, DateTimeOffset>(most, StringComparer.Ordinal);
    }

    /// <summary>The latest answer for every path, also on branches that are no longer taken.</summary>
    public IReadOnlyDictionary<string, Answer> Given => _answers;

    /// <summary>What waits for a yes, by path.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Offers => _offers;

    /// <summary>The question the resident went back to.</summary>
    public string? Focus { get; private set; }

    /// <summary>A change that waits for a yes, because other answers would lapse.</summary>
    public Entry.Weighed? Weighing { get; private set; }

    /// <summary>A command that waits for a yes.</summary>
    public Command? Confirming { get; private set; }

    /// <summary>How often the current question was answered with something unusable, in a row.</summary>
    public int Stumbles { get; private set; }

    /// <summary>Kind of danger that was seen before, if any.</summary>
    public string? Alarm { get; private set; }

    public string Language { get; private set; } = Dutch;

    /// <summary>Moment of the latest answer that counts, by path.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Moments => _moments;

    /// <summary>How the klacht was taken down, when somebody of the gemeente did; also after a restart.</summary>
    public Opname? Opname { get; private set; }

    /// <summary>Language in which the latest answer that counts was given; BCP-47.</summary>
    public string SpokenAt(string path) => _spoken.GetValueOrDefault(path, Dutch);

    /// <summary>Path of the question that was answered last, signatures and the like aside; null before the first answer.</summary>
    public string? Latest { get; private set; }

    /// <param name="seals">Ids of questions whose answer counts only while nothing else is answered after it: a signature under a changed letter is none.</param>
    public static Memory Of(ImmutableArray<Entry> log, IReadOnlySet<string> seals)
    {
        var undone = log.OfType<Entry.Undone>().Select(static entry => entry.Of).ToHashSet();
        var memory = new Memory(seals, log.Length);
        for (var i = 0; i < log.Length; i++)
        {
            if (undone.Contains(i))
            {
                i = LastOfferWith(log, i);
                continue;
            }

            memory.Apply(log[i]);
        }

        return memory;
    }

    /// <summary>Remembers one entry more, in place; the same as folding the longer log.</summary>
    /// <param name="entry">Anything but <see cref="Entry.Undone"/>, which changes what came before.</param>
    internal Memory Then(Entry entry)
    {
        Apply(entry);
        return this;
    }

    /// <summary>The last of the offers that were made with an entry: an answer that was taken back offers nothing.</summary>
    private static int LastOfferWith(ImmutableArray<Entry> log, int at)
    {
        while (log[at] is Entry.Answered or Entry.Offered && at + 1 < log.Length && log[at + 1] is Entry.Offered)
        {
            at++;
        }

        return at;
    }

    /// <summary>Place in the log of the last answer or restart that can be taken back; null when there is none.</summary>
    public static int? LastUndoable(ImmutableArray<Entry> log)
    {
        var undone = log.OfType<Entry.Undone>().Select(static entry => entry.Of).ToHashSet();
        for (var i = log.Length - 1; i >= 0; i--)
        {
            if (log[i] is Entry.Answered or Entry.Passed or Entry.Restarted && !undone.Contains(i))
            {
                return i;
            }
        }

        return null;
    }

    private void Apply(Entry entry)
    {
        if (entry is not (Entry.Alarmed or Entry.Spoke or Entry.Offered or Entry.Stumbled or Entry.Opgenomen))
        {
            (Weighing, Confirming, Stumbles) = (null, null, 0);
        }

        _source = entry is Entry.Answered or Entry.Offered ? _source : null;
        switch (entry)
        {
            case Entry.Answered answered:
                Put(answered.Path, answered.Answer, answered.At);
                break;
            case Entry.Passed passed:
                foreach (var path in passed.Paths)
                {
                    Put(path, new Answer(Standing.Skipped, ""), passed.At);
                }

                _source = null;
                break;
            case Entry.Focused focused:
                Focus = focused.Path;
                break;
            case Entry.Released or Entry.Undone:
                Focus = null;
                break;
            case Entry.Weighed weighed:
                Weighing = weighed;
                break;
            case Entry.Confirming confirming:
                Confirming = confirming.Command;
                break;
            case Entry.Stumbled:
                Stumbles++;
                break;
            case Entry.Restarted:
                Clear();
                break;
            default:
                Note(entry);
                break;
        }
    }

    private void Note(Entry entry)
    {
        switch (entry)
        {
            case Entry.Offered offered:
                _offers[offered.Path] = offered.Values;
                if (_source is not null)
                {
                    (_offeredWith.TryGetValue(_source, out var along) ? along : _offeredWith[_source] = []).Add(offered.Path);
                }

                break;
            case Entry.Declined declined:
                _offers.Remove(declined.Path);
                break;
            case Entry.Alarmed alarmed:
                Alarm = alarmed.Kind;
                break;
            case Entry.Spoke spoke:
                Language = spoke.Language;
                break;
            case Entry.Opgenomen taken:
                Opname = taken.Opname;
                break;
        }
    }

    private void Put(string path, Answer answer, DateTimeOffset at)
    {
        if (!_seals.Contains(path))
        {
            Latest = path;
            foreach (var seal in _seals)
            {
                _answers.Remove(seal);
            }
        }

        _answers[path] = answer;
        _moments[path] = at;
        Remember(path);
        _offers.Remove(path);
        if (_offeredWith.Remove(path, out var stale))
        {
            stale.ForEach(offer => _offers.Remove(offer));
        }

        _source = path;
        Focus = null;
    }

    /// <summary>Only what is not Dutch is kept: most conversations are.</summary>
    private void Remember(string path)
    {
        if (Language == Dutch)
        {
            _spoken.Remove(path);
        }
        else
        {
            _spoken[path] = Language;
        }
    }

    private void Clear()
    {
        _answers.Clear();
        _offers.Clear();
        _offeredWith.Clear();
        _moments.Clear();
        _spoken.Clear();
        (Focus, Latest) = (null, null);
    }
}
