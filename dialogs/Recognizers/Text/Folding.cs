using System.Globalization;
using System.Text;

namespace KlachtHulp.Dialogs.Recognizers.Text;

/// <summary>Lower case without accents, digits of every script as 0 to 9, character for character, so that offsets stay those of the original.</summary>
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
            'ı' => 'i',
            'ł' or 'Ł' => 'l',
            >= '\u00c0' and < '\u0250' => Plain(char.ToLowerInvariant(c)),
            >= '\u0600' and < '\u0700' => Arabic(c),
            _ => char.ToLowerInvariant(c),
        };
    }

    private static char Plain(char c)
    {
        Span<char> source = [c];
        Span<char> target = stackalloc char[4];
        return source.TryNormalize(target, out var written, NormalizationForm.FormD) && written > 0 && target[0] < 128 ? char.ToLowerInvariant(target[0]) : c;
    }

    /// <summary>Spellings that are typed for each other, marks that stand for the Latin ones, and the two rows of digits.</summary>
    private static char Arabic(char c) => c switch
    {
        'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
        'ى' or 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        '؟' => '?',
        '،' => ',',
        '؛' => ';',
        >= '\u0660' and <= '\u0669' => (char)('0' + c - '\u0660'),
        >= '\u06f0' and <= '\u06f9' => (char)('0' + c - '\u06f0'),
        _ => c,
    };

    /// <summary>Whether the character only adds an accent to the one before it.</summary>
    public static bool IsMark(char c) => c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;
}
