using System.Text;

namespace KlachtHulp.Dialogs.Recognizers;

/// <summary>Telephone numbers that can be called from the Netherlands.</summary>
public static class PhoneReader
{
    private const int MostDigits = 15;

    /// <returns>Values as digits, with a leading + when it was written.</returns>
    public static IReadOnlyList<Found> Read(string text)
    {
        var found = new List<Found>();
        var at = 0;
        while (at < text.Length)
        {
            if (IsStart(text, at) && TryRead(text, at, out var phone))
            {
                found.Add(phone);
                at = phone.End;
            }
            else
            {
                at++;
            }
        }

        return found;
    }

    private static bool IsStart(string text, int at)
    {
        var opens = char.IsAsciiDigit(text[at]) || text[at] == '+' || (text[at] == '(' && at + 1 < text.Length && text[at + 1] is '0' or '+');
        if (at > 1 && text[at - 1] == ' ' && text[at - 2] == '€')
        {
            return false;
        }

        return opens && (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '+' or '€' or '#'
            || (text[at - 1] is '-' or '/' or '.' or ',' && at > 1 && char.IsAsciiDigit(text[at - 2]))));
    }

    private static bool TryRead(string text, int at, out Found phone)
    {
        var digits = new StringBuilder(MostDigits);
        var best = -1;
        var i = at + (text[at] is '+' or '(' ? 1 : 0);
        for (; i < text.Length && digits.Length < MostDigits; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                digits.Append(text[i]);
                best = EndsHere(text, i) && IsNumber(digits.ToString(), text[at] == '+') ? i + 1 : best;
            }
            else if (!IsSeparator(text, i))
            {
                break;
            }
        }

        var written = best < 0 ? "" : text[at..best];
        phone = new((text[at] == '+' ? "+" : "") + string.Concat(written.Where(char.IsAsciiDigit)), written, at);
        return best >= 0;
    }

    private static bool EndsHere(string text, int at)
        => at + 1 == text.Length || !(char.IsLetterOrDigit(text[at + 1]) || (text[at + 1] is '-' or '/' && at + 2 < text.Length
            && char.IsAsciiDigit(text[at + 2]) && text[at + 1] == '/'));

    private static bool IsSeparator(string text, int at)
        => text[at] is ' ' or '-' or '.' or '(' or ')' && !(at > 0 && text[at] == text[at - 1]);

    private static bool IsNumber(string digits, bool plus)
    {
        if (plus)
        {
            return digits.StartsWith("31", StringComparison.Ordinal) ? digits.Length == 11 || (digits.Length == 12
                && digits[2] == '0') : digits.Length is >= 9 and <= MostDigits;
        }

        if (digits.StartsWith("00", StringComparison.Ordinal))
        {
            return digits.StartsWith("0031", StringComparison.Ordinal) ? digits.Length == 13 || (digits.Length == 14
                && digits[4] == '0') : digits.Length is >= 12 and <= MostDigits;
        }

        if (digits.StartsWith("140", StringComparison.Ordinal))
        {
            return digits.Length is 5 or 6;
        }

        if (digits.StartsWith("0800", StringComparison.Ordinal) || digits.StartsWith("090", StringComparison.Ordinal))
        {
            return digits.Length is 8 or 11;
        }

        return digits.Length == 10 && digits[0] == '0';
    }
}
