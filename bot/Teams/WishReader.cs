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
    private const int CodeLength = 12;
    private const int CodeGroup = 4;
    private const int ReferenceLength = 14;

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
            "verdaagd" when zaak is not null => new Wish.Verdaagd(zaak, Text(data, "aan") == "ja"),
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
            return taking && named is Wish.Nieuw begin && !typed.Contains(' ', StringComparison.Ordinal) ? begin with { Getypt = typed } : named;
        }

        return taking ? Taken(typed) : Found(typed) ?? new Wish.Menu();
    }

    private static Wish Typed(string term) => Found(term.Trim()) ?? new Wish.Zoek(term.Trim());

    /// <summary>While a klacht is open words are an answer, unless they have the shape in which a reference or a code is printed. What only may be a code is kept as an answer beside it.</summary>
    private static Wish Taken(string typed)
    {
        var answer = new Wish.Antwoord(new Incoming.Said(typed), Zaak: null);
        return typed.Length > LongestWord ? answer
            : Reference.IsMatch(typed) ? new Wish.Zoek(Kenmerk(Bare(typed)))
            : Code.Match(typed) is not { Success: true } code ? answer
            : code.Groups["word"].Success ? new Wish.Verder(code.Groups["code"].Value)
            : new Wish.Verder(typed, typed, LooksMade(typed, Bare(typed)));
    }

    /// <summary>With nothing open there is nothing to answer: only the letters and digits count.</summary>
    private static Wish? Found(string typed)
    {
        if (typed.Length > LongestWord)
        {
            return null;
        }

        var bare = Bare(Prefix.Replace(typed, ""));
        return bare.Length == ReferenceLength && bare.StartsWith("KH", StringComparison.Ordinal) ? new Wish.Zoek(Kenmerk(bare))
            : bare.Length == CodeLength ? new Wish.Verder(bare)
            : null;
    }

    private static string Bare(string typed) => string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    /// <param name="bare">KH and twelve letters or digits.</param>
    private static string Kenmerk(string bare) => $"KH-{bare[2..6]}-{bare[6..10]}-{bare[10..]}";

    /// <summary>Letters and digits in one group, or capitals or digits without a space: nobody writes a sentence like that, but the number of a letter may look so.</summary>
    private static bool LooksMade(string typed, string bare)
        => bare.Chunk(CodeGroup).Any(static group => group.Any(char.IsAsciiDigit) && group.Any(char.IsAsciiLetter))
            || (!typed.Contains(' ', StringComparison.Ordinal) && (typed.Any(char.IsAsciiDigit) || !typed.Any(char.IsAsciiLetterLower)));

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

    [GeneratedRegex(@"^KH([ -]?[A-Z0-9]{4}){3}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Reference { get; }

    [GeneratedRegex(@"^(?<word>code[:\s]\s*)?(?<code>[A-Z0-9]{4}[ -]?[A-Z0-9]{4}[ -]?[A-Z0-9]{4})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Code { get; }

    [GeneratedRegex(@"^code[:\s]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Prefix { get; }
}
