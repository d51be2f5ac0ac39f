using System.Collections.Immutable;

namespace KlachtHulp.Dialogs.Flow;

/// <summary>What a log amounts to: a pure fold, the same on every machine and in every release.</summary>
public sealed class Memory
{
    private readonly Dictionary<string, Answer> _answers;
    private readonly Dictionary<string, IReadOnlyList<string>> _offers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _moments;

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

    public string Language { get; private set; } = "nl";

    /// <summary>Moment of the latest answer that counts, by path.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Moments => _moments;


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
            if (log[i] is Entry.Answered or Entry.Restarted && !undone.Contains(i))
            {
                return i;
            }
        }

        return null;
    }

    private void Apply(Entry entry)
    {
        if (entry is not (Entry.Alarmed or Entry.Spoke or Entry.Offered or Entry.Stumbled))
        {
            (Weighing, Confirming, Stumbles) = (null, null, 0);
        }

        _source = entry is Entry.Answered or Entry.Offered ? _source : null;
        switch (entry)
        {
            case Entry.Answered answered:
                Put(answered);
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
                    _offeredWith[_source].Add(offered.Path);
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
        }
    }

    private void Put(Entry.Answered answered)
    {
        if (!_seals.Contains(answered.Path))
        {
            foreach (var seal in _seals)
            {
                _answers.Remove(seal);
            }
        }

        _answers[answered.Path] = answered.Answer;
        _moments[answered.Path] = answered.At;
        _offers.Remove(answered.Path);
        foreach (var stale in _offeredWith.GetValueOrDefault(answered.Path) ?? [])
        {
            _offers.Remove(stale);
        }

        _offeredWith[answered.Path] = [];
        _source = answered.Path;
        Focus = null;
    }

    private void Clear()
    {
        _answers.Clear();
        _offers.Clear();
        _offeredWith.Clear();
        _moments.Clear();
        Focus = null;
    }
}
