using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;

namespace KlachtHulp.Bot.Teams;

/// <summary>From an activity to what the staff member wants. Data of cards come back from a client, so everything in them may be anything.</summary>
internal sealed partial class WishReader(Words words)
{
    private const int LongestWord = 64;
    private const int MostPages = 1000;

    /// <summary>A button of a card, or its inputs.</summary>
    public static Wish FromData(JsonElement data)
    {
        var zaak = Text(data, "zaak");
        return Text(data, "balie") switch
        {
            "nieuw" => new Wish.Nieuw(Text(data, "wijze") == "balie" ? "balie" : "telefoon"),
            "lijst" => new Wish.Lijst(int.TryParse(Text(data, "blad"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page < MostPages ? page : 0),
            "zoek" => Typed(Text(data, "zoekterm") ?? ""),
            "open" when zaak is not null => new Wish.Open(zaak),
            "overdragen" => new Wish.Overdragen(zaak),
            "overzicht" => new Wish.Overzicht(zaak),
            "toelichting" => new Wish.Toelichting(Text(data, "vraag") ?? "", zaak),
            "afgehandeld" when zaak is not null => new Wish.Afgehandeld(zaak),
            "opdracht" => Command(Text(data, "opdracht"), Text(data, "wijzig") ?? Text(data, "vraag"), zaak),
            "antwoord" => Answer(data, zaak),
            _ => new Wish.Menu(),
        };
    }

    /// <summary>Typed words: a word of the helpdesk, a reference, a code, or an answer to the question.</summary>
    public Wish FromText(string text, bool taking)
    {
        var typed = text.Trim();
        if (typed.Length <= LongestWord && Named(typed) is { } named)
        {
            return named;
        }

        return Found(typed) ?? (taking ? new Wish.Antwoord(new Incoming.Said(typed), Zaak: null) : new Wish.Menu());
    }

    private static Wish Typed(string term) => Found(term.Trim()) ?? new Wish.Zoek(term.Trim());

    private static Wish? Found(string typed) => typed.Length > LongestWord ? null
        : Reference.IsMatch(typed) ? new Wish.Zoek(typed.ToUpperInvariant())
        : Code.Match(typed) is { Success: true } code ? new Wish.Verder(code.Groups["code"].Value)
        : null;

    private Wish? Named(string typed)
    {
        var word = typed.ToLowerInvariant();
        return Is("menu") ? new Wish.Menu()
            : Is("telefoon") ? new Wish.Nieuw("telefoon")
            : Is("balie") ? new Wish.Nieuw("balie")
            : Is("lijst") ? new Wish.Lijst(0)
            : Is("overdragen") ? new Wish.Overdragen(Zaak: null)
            : Is("overzicht") ? new Wish.Overzicht(Zaak: null)
            : Is("toelichting") ? new Wish.Toelichting("", Zaak: null)
            : null;

        bool Is(string name) => words.Message($"balie.woord.{name}").Split(',', StringSplitOptions.TrimEntries).Contains(word, StringComparer.Ordinal);
    }

    private static Wish Command(string? name, string? argument, string? zaak)
        => Enum.TryParse<Command>(name, ignoreCase: true, out var command) && name!.All(char.IsLetter)
            ? new Wish.Antwoord(new Incoming.Commanded(command, argument), zaak)
            : new Wish.Menu();

    /// <summary>A day chosen in the calendar counts when nothing was typed.</summary>
    private static Wish Answer(JsonElement data, string? zaak)
    {
        var answer = Text(data, "antwoord")?.Trim() is { Length: > 0 } given ? given : Text(data, "dag")?.Trim() ?? "";
        return answer.Length > 0 && Text(data, "vraag") is { } path
            ? new Wish.Antwoord(new Incoming.Chose(path, answer, answer), zaak)
            : new Wish.Leeg(zaak);
    }

    private static string? Text(JsonElement data, string name) => data.ValueKind == JsonValueKind.Object && data.TryGetProperty(name, out var member)
        ? member.ValueKind switch
        {
            JsonValueKind.String => member.GetString(),
            JsonValueKind.Number => member.GetRawText(),
            _ => null,
        }
        : null;

    [GeneratedRegex(@"^KH(-[A-Z0-9]{4}){3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Reference { get; }

    [GeneratedRegex(@"^(code\s+)?(?<code>[A-Z0-9]{4}[ -][A-Z0-9]{4}[ -][A-Z0-9]{4})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Code { get; }
}
