using System.Globalization;
using System.Text;

namespace KlachtHulp.Dialogs.Recognizers.Text;

/// <summary>Lower case without accents, character for character, so that offsets stay those of the original.</summary>
internal static class Folding
{
    /// <summary>A string of the same length; combining marks and other characters that have no plain form stay as they are.</summary>
    public static string Fold(string text)
        => string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = Fold(source[i]);
            }
        });

    public static char Fold(char c)
    {
        if (c < 128)
        {
            return char.ToLowerInvariant(c);
        }

        return c switch
        {
            '’' or '‘' or '´' or '`' or '′' => '\'',
            '–' or '—' or '‑' or '−' => '-',
            '\u00a0' or '\u202f' or '\u2009' => ' ',
            >= '\u00c0' and < '\u0250' => Plain(char.ToLowerInvariant(c)),
            _ => char.ToLowerInvariant(c),
        };
    }

    private static char Plain(char c)
    {
        Span<char> source = [c];
        Span<char> target = stackalloc char[4];
        return source.TryNormalize(target, out var written, NormalizationForm.FormD) && written > 0 && target[0] < 128 ? target[0] : c;
    }

    /// <summary>Whether the character only adds an accent to the one before it.</summary>
    public static bool IsMark(char c) => c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;
}
