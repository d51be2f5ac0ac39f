namespace KlachtHulp.Dialogs.Topics;

/// <summary>Whether a text is written in great anger: swearing, shouting in capitals, many exclamation marks. It changes nothing but a kind word.</summary>
internal static class Felheid
{
    private const int ManyMarks = 3;
    private const int FewestCapitals = 20;

    /// <param name="woorden">Words of great anger, in lower case.</param>
    public static bool Is(string text, IReadOnlySet<string> woorden)
        => text.AsSpan().Count('!') >= ManyMarks || Shouts(text) || Swears(text, woorden);

    /// <summary>More capitals than small letters, in a text that is long enough to tell.</summary>
    private static bool Shouts(string text)
    {
        var (capitals, small) = (0, 0);
        foreach (var letter in text)
        {
            capitals += char.IsUpper(letter) ? 1 : 0;
            small += char.IsLower(letter) ? 1 : 0;
        }

        return capitals >= FewestCapitals && capitals > small;
    }

    private static bool Swears(string text, IReadOnlySet<string> woorden)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                if (woorden.Contains(text[start..i].ToLowerInvariant()))
                {
                    return true;
                }

                start = -1;
            }
        }

        return false;
    }
}
