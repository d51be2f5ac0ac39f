using System.Globalization;
using System.Text;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>How values are written in a PDF.</summary>
internal static class PdfSyntax
{
    /// <summary>Any text, as hexadecimal UTF-16: it cannot end the string or start a command.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>A name, with everything but letters and digits escaped.</summary>
    public static string Name(string name)
        => "/" + string.Concat(Encoding.UTF8.GetBytes(name).Select(static b => char.IsAsciiLetterOrDigit((char)b)
            ? ((char)b).ToString()
            : $"#{b.ToString("X2", CultureInfo.InvariantCulture)}"));

    public static string Date(DateOnly day) => $"(D:{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}000000Z)";

    public static string References(IEnumerable<int> objects)
        => string.Join(' ', objects.Select(static o => string.Create(CultureInfo.InvariantCulture, $"{o} 0 R")));

    /// <summary>Whether a value has the form of a language tag, such as nl or nl-NL.</summary>
    public static bool IsLanguage(string tag)
        => tag.Length is > 1 and <= 35 && char.IsAsciiLetter(tag[0]) && tag.Split('-').All(static p => p.Length is > 0 and <= 8 && p.All(char.IsAsciiLetterOrDigit));
}
