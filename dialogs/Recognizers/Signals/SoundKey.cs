using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers.Signals;

/// <summary>A spelling by sound, so that "terugbelle", "gezegt" and "beloovd" find the words that were meant.</summary>
internal static class SoundKey
{
    private const int ShortWord = 4;
    private const int LongestWord = 64;

    /// <param name="word">Lower case, without accents.</param>
    /// <param name="whole">Whether it is a whole word, so that its ending may be simplified as well.</param>
    public static string Of(string word, bool whole)
    {
        if (word.Length < ShortWord || word.Length > LongestWord)
        {
            return word;
        }

        Span<char> key = stackalloc char[LongestWord * 2];
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var sound = Sound(word, ref i);
            if (length == 0 || key[length - 1] != sound)
            {
                key[length++] = sound;
            }
        }

        return key[..(whole ? Ending(key[..length]) : length)].ToString();
    }

    private static char Sound(string word, ref int at)
    {
        var next = at + 1 < word.Length ? word[at + 1] : '\0';
        switch (word[at], next)
        {
            case ('i', 'j'):
            case ('e', 'i'):
                at++;
                return 'y';
            case ('a', 'u'):
            case ('o', 'u'):
                at++;
                return 'w';
            case ('c', 'h'):
            case ('p', 'h'):
            case ('t', 'h'):
                at++;
                return word[at - 1] switch { 'c' => 'g', 'p' => 'f', _ => 't' };
            case ('d', 't'):
                at++;
                return 't';
            case ('c', 'e' or 'i'):
                return 's';
            case ('c', _):
                return 'k';
            default:
                return word[at];
        }
    }

    /// <summary>Length without a final n after e; a final d sounds as t.</summary>
    private static int Ending(Span<char> key)
    {
        var length = key.Length;
        if (length > ShortWord && key[length - 1] == 'n' && key[length - 2] == 'e')
        {
            length--;
        }

        if (key[length - 1] == 'd')
        {
            key[length - 1] = 't';
        }

        return length;
    }

    public static string[] Of(IReadOnlyList<Token> tokens)
    {
        var keys = new string[tokens.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = tokens[i].Kind == TokenKind.Word ? Of(tokens[i].Text, whole: true) : tokens[i].Text;
        }

        return keys;
    }
}
