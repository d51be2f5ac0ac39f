using System.Buffers;
using System.Globalization;
using System.Text;

namespace KlachtHulp.Bot.Delivery.Brief;

/// <summary>Text of a resident made fit for paper: composed (NFC), and without signs that steer instead of show.</summary>
/// <remarks>
/// Gone are control and format characters (among them the overrides of writing direction), variation selectors, noncharacters and
/// halves of surrogate pairs. A tab and every odd kind of space becomes a space. A code point younger than this runtime stays: it is
/// somebody's text.
/// </remarks>
internal static class CleanText
{
    private const char NoBreakSpace = '\u00A0';
    private const char NarrowNoBreakSpace = '\u202F';

    /// <summary>The lines of the text; at least one, each possibly empty.</summary>
    public static IReadOnlyList<string> Lines(string text)
    {
        var composer = new TextComposer(text.Length);
        ReadOnlySpan<char> rest = text;
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var used) == OperationStatus.Done)
            {
                Append(composer, rune, endsPair: rune.Value == '\r' && rest.Length > 1 && rest[1] == '\n');
            }

            rest = rest[used..];
        }

        return composer.Compose().Split('\n');
    }

    /// <summary>The text on one line, with single spaces.</summary>
    public static string OneLine(string text) => string.Join(' ', Lines(text).SelectMany(Words));

    /// <summary>The words of one line; a no-break space keeps two words together.</summary>
    public static IEnumerable<string> Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The paragraphs of a text: lists of lines that were parted by an empty line. Empty paragraphs are left out.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Paragraphs(string text)
    {
        List<List<string>> paragraphs = [[]];
        foreach (var line in Lines(text))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                paragraphs[^1].Add(line);
            }
            else if (paragraphs[^1].Count > 0)
            {
                paragraphs.Add([]);
            }
        }

        return [.. paragraphs.Where(static p => p.Count > 0)];
    }

    private static void Append(TextComposer composer, Rune rune, bool endsPair)
    {
        if (IsLineBreak(rune))
        {
            if (!endsPair)
            {
                composer.Append(new Rune('\n'));
            }
        }
        else if (rune.Value == '\t' || (Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator && rune.Value != NoBreakSpace))
        {
            composer.Append(new Rune(rune.Value == NarrowNoBreakSpace ? NoBreakSpace : ' '));
        }
        else if (IsVisible(rune))
        {
            composer.Append(rune);
        }
    }

    private static bool IsLineBreak(Rune rune) => rune.Value is '\n' or '\r' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029;

    private static bool IsVisible(Rune rune)
    {
        var category = Rune.GetUnicodeCategory(rune);
        var selector = rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
        var noncharacter = (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
        return !selector && !noncharacter && category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate);
    }
}
