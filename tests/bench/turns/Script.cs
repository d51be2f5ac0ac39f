namespace KlachtHulp.Bench.Turns;

/// <summary>What is said in each conversation, and a part of what must be answered.</summary>
internal sealed record Line(string Say, string Expect);

internal static class Script
{
    /// <summary>Twelve turns: a story, choices, a date.</summary>
    public static IReadOnlyList<Line> Klacht { get; } =
    [
        new("Ik heb drie keer gebeld over mijn uitkering. Niemand belde mij terug en ik kreeg geen brief.", "Over welke gemeente gaat het?"),
        new("Utrecht", "Voor wie werkt de persoon die dit deed?"),
        new("Voor de gemeente", "Voor wie klaagt u?"),
        new("Voor mijzelf", "Kreeg u hierover een brief"),
        new("nee", "Loopt hierover al een bezwaar"),
        new("Nee, geen van beide", "Hebt u hierover al bij de gemeente geklaagd?"),
        new("nee", "Waar gaat uw klacht vooral over?"),
        new("Een belofte of afspraak ging niet door", "Wat voor belofte of afspraak was het?"),
        new("Dat ik een opleiding mocht volgen.", "Wat zou u krijgen of houden?"),
        new("weet ik niet", "Wat zei of schreef de gemeente precies?"),
        new("Dat ik die cursus van haar mocht doen.", "Wie zei of schreef dat?"),
        new("15 oktober 2025", "Wat was het werk van die persoon?"),
    ];

    public static IReadOnlyList<Line> Floor { get; } = [.. Klacht.Select(static line => line with { Expect = "Gehoord." })];
}
