using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers;

/// <summary>Hears that a resident wants another language: "english", "türkçe". Only when nothing else is said.</summary>
public sealed class LanguageReader
{
    private readonly PhraseBook<string> _names;

    /// <param name="names">What is typed, by language (BCP-47).</param>
    public LanguageReader(IEnumerable<(string Language, IReadOnlyList<string> Names)> names)
        => _names = new(names.SelectMany(static pair => pair.Names.Select(name => KeyValuePair.Create(name, pair.Language))));

    /// <returns>BCP-47, or null when the words are no such wish.</returns>
    public string? Read(string text)
    {
        var tokens = Tokenizer.Read(text).FindAll(static token => token.Kind == TokenKind.Word);
        return _names.TryRead(tokens, 0, out var language, out var next) && next == tokens.Count ? language : null;
    }
}
