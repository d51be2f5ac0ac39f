using System.Globalization;
using System.Text;

namespace KlachtHulp.Bot.Delivery.Brief;

/// <summary>Divides a line of plain text into lines of a number of columns.</summary>
internal static class TextWrap
{
    /// <summary>Columns the text takes: one for each character as a reader sees it.</summary>
    public static int Columns(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>At least one line, possibly empty. A word that is longer than a line is cut between two characters.</summary>
    public static List<string> Wrap(string line, int columns)
    {
        var lines = new List<string>();
        var (current, used) = (new StringBuilder(), 0);
        foreach (var (piece, width) in CleanText.Words(line).SelectMany(word => Pieces(word, columns)))
        {
            if (used > 0 && used + 1 + width > columns)
            {
                lines.Add(current.ToString());
                current.Clear();
                used = 0;
            }

            current.Append(used > 0 ? " " : "").Append(piece);
            used += width + (used > 0 ? 1 : 0);
        }

        lines.Add(current.ToString());
        return lines;
    }

    private static IEnumerable<(string Piece, int Width)> Pieces(string word, int columns)
    {
        var starts = StringInfo.ParseCombiningCharacters(word);
        for (var i = 0; i < starts.Length; i += columns)
        {
            var last = Math.Min(i + columns, starts.Length);
            var end = last < starts.Length ? starts[last] : word.Length;
            yield return (word[starts[i]..end], last - i);
        }
    }
}
