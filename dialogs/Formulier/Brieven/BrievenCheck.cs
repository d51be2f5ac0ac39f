using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Dialogs.Formulier.Brieven;

/// <summary>Everything that is wrong with seeds/brieven.</summary>
/// <remarks>Source: none in law; each letter names its own article.</remarks>
public static class BrievenCheck
{
    private const int LongestSentence = 20;
    private const int LongestLink = 60;

    private static IReadOnlyList<string> Adressen => ["gemeente", "gemeente_rechtspersoon", "privacy", "ander"];

    /// <param name="vandaag">The day in the Netherlands.</param>
    public static IEnumerable<SeedProblem> Problems(IReadOnlyList<Briefsoort> brieven, Routetabel routes, DateOnly vandaag) =>
    [
        .. HerkomstCheck.Twice("brieven", brieven.Select(static brief => brief.Id)),
        .. brieven.SelectMany(brief => HerkomstCheck.Problems($"brieven {brief.Id}", brief.Herkomst, vandaag)),
        .. brieven.SelectMany(brief => Brief(brief, routes).Select(text => SeedProblem.Error($"brieven {brief.Id}: {text}"))),
    ];

    private static IEnumerable<string> Brief(Briefsoort brief, Routetabel routes)
    {
        string[] altijd = [.. brief.Alineas.Where(static alinea => alinea.Als.Count == 0 && alinea.Zonder.Count == 0).SelectMany(Teksten), "{naam} {adres}"];
        string[] elders = [.. brief.Alineas.Where(static alinea => alinea.Als.Count > 0).SelectMany(Teksten)];
        return
        [
            .. brief.Route.Length > 0 && routes.Soorten.All(soort => soort.Code != brief.Route) ? [$"there is no route {brief.Route}."] : Array.Empty<string>(),
            .. Adressen.Contains(brief.Aan) ? Array.Empty<string>() : [$"'{brief.Aan}' is no addressee."],
            .. brief.Link.Length is 0 or > LongestLink ? [$"a link has 1 to {LongestLink} characters, this one {brief.Link.Length}."] : Array.Empty<string>(),
            .. brief.Vereist.Where(place => !Staat(place, altijd) && !TweeKeer(brief, place, elders)).Select(static place => $"{{{place}}} is required and does not stand in every version."),
            .. brief.Alineas.SelectMany(static alinea => Teksten(alinea).SelectMany(Words.Placeholders).Concat(alinea.Als).Concat(alinea.Zonder))
                .Where(static place => !Briefplaatsen.Namen.Contains(place)).Select(static place => $"{{{place}}} is no place."),
            .. brief.Alineas.SelectMany(Teksten).SelectMany(Zinnen).Where(static zin => Woorden(zin) > LongestSentence || zin.Contains('!', StringComparison.Ordinal))
                .Select(static zin => $"a sentence has at most {LongestSentence} words and no exclamation mark: {zin}"),
        ];
    }

    private static bool Staat(string place, IEnumerable<string> teksten) => teksten.Any(tekst => tekst.Contains($"{{{place}}}", StringComparison.Ordinal));

    /// <summary>A place may also stand in a paragraph for when it is known, beside one for when it is not.</summary>
    private static bool TweeKeer(Briefsoort brief, string place, string[] elders)
        => Staat(place, elders) && brief.Alineas.Any(alinea => alinea.Zonder.Contains(place));

    private static IEnumerable<string> Teksten(Briefalinea alinea) => alinea.Punten.Prepend(alinea.Tekst);

    private static IEnumerable<string> Zinnen(string tekst) => tekst.Split(['.', '?', ':'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static int Woorden(string zin) => zin.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
