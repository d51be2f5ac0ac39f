using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Turns;

namespace KlachtHulp.Tests.Support;

/// <summary>Answers a resident could give to what is on screen. The words of a text answer hold its path and number, so that they can be found again.</summary>
internal static class Samples
{
    private static readonly string[] Days = ["12 maart 2026", "in oktober 2018", "vorige week", "in 2019", "1 mei 2024", "vorige zomer"];
    private static readonly string[] Amounts = ["150 euro", "€ 12,50", "1.250,00"];
    private static readonly string[] Gemeenten = ["Utrecht", "Zaanstad", "Groningen"];

    private static readonly Dictionary<string, string[]> Contact = new(StringComparer.Ordinal)
    {
        ["gegevens.naam"] = ["Fenna Voorbeeld", "J. van der Proef"],
        ["ondertekening"] = ["Fenna Voorbeeld", "J. van der Proef"],
        ["gegevens.adres"] = ["Voorbeeldstraat 12, 1234 AB Voorbeeldstad", "Postbus 5, 9999 ZZ Proefdorp"],
        ["gegevens.email"] = ["fenna@voorbeeld.nl", "proef@voorbeeld.nl"],
        ["gegevens.telefoon"] = ["0612345678", "020 123 45 67"],
    };

    /// <param name="pick">Which of the possible answers; any number will do.</param>
    public static Incoming Answer(VraagPrompt asked, int pick) => asked.Opties.Count > 0 ? Button(asked, pick) : new Incoming.Said(Typed(asked, pick));

    /// <summary>The same in words, for a client without buttons.</summary>
    public static string Typed(VraagPrompt asked, int pick)
    {
        var id = Tree.IdOf(asked.Vraag);
        return asked switch
        {
            { Opties.Count: > 0 } => asked.Opties[pick % asked.Opties.Count].Titel,
            { Soort: Soort.Datum } => Days[pick % Days.Length],
            { Soort: Soort.Bedrag } => Amounts[pick % Amounts.Length],
            _ when id == "gemeente" => Gemeenten[pick % Gemeenten.Length],
            _ => Contact.TryGetValue(id, out var values) ? values[pick % values.Length] : Marker(asked.Vraag, pick),
        };
    }

    /// <summary>Words that occur nowhere else.</summary>
    public static string Marker(string path, int pick) => $"Woorden bij {path} nummer {pick} einde";

    private static Incoming.Chose Button(VraagPrompt asked, int pick)
    {
        if (asked.Soort != Soort.Meerkeuze)
        {
            var one = asked.Opties[pick % asked.Opties.Count];
            return new Incoming.Chose(asked.Vraag, one.Id, one.Titel);
        }

        var mask = 1 + (pick % ((1 << asked.Opties.Count) - 1));
        var chosen = asked.Opties.Where((_, index) => (mask & (1 << index)) != 0).ToList();
        return new Incoming.Chose(asked.Vraag, string.Join(',', chosen.Select(static option => option.Id)), string.Join(", ", chosen.Select(static option => option.Titel)));
    }

    public static bool IsPending(VraagPrompt asked) => asked.Vraag is Pending.ConfirmPath or Pending.WeighPath;
}
