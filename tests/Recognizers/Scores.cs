using System.Globalization;
using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Tests.Recognizers;

/// <summary>How well stories are labelled.</summary>
/// <param name="F1">Micro-F1 over all labels, 0 to 1.</param>
/// <param name="Families">Share of stories with the right set of toezegging, privacy and the other labels.</param>
/// <param name="Exact">Share of stories with exactly the right labels.</param>
/// <param name="Faults">What went wrong, a line a story.</param>
public sealed record StoryScore(double F1, double Families, double Exact, IReadOnlyList<string> Faults);

/// <summary>How well answers to "wanneer?" are read.</summary>
/// <param name="Exact">Share of dated answers with exactly the right days.</param>
/// <param name="Overlap">Share of dated answers where every moment overlaps its reading at least by half.</param>
/// <param name="MadeUp">Answers without a date in which one was read.</param>
/// <param name="Faults">What went wrong, a line an answer.</param>
public sealed record DateScore(double Exact, double Overlap, int MadeUp, IReadOnlyList<string> Faults);

/// <summary>Scores the recognisers on the sets in tests/Recognizers/Sets. The first line of a set is its heading.</summary>
public static class Scores
{
    /// <param name="label">Reads a story as labels.</param>
    public static StoryScore Stories(string file, Func<string, IEnumerable<string>> label)
    {
        int right = 0, given = 0, wanted = 0, exact = 0, families = 0;
        var faults = new List<string>();
        var rows = Rows(file);
        foreach (var row in rows)
        {
            var gold = row[0].Split(' ').ToHashSet(StringComparer.Ordinal);
            var got = label(row[2]).ToHashSet(StringComparer.Ordinal);
            got.ExceptWith(row[1].Split(' ').Where(optional => !gold.Contains(optional)));
            right += got.Count(gold.Contains);
            given += got.Count;
            wanted += gold.Count;
            families += got.Select(Family).ToHashSet(StringComparer.Ordinal).SetEquals(gold.Select(Family)) ? 1 : 0;
            exact += got.SetEquals(gold) ? 1 : 0;
            if (!got.SetEquals(gold))
            {
                faults.Add($"{string.Join(' ', gold)} | {string.Join(' ', got)} | {row[2]}");
            }
        }

        return new(2.0 * right / Math.Max(1, given + wanted), (double)families / rows.Count, (double)exact / rows.Count, faults);
    }

    /// <param name="today">The day on which the answers were given.</param>
    public static DateScore Dates(string file, DateOnly today, Lexicon lexicon)
    {
        int dated = 0, exact = 0, overlap = 0, madeUp = 0;
        var faults = new List<string>();
        foreach (var row in Rows(file))
        {
            var got = Joined([.. DutchDates.Read(row[1], today, lexicon).Readings.Select(reading => Span(reading, today))], Gold(row[0]).Count);
            var gold = Gold(row[0]);
            var same = gold.Count == got.Count && gold.All(got.Contains);
            dated += gold.Count > 0 ? 1 : 0;
            exact += gold.Count > 0 && same ? 1 : 0;
            overlap += gold.Count > 0 && gold.All(wanted => got.Exists(one => Iou(wanted, one) >= 0.5)) ? 1 : 0;
            madeUp += gold.Count == 0 && got.Count > 0 ? 1 : 0;
            if (!same)
            {
                faults.Add($"{row[0]} | {string.Join(" + ", got.Select(static span => $"{span.Start:yyyy-MM-dd} {span.End:yyyy-MM-dd}"))} | {row[1]}");
            }
        }

        return new((double)exact / dated, (double)overlap / dated, madeUp, faults);
    }

    private static List<string[]> Rows(string file) => [.. File.ReadLines(file).Skip(1).Select(static line => line.Split('\t'))];

    private static string Family(string label) => label.Split('.')[0];

    private static (DateOnly Start, DateOnly End) Span(DateReading reading, DateOnly today)
        => (reading.Start ?? DateOnly.MinValue, reading.EndExclusive ?? today.AddDays(1));

    /// <summary>Touching spans as one, when there are more than asked for.</summary>
    private static List<(DateOnly Start, DateOnly End)> Joined(List<(DateOnly Start, DateOnly End)> spans, int wanted)
    {
        for (var i = 1; i < spans.Count && spans.Count > wanted;)
        {
            if (spans[i - 1].End == spans[i].Start)
            {
                spans[i - 1] = (spans[i - 1].Start, spans[i].End);
                spans.RemoveAt(i);
            }
            else
            {
                i++;
            }
        }

        return spans;
    }

    private static List<(DateOnly Start, DateOnly End)> Gold(string text)
    {
        if (text == "-")
        {
            return [];
        }

        return
        [
            .. text.Split(" + ").Select(static span =>
            {
                var days = span.Split(' ');
                var start = Day(days[0]);
                return (start, days.Length > 1 ? Day(days[1]) : start.AddDays(1));
            }),
        ];
    }

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static double Iou((DateOnly Start, DateOnly End) one, (DateOnly Start, DateOnly End) other)
    {
        var shared = Math.Min(one.End.DayNumber, other.End.DayNumber) - Math.Max(one.Start.DayNumber, other.Start.DayNumber);
        var all = Math.Max(one.End.DayNumber, other.End.DayNumber) - Math.Min(one.Start.DayNumber, other.Start.DayNumber);
        return shared <= 0 ? 0 : (double)shared / all;
    }
}
