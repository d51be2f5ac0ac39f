namespace KlachtHulp.Bot.Channels.Pagina;

/// <summary>Explains, in its place, each difficult word that stands in a text.</summary>
public sealed class WoordenHtml(PaginaWoorden words)
{
    public Html Render(params IEnumerable<string?> texts)
    {
        var text = string.Join(' ', texts);
        return Html.Join(words.Woorden.Where(pair => StandsIn(pair.Key, text)).Select(pair => Html.Of(
            $"<details class=\"woord\"><summary>{words.WatIs.Replace("{woord}", pair.Key, StringComparison.Ordinal)}</summary><p>{pair.Value}</p></details>")));
    }

    /// <summary>At the begin of a word: "besluiten" holds "besluit", "raadsbesluit" is another word.</summary>
    private static bool StandsIn(string word, string text)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || !char.IsLetter(text[at - 1]))
            {
                return true;
            }
        }

        return false;
    }
}
