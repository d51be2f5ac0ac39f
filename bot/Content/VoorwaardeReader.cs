using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Content;

/// <summary>Reads a condition: a mapping of facts to values, with <c>een</c>, <c>niet</c> and <c>termijn</c> for the rest.</summary>
internal static class VoorwaardeReader
{
    public static Voorwaarde Read(YamlRow row)
    {
        var delen = row.Keys.SelectMany(key => Deel(row, key)).ToArray();
        if (delen.Length == 0)
        {
            row.Problem("there is no condition.");
        }

        row.Done();
        return delen.Length == 1 ? delen[0] : new Voorwaarde.Alle(delen);
    }

    private static List<Voorwaarde> Deel(YamlRow row, string key) => key switch
    {
        "een" => [new Voorwaarde.Een([.. row.Rows(key).Select(Read)])],
        "niet" => [new Voorwaarde.Niet(Read(row.Row(key)))],
        "termijn" => Standen(row.Row(key)),
        _ => [Is(row, key)],
    };

    private static Voorwaarde.FeitIs Is(YamlRow row, string key)
    {
        if (!SnakeCase.TryParse<Feit>(key, out var feit))
        {
            row.Problem($"'{key}' is not a fact.");
        }

        var masker = 0;
        foreach (var text in row.List(key))
        {
            var bit = Bit(feit, text);
            if (bit == 0)
            {
                row.Problem($"'{text}' is not a value of '{key}'.");
            }

            masker |= bit;
        }

        return new Voorwaarde.FeitIs(feit, masker);
    }

    private static List<Voorwaarde> Standen(YamlRow row)
    {
        var standen = new List<Voorwaarde>();
        foreach (var code in row.Keys)
        {
            var masker = 0;
            foreach (var text in row.List(code))
            {
                var bit = One<Stand>(text);
                if (bit == 0)
                {
                    row.Problem($"'{text}' is not a stand.");
                }

                masker |= bit;
            }

            standen.Add(new Voorwaarde.StandIs(code, masker));
        }

        row.Done();
        return standen;
    }

    /// <summary>The bit of a value, or 0 when the fact has no such value.</summary>
    private static int Bit(Feit feit, string text) => feit switch
    {
        Feit.Gevaar => One<Gevaar>(text),
        Feit.Uitvoerder => Flag<Uitvoerder>(text),
        Feit.Kern => Flag<Kern>(text),
        Feit.Besluit => One<Besluit>(text),
        Feit.Klagersrol => One<Klagersrol>(text),
        Feit.Geklaagd => One<Geklaagd>(text),
        Feit.Antwoord => One<Antwoord>(text),
        Feit.Tevreden => One<Tevreden>(text),
        Feit.Procedure => One<Procedure>(text),
        Feit.Wens => Flag<Wens>(text),
        Feit.AvgVerzoek => One<AvgVerzoek>(text),
        Feit.Datalek => One<Datalek>(text),
        Feit.Poort => One<Poortuitkomst>(text),
        _ => One<JaNee>(text),
    };

    private static int One<T>(string text)
        where T : struct, Enum
        => SnakeCase.TryParse<T>(text, out var value) ? 1 << Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture) : 0;

    private static int Flag<T>(string text)
        where T : struct, Enum
        => SnakeCase.TryParse<T>(text, out var value) ? Feiten.Vlaggen(Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture)) : 0;
}
