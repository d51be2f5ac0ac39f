using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Recht;
using KlachtHulp.Dialogs.Topics;

namespace KlachtHulp.Dialogs.Formulier.Brieven;

/// <summary>Makes a letter of seeds/brieven. What the letter needs and nobody said becomes a dotted line, to be filled in with a pen.</summary>
public sealed class BriefBouwer(Regels regels)
{
    /// <summary>What stands where something is to be filled in by hand.</summary>
    public const string Stippellijn = "......................................";

    public Papier Maak(Briefsoort brief, Bron bron, Eindstand stand)
    {
        var places = Briefplaatsen.Van(bron, stand, regels, brief.ReactieWeken);
        List<Blok> blokken =
        [
            new Blok.Regels([Place(places, "naam"), .. Place(places, "adres").Split('\n')]),
            new Blok.Regels(Addressee(brief, bron, places)),
            new Blok.Regels([DagInWoorden.Van(bron.Today), .. Reference(bron, places)]),
            new Blok.Kop(1, brief.Naam),
            new Blok.Alinea(brief.Aanhef),
            .. brief.Alineas.Where(alinea => Applies(alinea, places)).SelectMany(alinea => Paragraph(alinea, places)),
            new Blok.Alinea(bron.Words.Message("brief.groet")),
            new Blok.Regels([bron.Words.Message("brieven.handtekening", Values("lijn", Stippellijn)), Place(places, "naam")]),
        ];
        return new Papier(brief.Naam, "nl-NL", bron.Today, blokken);
    }

    private static bool Applies(Briefalinea alinea, IReadOnlyDictionary<string, string> places)
        => alinea.Als.All(places.ContainsKey) && !alinea.Zonder.Any(places.ContainsKey);

    private static IEnumerable<Blok> Paragraph(Briefalinea alinea, IReadOnlyDictionary<string, string> places)
    {
        var text = Fill(alinea.Tekst, places);
        yield return alinea.Citaat ? new Blok.Citaat(text) : new Blok.Alinea(text);
        if (alinea.Punten.Count > 0)
        {
            yield return new Blok.Lijst([.. alinea.Punten.Select(point => Fill(point, places))]);
        }
    }

    private static IReadOnlyList<string> Addressee(Briefsoort brief, Bron bron, IReadOnlyDictionary<string, string> places)
    {
        var gemeente = Fill(bron.Words.Text("brieven.gemeente"), places);
        return brief.Aan switch
        {
            "gemeente" => [Fill(bron.Words.Text("brieven.aan_college"), places), gemeente, .. Address(bron)],
            "privacy" => [Fill(bron.Words.Text("brieven.aan_privacy"), places), gemeente, .. Address(bron)],
            "gemeente_rechtspersoon" => [gemeente, .. Address(bron)],
            _ => [Fill(bron.Words.Text($"brieven.aan_{brief.Aan}"), places)],
        };
    }

    private static IReadOnlyList<string> Address(Bron bron)
        => bron.Knowledge.InstellingVan(bron.Position.Answers.Text(VerhaalDialog.Gemeente), bron.Today)?.Adres ?? [];

    private static IEnumerable<string> Reference(Bron bron, IReadOnlyDictionary<string, string> places)
        => places.TryGetValue("kenmerk", out var kenmerk) ? [bron.Words.Message("brieven.uw_kenmerk", Values("kenmerk", kenmerk))] : [];

    private static string Fill(string text, IReadOnlyDictionary<string, string> places)
        => Words.Placeholders(text).Aggregate(text, (filled, name) => filled.Replace($"{{{name}}}", Place(places, name), StringComparison.Ordinal));

    private static string Place(IReadOnlyDictionary<string, string> places, string name) => places.GetValueOrDefault(name) ?? Stippellijn;

    private static Dictionary<string, string> Values(string name, string value) => new(StringComparer.Ordinal) { [name] = value };
}
