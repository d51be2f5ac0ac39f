using System.Globalization;
using System.Text.Json.Nodes;
using KlachtHulp.Bot.Teams.Boek;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Teams.Kaarten;

/// <summary>The klachten that were taken in, nearest last day first.</summary>
/// <param name="warningDays">From how many days before it a last day is near.</param>
internal sealed class LijstKaart(Words words, BalieKaarten screens, int warningDays)
{
    public const int PageSize = 8;

    public Kaart Maak(Balielijst list, int page, DateOnly today)
    {
        var ordered = Geordend(list);
        var pages = Math.Max(1, (ordered.Count + PageSize - 1) / PageSize);
        var here = Math.Min(page, pages - 1);
        var rows = ordered.Skip(here * PageSize).Take(PageSize).ToList();
        var title = words.Message(ordered.Count == 0 ? "balie.lijst.leeg" : "balie.lijst.titel", BalieKaarten.Values(
            ("aantal", Number(ordered.Count)), ("blad", Number(here + 1)), ("bladen", Number(pages))));
        return new Kaart(
            [Deel.Kop(title), .. rows.Select(zaak => Vak(zaak, today)), Deel.Knoppen([.. Pages(here, pages), screens.Menu()])],
            string.Join("\n\n", rows.Select(zaak => string.Join('\n', Regels(zaak, today).Select(static line => line.Text))).Prepend(title)),
            words.Message("balie.melding.lijst"));
    }

    /// <summary>One klacht, as found by its reference.</summary>
    public Kaart Een(Zaak zaak, DateOnly today) => new(
        [Vak(zaak, today), Deel.Knoppen([.. Behandeld(zaak), screens.Menu()])],
        string.Join('\n', Regels(zaak, today).Select(static line => line.Text)),
        words.Message("balie.melding.lijst"));

    /// <summary>The same, after it was put off or not after all.</summary>
    public Kaart Verdaagd(Zaak zaak, DateOnly today) => Een(zaak, today).Na(words.Message(zaak.Verdaagd ? "balie.verdaagd" : "balie.niet_verdaagd"));

    /// <summary>What can be noted of a klacht that was sent.</summary>
    private IEnumerable<JsonObject> Behandeld(Zaak zaak)
    {
        if (zaak.Ontvangen is not null)
        {
            var title = words.Message(zaak.Verdaagd ? "balie.knop.niet_verdaagd" : "balie.knop.verdaagd");
            yield return Deel.Knop(title, Deel.Data("verdaagd", ("zaak", zaak.Kenmerk), ("aan", zaak.Verdaagd ? "nee" : "ja")));
        }

        if (zaak.IsVerstuurd)
        {
            yield return Deel.Knop(words.Message("balie.knop.afgehandeld"), Deel.Data("afgehandeld", ("zaak", zaak.Kenmerk)));
        }
    }

    public bool IsNear(Zaak zaak, DateOnly today) => zaak.Dagen.Any(day => DaysLeft(day, today) is >= 0 && DaysLeft(day, today) <= warningDays) || IsLate(zaak, today);

    private static bool IsLate(Zaak zaak, DateOnly today) => zaak.Dagen.Any(day => day.Dag < today);

    /// <summary>Nearest last day first.</summary>
    public static IReadOnlyList<Zaak> Geordend(Balielijst list)
        => [.. list.Zaken.OrderBy(static zaak => zaak.Dagen.Select(static day => day.Dag).DefaultIfEmpty(DateOnly.MaxValue).Min()).ThenByDescending(static zaak => zaak.Begonnen)];

    private JsonObject Vak(Zaak zaak, DateOnly today)
    {
        var lines = Regels(zaak, today).Select(static line => Line(line.Text, line.Colour, line.Bold));
        return Deel.Vak("emphasis", [.. lines, .. zaak.IsVerstuurd ? Array.Empty<JsonObject>() : [Deel.Knoppen(screens.Open(zaak.Kenmerk))]]);
    }

    private static JsonObject Line(string text, string colour, bool bold)
    {
        var line = Deel.Tekst(text, bold: bold);
        line["color"] = colour;
        line["spacing"] = "small";
        return line;
    }

    /// <summary>The words say what the colour says.</summary>
    private IEnumerable<(string Text, string Colour, bool Bold)> Regels(Zaak zaak, DateOnly today)
    {
        yield return (zaak.Kenmerk, "default", true);
        var stand = words.Message($"balie.stand.{Name(zaak.Stand)}", BalieKaarten.Values(("dag", DagInWoorden.Van(Amsterdam.Day(zaak.Begonnen)))));
        yield return (stand, zaak.Stand == Zaakstand.Mislukt ? "attention" : "default", false);
        if (zaak.Verdaagd)
        {
            yield return (words.Message("balie.stand.verdaagd"), "default", false);
        }

        foreach (var day in zaak.Dagen)
        {
            var left = DaysLeft(day, today);
            yield return (words.Message(Key(left), BalieKaarten.Values(("naam", day.Naam), ("dag", DagInWoorden.Van(day.Dag)), ("over", Number(Math.Abs(left))))), left <= warningDays ? "attention" : "default", left <= warningDays);
        }
    }

    private string Key(int left) => left switch
    {
        < 0 => "balie.dag.voorbij",
        0 => "balie.dag.vandaag",
        1 => "balie.dag.morgen",
        _ when left <= warningDays => "balie.dag.bijna",
        _ => "balie.dag.later",
    };

    private IEnumerable<JsonObject> Pages(int here, int pages)
    {
        if (here > 0)
        {
            yield return Deel.Knop(words.Message("balie.knop.vorige"), Deel.Data("lijst", ("blad", Number(here - 1))));
        }

        if (here < pages - 1)
        {
            yield return Deel.Knop(words.Message("balie.knop.volgende"), Deel.Data("lijst", ("blad", Number(here + 1))));
        }
    }

    private static int DaysLeft(LaatsteDag day, DateOnly today) => day.Dag.DayNumber - today.DayNumber;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Name(Zaakstand stand) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(stand.ToString());
}
