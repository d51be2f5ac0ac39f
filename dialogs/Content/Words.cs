using System.Collections.Frozen;
using System.Text.RegularExpressions;
using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Dialogs.Content;

/// <summary>The words of one question.</summary>
public sealed record QuestionWords
{
    /// <summary>A question whose words are missing; the check at start-up refuses it.</summary>
    public static QuestionWords Missing { get; } = new() { Vraag = "" };

    /// <summary>The question itself: one sentence, B1.</summary>
    public required string Vraag { get; init; }

    /// <summary>The question to somebody of whom it is not the first complaint, or when it needs other words the second time; empty for the same.</summary>
    public string VraagVolgend { get; init; } = "";

    /// <summary>Help under the question.</summary>
    public string Hulp { get; init; } = "";

    /// <summary>Why it is asked.</summary>
    public string Waarom { get; init; } = "";

    /// <summary>A few words for the overview and the form.</summary>
    public string Kort { get; init; } = "";

    /// <summary>Words of the options by id.</summary>
    public IReadOnlyDictionary<string, OptionWords> Opties { get; init; } = new Dictionary<string, OptionWords>();
}

/// <param name="Titel">On the button, in the first person where that fits.</param>
/// <param name="Synoniemen">Other ways in which people say it.</param>
public sealed record OptionWords(string Titel, IReadOnlyList<string> Synoniemen)
{
    private ChoiceOption? _choice;
    private ChoiceOption? _said;

    /// <summary>How the option is written on the form, when that differs from the button; empty for the same.</summary>
    public string OpFormulier { get; init; } = "";

    /// <summary>The option as it is recognised: by its title, its synonyms and its id.</summary>
    /// <remarks>Made once; an option with another title makes its own.</remarks>
    public ChoiceOption Choice(string id)
        => _choice is { } known && known.Id == id && known.Name == Titel ? known : _choice = new ChoiceOption(id, [Titel, .. Synoniemen, id]);

    /// <summary>The same by its synonyms only.</summary>
    public ChoiceOption Said(string id) => _said is { } known && known.Id == id ? known : _said = new ChoiceOption(id, Synoniemen);
}

/// <summary>All words of one language.</summary>
/// <param name="Language">BCP-47, for example nl.</param>
public sealed partial record Words(string Language, IReadOnlyDictionary<string, QuestionWords> Questions, IReadOnlyDictionary<string, string> Messages)
{
    private FullerKeys? _fuller;

    /// <summary>U+2068: what follows has its own direction, up to U+2069.</summary>
    private const char Isolate = '\u2068';
    private const char PopIsolate = '\u2069';

    /// <summary>The same words for somebody under 18, with "je"; null when there are none.</summary>
    public Words? Young { get; init; }

    /// <summary>The words that stand in for what this language lacks; null for Dutch.</summary>
    public Words? Fallback { get; init; }

    /// <summary>Written from right to left.</summary>
    public bool RightToLeft => Messages.GetValueOrDefault("taal.richting") == "rtl";

    /// <param name="young">Whether to speak to somebody under 18.</param>
    public Words For(bool young) => young ? Young ?? this : this;

    public QuestionWords Question(string id) => Questions.GetValueOrDefault(id) ?? Fallback?.Question(id) ?? QuestionWords.Missing;

    /// <summary>Stands between a key and the name of a value in the key of the fuller words for when that value is known.</summary>
    public const string With = "_met_";

    /// <summary>Whether there are fuller words under this key for when some value is known.</summary>
    public bool HasFuller(string key) => Fuller.Keys.Contains(key) || Fallback?.HasFuller(key) == true;

    public bool Has(string key) => Messages.ContainsKey(key) || Fallback?.Has(key) == true;

    /// <remarks>Made once; a copy with other messages makes its own.</remarks>
    private FullerKeys Fuller => _fuller is { } known && ReferenceEquals(known.Of, Messages) ? known : _fuller = FullerKeys.In(Messages);

    /// <summary>A message with its placeholders filled in; a placeholder without a value stays empty.</summary>
    public string Message(string key, IReadOnlyDictionary<string, string>? values = null)
        => Filled(Text(key), values);

    /// <summary>A message as it is written; the Dutch one when this language lacks it.</summary>
    public string Text(string key)
        => Messages.GetValueOrDefault(key) ?? (Fallback ?? throw new KeyNotFoundException($"No words for {key} in {Language}.")).Text(key);

    /// <summary>A text of this language with its placeholders filled in; from right to left each value keeps its own direction.</summary>
    public string Filled(string text, IReadOnlyDictionary<string, string>? values)
        => Fill(text, RightToLeft ? values?.ToDictionary(static pair => pair.Key, static pair => $"{Isolate}{pair.Value}{PopIsolate}", StringComparer.Ordinal) : values);

    /// <summary>Replaces <c>{name}</c> by its value.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string>? values)
        => text.Contains('{', StringComparison.Ordinal)
            ? Placeholder.Replace(text, match => values?.GetValueOrDefault(match.Groups["naam"].Value) ?? "").Replace("  ", " ", StringComparison.Ordinal).Trim()
            : text;

    /// <summary>The placeholders in a text.</summary>
    public static IEnumerable<string> Placeholders(string text) => Placeholder.Matches(text).Select(static match => match.Groups["naam"].Value);

    private sealed record FullerKeys(IReadOnlyDictionary<string, string> Of, FrozenSet<string> Keys)
    {
        public static FullerKeys In(IReadOnlyDictionary<string, string> messages)
            => new(messages, messages.Keys.Where(static key => key.Contains(With, StringComparison.Ordinal)).Select(static key => key[..key.IndexOf(With, StringComparison.Ordinal)])
                .ToFrozenSet(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\{(?<naam>[a-z_]+(:[A-Z]+)?)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Placeholder { get; }
}

/// <summary>The words of every language; Dutch is complete and stands in for what another lacks.</summary>
public sealed record Catalogue(IReadOnlyDictionary<string, Words> Languages)
{
    public const string Dutch = "nl";

    /// <summary>Words of a language, or Dutch when there are none.</summary>
    public Words In(string language) => Languages.GetValueOrDefault(language) ?? Languages[Dutch];
}
