using System.Globalization;
using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Bot.Beheer;

/// <summary>Numbers for the klachtencoördinator, in which nobody can be recognised: a number under five is not shown.</summary>
public sealed record Statistiek(IReadOnlyList<Aantal> Kanalen, IReadOnlyList<Aantal> Uitkomsten, IReadOnlyList<Uitval> Vragen)
{
    /// <summary>Smallest number that is shown.</summary>
    public const int Kleinste = 5;

    public static Statistiek Van(IReadOnlyList<Tally> tallies)
    {
        Dictionary<string, long> Sum(string name) => tallies.Where(tally => tally.Name == name).GroupBy(static tally => tally.Label, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.Sum(static tally => tally.Count), StringComparer.Ordinal);
        var answered = Sum("antwoorden");
        return new(
            Largest(Sum("gesprekken")),
            Largest(Sum("uitkomsten")),
            [.. Sum("vragen").Select(pair => new Uitval(pair.Key, pair.Value, Math.Max(0, pair.Value - answered.GetValueOrDefault(pair.Key))))
                .OrderByDescending(static row => row.Gesteld).ThenBy(static row => row.Vraag, StringComparer.Ordinal)]);
    }

    /// <summary>A number as it may be shown.</summary>
    public static string Toon(long aantal) => aantal is > 0 and < Kleinste ? $"minder dan {Kleinste}" : aantal.ToString(CultureInfo.InvariantCulture);

    private static IReadOnlyList<Aantal> Largest(Dictionary<string, long> sums)
        => [.. sums.Select(static pair => new Aantal(pair.Key, pair.Value)).OrderByDescending(static row => row.Keer).ThenBy(static row => row.Wat, StringComparer.Ordinal)];
}

public sealed record Aantal(string Wat, long Keer);

/// <summary>How many left at a question.</summary>
/// <param name="Vraag">Id of the question.</param>
/// <param name="Gesteld">How often it was put.</param>
/// <param name="Zonder">How often no answer came.</param>
public sealed record Uitval(string Vraag, long Gesteld, long Zonder)
{
    /// <summary>As it may be shown: a small difference of two shown numbers would still point at somebody.</summary>
    public string ZonderTekst => Gesteld < Statistiek.Kleinste ? Statistiek.Toon(Gesteld) : Statistiek.Toon(Zonder);
}
