using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Recht;
using KlachtHulp.Dialogs.Topics;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Topics;

/// <summary>
/// What the questions of the tree can make of the route table: every covering way; from a spread of them every option of every question and days of five
/// kinds, one at a time; and every history that the gate to the ombudsman tells apart, with every answer about what happened. What a changed answer asks for
/// newly gets its first answer; what it no longer asks for falls off.
/// </summary>
public sealed class Bereik
{
    /// <summary>Ways on which each question is varied.</summary>
    private const int Spread = 48;

    /// <summary>Between the six weeks of an answer and the year after it.</summary>
    private const string Zomer = "2026-07-06/2026-07-07|dag|6 juli 2026";

    /// <summary>So vague that every term may have passed and may not.</summary>
    private const string Ooit = "2024-11-01/2026-11-22|periode|in de laatste twee jaar";

    /// <summary>Longer ago than the gemeente has for an answer, and less than a year and that.</summary>
    private const string Vorig = "2025-10-06/2025-10-07|dag|6 oktober 2025";

    private static readonly string[] Dagen = [Classes.LongAgo, Vorig, Zomer, Classes.Recent, Ooit];

    private static readonly string[] Gevaren = ["zelfdoding", "geweld", "kind", "dakloos", "geweld_door_mij"];

    private readonly Classes _classes = new(RealTree.Tree);
    private readonly Dictionary<Feit, int> _feiten = [];
    private readonly Dictionary<string, int> _standen = new(StringComparer.Ordinal);
    private readonly Dictionary<(Poortuitkomst, Geklaagd, Antwoord, Klagersrol), Dictionary<string, Answer>> _geschiedenissen = [];
    private readonly Dictionary<(string Path, string Value), Dictionary<string, Answer>> _gebeurtenissen = [];

    public Bereik()
    {
        foreach (var end in Cover.Ends)
        {
            Look(end.Answers.ToDictionary(), []);
        }

        foreach (var (path, ends) in Places())
        {
            foreach (var (place, end) in ends.Where((_, index) => index % (1 + (ends.Count / Spread)) == 0))
            {
                Values(place.Question).ToList().ForEach(value => Look(With(end, (path, value)), []));
            }
        }

        Gevaren.ToList().ForEach(gevaar => Look(Cover.Ends[0].Answers.ToDictionary(), [gevaar]));
        var elders = Cover.Ends.First(static end => end.Answers.Any(static pair => pair.Key == VerhaalDialog.Organisatie.Id));
        Look(With(elders, (VerhaalDialog.Organisatie.Id, "WIJ Groningen"), (VerhaalDialog.Gemeente.Id, "0014")), []);
        Pairs().ForEach(answers => Look(answers, []));
    }

    public int Count { get; private set; }

    public HashSet<int> Rijen { get; } = [];

    public HashSet<(int Rij, string Code)> Geopend { get; } = [];

    public HashSet<string> Brieven { get; } = new(StringComparer.Ordinal);

    /// <summary>Ends without any open route.</summary>
    public List<string> Leeg { get; } = [];

    public int Masker(Feit feit) => _feiten.GetValueOrDefault(feit);

    public int Masker(string termijn) => _standen.GetValueOrDefault(termijn);

    private static IEnumerable<(string Path, List<(Place Place, CoveredEnd End)> Ends)> Places()
        => Cover.Ends.SelectMany(static end => end.Position.Given.Select(place => (place, end)))
            .GroupBy(static pair => pair.place.Path, StringComparer.Ordinal)
            .Select(static group => (group.Key, group.ToList()));

    private static Dictionary<string, Answer> With(CoveredEnd end, params (string Path, string Value)[] changes)
    {
        var answers = new Dictionary<string, Answer>(end.Answers, StringComparer.Ordinal);
        foreach (var (path, value) in changes)
        {
            answers[path] = new Answer(Standing.Given, value);
        }

        return answers;
    }

    private static IEnumerable<string> Values(Question question) => question.Soort is Soort.Datum ? Dagen : question.Options;

    /// <summary>Every history with every event, each as it was first met.</summary>
    private List<Dictionary<string, Answer>> Pairs() =>
    [
        .. from before in _geschiedenissen.Values
           from happened in _gebeurtenissen.Values
           select new Dictionary<string, Answer>(before.Where(static pair => !IsEvent(pair.Key)).Concat(happened.Where(static pair => IsEvent(pair.Key))), StringComparer.Ordinal),
    ];

    private static bool IsEvent(string path) => Tree.RoundOf(path) > 0;

    private Answer First(Place place) => place.Question.Id == KlachtDialog.NogEen.Id ? new Answer(Standing.Given, "nee") : _classes.At(place).First();

    private void Look(Dictionary<string, Answer> answers, string[] gevaren)
    {
        var position = Walk.Replay(RealTree.Tree, answers, RealTree.Today);
        while (position.Next is { } next)
        {
            answers[next.Path] = First(next);
            position = Walk.Replay(RealTree.Tree, answers, RealTree.Today);
        }

        Count++;
        var knowledge = RealTree.Klachthulp.Knowledge;
        var log = RealTree.LogOf(answers).AddRange(gevaren.Select(static gevaar => new Entry.Alarmed(RealTree.Moment.Now, gevaar)));
        var stand = Eindstand.Van(position, log, knowledge, RealTree.Today);
        Rijen.UnionWith(stand.Plan.Regels);
        Geopend.UnionWith(stand.Plan.Open.Concat(stand.Plan.NietNodig).SelectMany(static route => route.Redenen.Select(reden => (reden.Regel, route.Code))));
        Brieven.UnionWith(stand.Brieven.Select(static brief => brief.Id));
        if (stand.Plan.Getoond.Count == 0)
        {
            Leeg.Add(string.Join("; ", answers.Select(static pair => $"{pair.Key}={pair.Value.Value}")));
        }

        Keep(answers, position, stand);
        Note(new Beoordeling(stand.Feiten, knowledge.Termijnen, RealTree.Today), knowledge.Termijnen);
    }

    private void Keep(Dictionary<string, Answer> answers, Position position, Eindstand stand)
    {
        var events = position.Given.Where(static place => IsEvent(place.Path)).ToList();
        if (events.Count == 0)
        {
            return;
        }

        _geschiedenissen.TryAdd((stand.Plan.Poort, stand.Feiten.Geklaagd, stand.Feiten.Antwoord, stand.Feiten.Klagersrol), answers);
        events.ForEach(place => _gebeurtenissen.TryAdd((place.Path, answers[place.Path].Value), answers));
    }

    private void Note(Beoordeling beoordeling, Termijnen termijnen)
    {
        foreach (var feit in Enum.GetValues<Feit>())
        {
            _feiten[feit] = _feiten.GetValueOrDefault(feit) | beoordeling.Masker(feit);
        }

        foreach (var code in termijnen.Tabellen.Keys.Append(Termijncodes.Behandeling))
        {
            _standen[code] = _standen.GetValueOrDefault(code) | (1 << (int)beoordeling.Stand(code));
        }
    }
}
