using System.Globalization;
using System.Text;

namespace KlachtHulp.Dialogs.Gemeenten;

/// <summary>A text as bare lower-case words without diacritics, apostrophes and signs, glued together so that a run of words is one span.</summary>
internal sealed class Plaatswoorden
{
    /// <summary>Words beyond this are not looked at: nobody names the gemeente that late, and hostile input stays cheap.</summary>
    private const int MaxWords = 120;
    private const int MaxLength = 4000;

    private readonly string _glued;
    private readonly List<int> _starts;

    private Plaatswoorden(string glued, List<int> starts) => (_glued, _starts) = (glued, starts);

    public int Count => _starts.Count;

    public static Plaatswoorden Of(string text)
    {
        var glued = new StringBuilder(Math.Min(text.Length, MaxLength));
        var starts = new List<int>(8);
        var inWord = false;
        foreach (var letter in Plain(text))
        {
            if (IsApostrophe(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            var isWord = char.IsLetterOrDigit(letter);
            if (isWord && !inWord)
            {
                if (starts.Count == MaxWords)
                {
                    break;
                }

                starts.Add(glued.Length);
            }

            inWord = isWord;
            if (isWord)
            {
                Append(glued, char.ToLowerInvariant(letter));
            }
        }

        return new Plaatswoorden(glued.ToString(), starts);
    }

    /// <summary>The form under which a name is kept: all its words glued together.</summary>
    public static string Key(string name) => Of(name)._glued;

    /// <summary><paramref name="count"/> words from <paramref name="first"/>, glued.</summary>
    public ReadOnlySpan<char> Span(int first, int count)
    {
        var end = first + count < _starts.Count ? _starts[first + count] : _glued.Length;
        return _glued.AsSpan(_starts[first], end - _starts[first]);
    }

    public bool Is(int index, string word) => index >= 0 && index < Count && Span(index, 1).SequenceEqual(word);

    /// <summary>Whether these words hold the words of a name in a row, each as a whole word.</summary>
    public bool Contains(Plaatswoorden name)
    {
        for (var i = 0; name.Count > 0 && i + name.Count <= Count; i++)
        {
            if (Span(i, name.Count).SequenceEqual(name._glued))
            {
                return true;
            }
        }

        return false;
    }

    private static string Plain(string text)
    {
        var start = text.Length > MaxLength ? text[..MaxLength] : text;
        var written = start.Replace("a/d", "aan den", StringComparison.OrdinalIgnoreCase);
        return System.Text.Ascii.IsValid(written) ? written : Decompose(written);
    }

    /// <summary>Half a surrogate pair cannot be normalised; such a text is used as it stands.</summary>
    private static string Decompose(string text)
        => text.Any(char.IsSurrogate) ? new string([.. text.Where(static letter => !char.IsSurrogate(letter))]).Normalize(NormalizationForm.FormKD)
            : text.Normalize(NormalizationForm.FormKD);

    /// <summary>People write Nymegen and Tijnaarlo: y and ij are one letter here.</summary>
    private static void Append(StringBuilder glued, char letter)
    {
        if (letter == 'y')
        {
            glued.Append("ij");
        }
        else
        {
            glued.Append(letter);
        }
    }

    private static bool IsApostrophe(char letter) => letter is '\'' or '\u2018' or '\u2019' or '`' or '\u00B4' or '\u2032';
}
