using System.Numerics;
using KlachtHulp.Dialogs.Flow;

namespace KlachtHulp.Tests.Support;

/// <summary>
/// Every way through a tree, told apart by the classes of answers its conditions can see. Two conversations with the same open question and the
/// same answers that still matter go on alike, so each such situation is looked into once and its ways are counted, not repeated.
/// </summary>
internal sealed class AllPaths
{
    private readonly Tree _tree;
    private readonly DateOnly _today;
    private readonly IReadOnlyList<string> _once;
    private readonly Classes _classes;
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Way> _ways = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyList<KeyValuePair<string, Answer>>> _cover = [];

    private AllPaths(Tree tree, DateOnly today, IReadOnlyList<string> once) => (_tree, _today, _once, _classes) = (tree, today, once, new Classes(tree));

    /// <summary>How many ways there are.</summary>
    public BigInteger Count { get; private set; }

    /// <summary>Most questions on one way.</summary>
    public int Longest { get; private set; }

    /// <summary>Situations that differ: an open question with the answers that still matter.</summary>
    public int Situations => _ways.Count;

    /// <summary>For each situation and each class of answers there, one whole way that goes through it.</summary>
    public IReadOnlyList<IReadOnlyList<KeyValuePair<string, Answer>>> Cover => _cover;

    /// <summary>Keys of the messages that come up.</summary>
    public IReadOnlySet<string> Told => _told;

    /// <param name="once">Ids of questions answered with no, so that nothing is gone through twice.</param>
    public static AllPaths Of(Tree tree, DateOnly today, params string[] once)
    {
        var paths = new AllPaths(tree, today, once);
        var whole = paths.From([]);
        (paths.Count, paths.Longest) = (whole.Count, whole.Longest);
        return paths;
    }

    private Way From(Dictionary<string, Answer> answers)
    {
        var position = Walk.Replay(_tree, answers, _today);
        _told.UnionWith(position.Messages.Select(static told => told.Tell.TextKey));
        if (position.Next is not { } next)
        {
            Assert.NotNull(position.Outcome);
            return new Way(BigInteger.One, 0, []);
        }

        var key = Key(position, next);
        if (_ways.TryGetValue(key, out var known))
        {
            return known;
        }

        var (count, longest, rest) = (BigInteger.Zero, 0, (List<KeyValuePair<string, Answer>>?)null);
        foreach (var answer in Tried(next))
        {
            var step = KeyValuePair.Create(next.Path, answer);
            var way = From(new Dictionary<string, Answer>(answers, StringComparer.Ordinal) { [next.Path] = answer });
            _cover.Add([.. answers, step, .. way.Rest]);
            (count, longest, rest) = (count + way.Count, Math.Max(longest, way.Longest + 1), rest ?? [step, .. way.Rest]);
        }

        return _ways[key] = new Way(count, longest, rest ?? []);
    }

    private IEnumerable<Answer> Tried(Place place) => _once.Contains(place.Question.Id) ? [new Answer(Standing.Given, "nee")] : _classes.At(place);

    private string Key(Position position, Place next)
    {
        var spot = Spot.Of(_tree, position.Answers, _today);
        Assert.Equal(next.Question.Id, spot.Question.Id);
        var mattering = position.Given.Where(place => spot.StillRead.Contains(place.Question.Id)).Select(place => $"{place.Path}={position.Answers.Find(place.Path)}");
        return $"{spot.At} | {string.Join(';', mattering)}";
    }

    /// <param name="Rest">One way from here to an end.</param>
    private sealed record Way(BigInteger Count, int Longest, IReadOnlyList<KeyValuePair<string, Answer>> Rest);
}
