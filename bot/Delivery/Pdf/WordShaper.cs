using System.Globalization;
using System.Text;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>Chooses the glyphs of a word: joined where its script joins letters, brackets turned where it runs from right to left.</summary>
internal static class WordShaper
{
    /// <param name="levels">The level of each character, of <see cref="BidiLine"/>.</param>
    /// <returns>In the order in which the word is read.</returns>
    public static List<Glyph> Shape(ReadOnlySpan<Rune> word, ReadOnlySpan<byte> levels, FontSubset font)
    {
        var glyphs = new List<Glyph>(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var before = Neighbour(word, i, -1) is { } left && ArabicForms.JoinsBehind(left) && ArabicForms.JoinsBefore(word[i]);
            if (i + 1 < word.Length && ArabicForms.LamAlef(word[i], word[i + 1], before) is { } both && font.Draws(both))
            {
                glyphs.Add(font.Glyph($"{word[i]}{word[i + 1]}", both) with { Level = levels[i] });
                i++;
                continue;
            }

            var behind = Neighbour(word, i, 1) is { } right && ArabicForms.JoinsBefore(right) && ArabicForms.JoinsBehind(word[i]);
            var shape = ArabicForms.Shape(word[i], before, behind);
            shape = levels[i] % 2 == 1 ? Mirror.Of(shape) : shape;
            glyphs.Add(font.Glyph(word[i].ToString(), font.Draws(shape) ? shape : word[i]) with { Level = levels[i] });
        }

        return glyphs;
    }

    /// <summary>The nearest letter, past the marks on it.</summary>
    private static Rune? Neighbour(ReadOnlySpan<Rune> word, int from, int step)
    {
        var at = from + step;
        while (at >= 0 && at < word.Length && Rune.GetUnicodeCategory(word[at]) == UnicodeCategory.NonSpacingMark)
        {
            at += step;
        }

        return at >= 0 && at < word.Length ? word[at] : null;
    }
}
