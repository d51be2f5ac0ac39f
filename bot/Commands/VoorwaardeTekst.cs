using System.Diagnostics;
using KlachtHulp.Bot.Content;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Commands;

/// <summary>A condition of the seeds as a jurist reads it: <c>geklaagd is nee of weet_niet, en termijn KJ is loopt</c>.</summary>
internal static class VoorwaardeTekst
{
    public static string Van(Voorwaarde voorwaarde) => voorwaarde switch
    {
        Voorwaarde.FeitIs feit => $"{SnakeCase.Of(feit.Feit.ToString())} is {Waarden(feit)}",
        Voorwaarde.StandIs stand => $"termijn {stand.Termijn} is {One<Stand>(stand.Masker)}",
        Voorwaarde.Alle alle => string.Join(", en ", alle.Delen.Select(Van)),
        Voorwaarde.Een een => "(" + string.Join("; of ", een.Delen.Select(Van)) + ")",
        Voorwaarde.Niet niet => $"niet ({Van(niet.Deel)})",
        _ => throw new UnreachableException(),
    };

    private static string Waarden(Voorwaarde.FeitIs feit) => feit.Feit switch
    {
        Feit.Gevaar => One<Gevaar>(feit.Masker),
        Feit.Uitvoerder => Flags<Uitvoerder>(feit.Masker),
        Feit.Kern => Flags<Kern>(feit.Masker),
        Feit.Besluit => One<Besluit>(feit.Masker),
        Feit.Klagersrol => One<Klagersrol>(feit.Masker),
        Feit.Geklaagd => One<Geklaagd>(feit.Masker),
        Feit.Antwoord => One<Antwoord>(feit.Masker),
        Feit.Tevreden => One<Tevreden>(feit.Masker),
        Feit.Procedure => One<Procedure>(feit.Masker),
        Feit.Wens => Flags<Wens>(feit.Masker),
        Feit.AvgVerzoek => One<AvgVerzoek>(feit.Masker),
        Feit.Datalek => One<Datalek>(feit.Masker),
        Feit.Poort => One<Poortuitkomst>(feit.Masker),
        _ => One<JaNee>(feit.Masker),
    };

    private static string One<T>(int masker)
        where T : struct, Enum
        => Names<T>(value => (masker & (1 << value)) != 0);

    private static string Flags<T>(int masker)
        where T : struct, Enum
        => Names<T>(value => (masker & Feiten.Vlaggen(value)) != 0);

    private static string Names<T>(Func<int, bool> fits)
        where T : struct, Enum
        => string.Join(" of ", Enum.GetValues<T>()
            .Where(value => fits(Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture))).Select(static value => SnakeCase.Of(value.ToString())));
}
