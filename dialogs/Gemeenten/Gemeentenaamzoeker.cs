using System.Collections.Frozen;

namespace KlachtHulp.Dialogs.Gemeenten;

/// <summary>One name under which a gemeente can be found.</summary>
/// <param name="Key">See <see cref="Plaatswoorden.Key"/>.</param>
/// <param name="OudeNaam">Empty for a name of its own.</param>
/// <param name="GewoonWoord">Whether the name is an ordinary word too.</param>
internal sealed record Gemeentenaam(string Key, Gemeente Gemeente, string OudeNaam, DateOnly Van, DateOnly Tot, bool GewoonWoord)
{
    public uint Letters { get; } = Tikafstand.Letters(Key);

    public bool HoldsOn(DateOnly day) => day >= Van && day <= Tot;
}

/// <summary>Finds names in a text: first exactly, the longest run of words first; then, when nothing fits, with typing errors.</summary>
internal sealed class Gemeentenaamzoeker
{
    private const int LongestRun = 6;
    private const int MaxGuesses = 24;

    private readonly FrozenDictionary<string, Gemeentenaam[]> _byKey;
    private readonly FrozenDictionary<string, Gemeentenaam[]>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private readonly Gemeentenaam[] _names;
    private readonly string[] _others;

    /// <param name="others">Names of what is no gemeente, such as countries and provinces.</param>
    public Gemeentenaamzoeker(IEnumerable<Gemeentenaam> names, IEnumerable<string> others)
    {
        _others = [.. others.Select(Plaatswoorden.Key).Distinct(StringComparer.Ordinal)];
        _names = [.. names];
        _byKey = _names.GroupBy(static name => name.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(static group => group.Key, static group => group.ToArray(), StringComparer.Ordinal);
        _bySpan = _byKey.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public Gemeentevondst Find(string text, DateOnly day)
    {
        var words = Plaatswoorden.Of(text);
        var exact = Exact(words, day);
        return exact.Count > 0 ? Result(exact, Herkenning.Naam) : Result(WithErrors(words, day), Herkenning.Tikfout);
    }

    private List<Gemeentenaam> Exact(Plaatswoorden words, DateOnly day)
    {
        var found = new List<Gemeentenaam>(2);
        var named = false;
        for (var i = 0; i < words.Count; i++)
        {
            for (var count = Math.Min(LongestRun, words.Count - i); count > 0; count--)
            {
                if (!_bySpan.TryGetValue(words.Span(i, count), out var names) || !Array.Exists(names, name => Fits(name, words, i, count, day)))
                {
                    continue;
                }

                var sayso = FollowsGemeente(words, i);
                if (sayso && !named)
                {
                    found.Clear();
                }

                named |= sayso;
                if (sayso || !named)
                {
                    found.AddRange(names.Where(name => Fits(name, words, i, count, day)));
                }

                i += count - 1;
                break;
            }
        }

        return found;
    }

    private static bool Fits(Gemeentenaam name, Plaatswoorden words, int first, int count, DateOnly day)
        => name.HoldsOn(day) && !FollowsPerson(words, first) && !FollowsProvince(words, first)
            && (!name.GewoonWoord || FollowsPlaceWord(words, first) || OnlyFillerAround(words, first, count));

    private static bool FollowsGemeente(Plaatswoorden words, int first)
        => words.Is(first - 1, "gemeente") || (words.Is(first - 1, "van") && words.Is(first - 2, "gemeente"));

    private static bool FollowsPlaceWord(Plaatswoorden words, int first)
        => FollowsGemeente(words, first) || words.Is(first - 1, "in") || words.Is(first - 1, "uit") || words.Is(first - 1, "te");

    /// <summary>De provincie Utrecht is not the gemeente.</summary>
    private static bool FollowsProvince(Plaatswoorden words, int first) => words.Is(first - 1, "provincie");

    /// <summary>Mevrouw van Dongen is not the gemeente Dongen.</summary>
    private static bool FollowsPerson(Plaatswoorden words, int first)
    {
        var before = first - 1;
        while (words.Is(before, "van") || words.Is(before, "de") || words.Is(before, "der") || words.Is(before, "den"))
        {
            before--;
        }

        return before >= 0 && words.Span(before, 1) is "mevrouw" or "mevr" or "mw" or "meneer" or "mijnheer" or "heer" or "dhr" or "familie" or "dokter";
    }

    private static bool OnlyFillerAround(Plaatswoorden words, int first, int count)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if ((i < first || i >= first + count) && !IsFiller(words, i))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsFiller(Plaatswoorden words, int i) => words.Span(i, 1) switch
    {
        "gemeente" or "in" or "uit" or "te" or "ik" or "woon" or "is" or "dat" or "van" or "bij" => true,
        "de" => words.Is(i + 1, "gemeente"),
        _ => false,
    };

    /// <summary>Every name within the bound, nearest first. A short answer is searched everywhere, a sentence only as a whole and where a place word
    /// announces a name.</summary>
    private List<Gemeentenaam> WithErrors(Plaatswoorden words, DateOnly day)
    {
        var hits = new List<(int Distance, Gemeentenaam Name)>();
        var shortAnswer = ContentWords(words) <= 3;
        var guesses = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (IsFiller(words, i) || FollowsPerson(words, i) || FollowsProvince(words, i))
            {
                continue;
            }

            var longest = Math.Min(LongestRun, words.Count - i);
            var anyRun = shortAnswer || FollowsPlaceWord(words, i);
            for (var count = longest; count > 0 && guesses < MaxGuesses; count--)
            {
                if (anyRun || count == words.Count)
                {
                    Collect(words.Span(i, count), day, hits);
                    guesses++;
                }
            }
        }

        hits.Sort(static (one, other) => one.Distance.CompareTo(other.Distance));
        return [.. hits.Select(static hit => hit.Name)];
    }

    private static int ContentWords(Plaatswoorden words)
    {
        var count = 0;
        for (var i = 0; i < words.Count; i++)
        {
            count += IsFiller(words, i) ? 0 : 1;
        }

        return count;
    }

    private void Collect(ReadOnlySpan<char> word, DateOnly day, List<(int Distance, Gemeentenaam Name)> hits)
    {
        var bound = Tikafstand.Bound(word.Length);
        if (bound == 0)
        {
            return;
        }

        var letters = Tikafstand.Letters(word);
        var before = hits.Count;
        foreach (var name in _names)
        {
            if (Math.Abs(name.Key.Length - word.Length) > bound || System.Numerics.BitOperations.PopCount(letters ^ name.Letters) > 2 * bound
                || !name.HoldsOn(day))
            {
                continue;
            }

            var limit = Math.Min(bound, Tikafstand.Bound(name.Key.Length));
            var distance = Tikafstand.Between(word, name.Key, limit);
            if (limit > 0 && distance <= limit)
            {
                hits.Add((distance, name));
            }
        }

        if (hits.Count > before && IsOther(word, bound, hits.Skip(before).Min(static hit => hit.Distance)))
        {
            hits.RemoveRange(before, hits.Count - before);
        }
    }

    /// <summary>Whether the word is a country or a province, or as few errors away from one as from the nearest gemeente.</summary>
    private bool IsOther(ReadOnlySpan<char> word, int bound, int nearest)
    {
        foreach (var other in _others)
        {
            if (Tikafstand.Between(word, other, bound) <= nearest)
            {
                return true;
            }
        }

        return false;
    }

    private static Gemeentevondst Result(List<Gemeentenaam> names, Herkenning how)
    {
        var distinct = names.DistinctBy(static name => name.Gemeente.Code).ToArray();
        return distinct switch
        {
            [] => new Gemeentevondst.Geen(),
            [var only] => new Gemeentevondst.Een(only.Gemeente, how == Herkenning.Naam && only.OudeNaam.Length > 0 ? Herkenning.OudeNaam : how, only.OudeNaam),
            _ => new Gemeentevondst.Meer([.. distinct.Select(static name => name.Gemeente)]),
        };
    }
}
