using System.Collections.Frozen;
using System.Globalization;
using KlachtHulp.Dialogs.Recognizers.Dates;
using KlachtHulp.Dialogs.Recognizers.Numbers;

namespace KlachtHulp.Dialogs.Recognizers;

/// <summary>Turns the seeds into the forms the recognisers search in.</summary>
internal static class SeedWords
{
    public static IEnumerable<(string Word, Sense Sense)> OfTime(IReadOnlyDictionary<string, Dictionary<int, List<string>>> seed)
    {
        foreach (var (name, values) in seed)
        {
            var kind = Kind(name);
            foreach (var (value, words) in values)
            {
                foreach (var word in words)
                {
                    yield return (word, new(kind, value));
                }
            }
        }
    }

    private static TimeWord Kind(string name) => name switch
    {
        "maand" => TimeWord.Month,
        "weekdag" => TimeWord.Weekday,
        "weekdag_met_dagdeel" => TimeWord.WeekdayWithPart,
        "weekdagen_meervoud" => TimeWord.Weekdays,
        "eenheid" => TimeWord.Unit,
        "klokeenheid" => TimeWord.ClockUnit,
        "dagdeel" => TimeWord.DayPart,
        "dag_vanaf_vandaag" => TimeWord.DayOffset,
        "seizoen" => TimeWord.Season,
        "vorige" => TimeWord.Previous,
        "voorvorige" => TimeWord.BeforePrevious,
        "deze" => TimeWord.This,
        "dat" => TimeWord.That,
        "volgende" => TimeWord.Next,
        "begin" => TimeWord.Start,
        "midden" => TimeWord.Middle,
        "eind" => TimeWord.End,
        "helft" => TimeWord.Half,
        "geleden" => TimeWord.Ago,
        "rond" => TimeWord.About,
        "vlak" => TimeWord.Just,
        "vaag" => TimeWord.Vague,
        "enkele" => TimeWord.Few,
        "voor" => TimeWord.Before,
        "na" => TimeWord.After,
        "sinds" => TimeWord.Since,
        "al" => TimeWord.Already,
        "tot" => TimeWord.Until,
        "met" => TimeWord.With,
        "tussen" => TimeWord.Between,
        "en" => TimeWord.And,
        "of" => TimeWord.Or,
        "niet" => TimeWord.Not,
        "maar" => TimeWord.But,
        "van" => TimeWord.Of,
        "op" => TimeWord.At,
        "lidwoord" => TimeWord.Article,
        "nu" => TimeWord.Now,
        "anderhalf" => TimeWord.OneAndHalf,
        "halve" => TimeWord.HalfOf,
        "elke" => TimeWord.Every,
        "later" => TimeWord.Later,
        "eerst" => TimeWord.First,
        "hele" => TimeWord.Whole,
        "getal_is_geen_datum" => TimeWord.NumberIsNoDate,
        "geen_datum_erna" => TimeWord.NoDateAfter,
        "geboren" => TimeWord.Born,
        _ => throw new FormatException($"seeds/taal/tijdwoorden.yaml: unknown kind '{name}'"),
    };

    public static NumberWords OfNumbers(TelwoordenSeed seed)
    {
        var morphemes = new Dictionary<string, NumberMorpheme>(StringComparer.Ordinal);
        Add(morphemes, seed.Eenheden, NumberPart.Unit);
        Add(morphemes, seed.Tientallen, NumberPart.Ten);
        Add(morphemes, seed.Vermenigvuldigers, NumberPart.Multiplier);
        foreach (var word in seed.Bindwoord)
        {
            morphemes[word] = new(NumberPart.Link, 0, Rank: false);
        }

        return new(morphemes)
        {
            Suffixes = seed.Achtervoegsels.ToFrozenDictionary(StringComparer.Ordinal),
            Fractions = seed.Breuken.ToFrozenDictionary(StringComparer.Ordinal),
            OneAndHalf = seed.Anderhalf.ToFrozenSet(StringComparer.Ordinal),
            Dozens = seed.Dozijn.ToFrozenSet(StringComparer.Ordinal),
            Minus = seed.Min.ToFrozenSet(StringComparer.Ordinal),
        };
    }

    private static void Add(Dictionary<string, NumberMorpheme> morphemes, List<TelwoordSeed> words, NumberPart part)
    {
        foreach (var word in words)
        {
            word.Woord.ForEach(form => morphemes[form] = new(part, word.Waarde, Rank: false));
            word.Rang.ForEach(form => morphemes[form] = new(part, word.Waarde, Rank: true));
        }
    }

    public static IEnumerable<KeyValuePair<string, Feast>> OfFeasts(IReadOnlyList<FeestdagSeed> seed, IReadOnlyDictionary<string, List<string>> islamic)
    {
        foreach (var row in seed)
        {
            var feast = OfRow(row, islamic);
            foreach (var name in row.Namen)
            {
                yield return KeyValuePair.Create(name, feast);
            }
        }
    }

    private static Feast OfRow(FeestdagSeed row, IReadOnlyDictionary<string, List<string>> islamic) => row.Soort switch
    {
        "vast" => new Feast.Fixed(row.Maand, row.Dag) { Name = row.Naam, Days = row.Duur, Vague = row.Wazig },
        "pasen" => new Feast.FromEaster(row.Dagen) { Name = row.Naam, Days = row.Duur, Vague = row.Wazig },
        "weekdag" => new Feast.NthWeekday(row.Maand, row.Weekdag, row.Nummer) { Name = row.Naam, Days = row.Duur, Vague = row.Wazig },
        "islam" => new Feast.Listed([.. islamic[row.Tabel].Select(Day)]) { Name = row.Naam, Days = row.Duur, Vague = row.Wazig },
        _ => throw new FormatException($"seeds/taal/feestdagen.yaml: unknown kind '{row.Soort}' of {row.Naam}"),
    };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static IEnumerable<KeyValuePair<string, YesNo>> OfAnswers(JaNeeSeed seed)
        => seed.Ja.Select(static phrase => KeyValuePair.Create(phrase, YesNo.Yes))
            .Concat(seed.Nee.Select(static phrase => KeyValuePair.Create(phrase, YesNo.No)))
            .Concat(seed.WeetNiet.Select(static phrase => KeyValuePair.Create(phrase, YesNo.Unknown)));
}
