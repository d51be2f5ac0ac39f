using System.Text;

namespace KlachtHulp.Dialogs.Recognizers;

/// <summary>Bank account numbers (IBAN) whose check digits are right.</summary>
public static class IbanReader
{
    private const int Shortest = 15;
    private const int Longest = 34;
    private const int Dutch = 18;

    /// <returns>Values in capitals without spaces.</returns>
    public static IReadOnlyList<Found> Read(string text)
    {
        var found = new List<Found>();
        var at = 0;
        while (at + Shortest <= text.Length)
        {
            if (IsStart(text, at) && TryRead(text, at, out var iban))
            {
                found.Add(iban);
                at = iban.End;
            }
            else
            {
                at++;
            }
        }

        return found;
    }

    private static bool IsStart(string text, int at)
        => char.IsAsciiLetter(text[at]) && char.IsAsciiLetter(text[at + 1]) && (char.IsAsciiDigit(text[at + 2]) || text[at + 2] == ' ') && (at == 0
            || !char.IsLetterOrDigit(text[at - 1]));

    private static bool TryRead(string text, int at, out Found iban)
    {
        var value = new StringBuilder(Longest);
        var end = -1;
        for (var i = at; i < text.Length && value.Length < Longest; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]))
            {
                value.Append(char.ToUpperInvariant(text[i]));
                var closes = i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1]);
                end = closes && IsLength(value) && IsValid(value) ? i + 1 : end;
            }
            else if (text[i] is not (' ' or '.' or '-') || (i > at && text[i - 1] == text[i]))
            {
                break;
            }
        }

        var written = end < 0 ? "" : text[at..end];
        iban = new(string.Concat(written.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant(), written, at);
        return end >= 0;
    }

    private static bool IsLength(StringBuilder value) => value[0] == 'N' && value[1] == 'L' ? value.Length == Dutch : value.Length >= Shortest;

    private static bool IsValid(StringBuilder value)
    {
        if (!char.IsAsciiDigit(value[2]) || !char.IsAsciiDigit(value[3]))
        {
            return false;
        }

        var rest = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[(i + 4) % value.Length];
            rest = char.IsAsciiDigit(c) ? ((rest * 10) + c - '0') % 97 : ((rest * 100) + c - 'A' + 10) % 97;
        }

        return rest == 1;
    }
}
