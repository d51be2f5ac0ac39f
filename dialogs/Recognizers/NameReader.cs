using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers;

/// <summary>Finds the name in "ik heet ..." and the like; a name itself is never changed.</summary>
public static class NameReader
{
    /// <returns>What follows the opening words, or the whole text when there are none or nothing follows.</returns>
    public static string WithoutStart(string text, Lexicon lexicon)
    {
        var tokens = Tokenizer.Read(text);
        return lexicon.NameStarts.TryRead(tokens, 0, out _, out var next) && next < tokens.Count ? text[tokens[next].Start..] : text;
    }
}
