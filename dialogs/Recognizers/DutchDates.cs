using KlachtHulp.Dialogs.Recognizers.Dates;
using KlachtHulp.Dialogs.Recognizers.Moments;

namespace KlachtHulp.Dialogs.Recognizers;

/// <summary>Reads when something happened, as residents write it. Never makes up a date: what does not fix any days is left out.</summary>
public static class DutchDates
{
    private const int LongText = 4;

    /// <param name="today">Day of the conversation; a moment without a year is the latest that has begun by then.</param>
    public static DateAnswer Read(string text, DateOnly today, Lexicon lexicon)
    {
        var scan = new Scan(text, today, lexicon, Reader.Resident);
        var hits = Hits(scan);
        var readings = new List<DateReading>(hits.Count);
        foreach (var (hit, extent) in hits)
        {
            readings.Add(new(extent.Start, extent.End, extent.Precision, Softened(scan, hit, extent), scan.TextOf(hit.From, hit.Next),
                scan.Tokens[hit.From].Start));
        }

        return new(readings, readings.Count == 0);
    }

    /// <summary>The reading in Dutch words, to be said back: "oktober 2018", "3 tot en met 7 februari 2026".</summary>
    public static string SayBack(DateReading reading) => DateWords.Say(reading);

    private static List<(Hit Hit, Extent Extent)> Hits(Scan scan)
    {
        var found = new List<(Hit Hit, Extent Extent)>();
        var at = 0;
        while (at < scan.Count)
        {
            if (!TryAt(scan, at, out var hit) || hit.Resolve(scan) is not { } extent)
            {
                at++;
                continue;
            }

            var last = found.Count > 0 ? found[^1] : default((Hit Hit, Extent Extent)?);
            if (Company.DayInMonth(scan, last?.Hit, last?.Extent, hit) is { } day && last is { } month)
            {
                found[^1] = (month.Hit with { Next = hit.Next }, day);
            }
            else if (IsMeant(scan, hit, extent))
            {
                extent = Company.SameWeek(scan, last?.Hit, last?.Extent, hit) ?? extent;
                if (Company.DayBefore(scan, hit, extent, out var from) is { } earlier)
                {
                    found.Add((hit with { From = from }, earlier));
                }

                Add(scan, found, hit, extent);
            }

            at = hit.Next;
        }

        return found;
    }

    private static bool TryAt(Scan scan, int at, out Hit hit)
    {
        if (Ranges.TryRead(scan, at, out hit) || Periods.TryWeekOf(scan, at, out hit))
        {
            return true;
        }

        return Points.TryRead(scan, at, out hit) && hit.Next > at;
    }

    /// <summary>Leaves out what is denied, a birthday, a habit, a year number that is something else, and years to come.</summary>
    private static bool IsMeant(Scan scan, Hit hit, Extent extent)
        => !IsDenied(scan, hit.From) && !IsBirth(scan, hit) && !scan.Is(hit.From - 1, TimeWord.Every) && !IsLooseYear(scan, hit)
            && (extent.Precision == Precision.Day || !(extent.Start?.Year > scan.Today.Year + 5));

    private static bool IsDenied(Scan scan, int from)
    {
        var at = from - 1;
        while (at >= 0 && (scan.Is(at, TimeWord.At) || scan.Is(at, TimeWord.Article) || scan.Is(at, TimeWord.About)) && !scan.Is(at, TimeWord.Not))
        {
            at--;
        }

        return at >= 0 && scan.Is(at, TimeWord.Not) && !IsOnlyNot(scan, at);
    }

    /// <summary>"nog niet" and "of niet" deny something else.</summary>
    private static bool IsOnlyNot(Scan scan, int at) => scan.Is(at - 1, "nog") || scan.Is(at - 1, TimeWord.Or) || scan.Is(at + 1, TimeWord.Since);

    private static bool IsBirth(Scan scan, Hit hit) => scan.Is(hit.From - 1, TimeWord.Born) || scan.Is(hit.From - 2, TimeWord.Born)
        || scan.Is(hit.From - 3, TimeWord.Born) || scan.Is(hit.Next, TimeWord.Born);

    /// <summary>Four digits in a longer text are a year only after a word that asks for one.</summary>
    private static bool IsLooseYear(Scan scan, Hit hit)
    {
        if (hit.Next != hit.From + 1 || scan.DigitsAt(hit.From) != 4)
        {
            return false;
        }

        if (IsPostcode(scan, hit.From))
        {
            return true;
        }

        var before = hit.From - 1;
        var asked = scan.Is(before, TimeWord.At) || scan.Is(before, TimeWord.Of) || scan.Is(before, TimeWord.Since) || scan.Is(before, TimeWord.Or)
            || scan.Is(before, TimeWord.And)
            || scan.Is(before, TimeWord.Until) || scan.Is(before, TimeWord.About) || scan.Is(before, TimeWord.Vague) || scan.Is(before, "uit")
                || scan.Is(before, ",") || before < 0;
        return !asked && scan.Count > LongText;
    }

    private static bool IsPostcode(Scan scan, int at)
        => at + 1 < scan.Count && scan.Tokens[at + 1].Text.Length == 2 && char.IsAsciiLetterUpper(scan.Source[scan.Tokens[at + 1].Start])
            && char.IsAsciiLetterUpper(scan.Source[scan.Tokens[at + 1].End - 1]);

    /// <summary>A moment said twice ("afgelopen dinsdag 12 maart") is one. Two moments that touch and stand side by side are one period: "in januari of februari", "eind mei begin juni".</summary>
    private static void Add(Scan scan, List<(Hit Hit, Extent Extent)> found, Hit hit, Extent extent)
    {
        if (found.Count > 0 && found[^1].Extent is var same && same.Start == extent.Start && same.End == extent.End && IsJoined(scan, found[^1].Hit, hit))
        {
            found[^1] = (found[^1].Hit with { Next = hit.Next }, same);
            return;
        }

        if (found.Count > 0 && found[^1] is var last && IsJoined(scan, last.Hit, hit) && last.Extent.End == extent.Start
            && last.Extent.Start is { } start && extent.End is { } end)
        {
            found[^1] = (last.Hit with { Next = hit.Next }, Extent.Between(start, end).With(Confidence.Approx));
            return;
        }

        found.Add((hit, extent));
    }

    private static bool IsJoined(Scan scan, Hit last, Hit hit)
    {
        for (var at = last.Next; at < hit.From; at++)
        {
            if (!scan.Is(at, TimeWord.Or) && !scan.Is(at, TimeWord.At) && !scan.Is(at, "-") && !scan.Is(at, "/") && !scan.Is(at, ","))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A hedge just before the moment ("ergens in mei", "volgens mij") or closing after it ("in mei denk ik") makes it approximate.</summary>
    private static Confidence Softened(Scan scan, Hit hit, Extent extent)
    {
        var hedged = false;
        for (var at = Math.Max(0, hit.From - 4); at < hit.From; at++)
        {
            hedged |= scan.Is(at, TimeWord.Vague) || scan.Is(at, TimeWord.About);
        }

        hedged |= IsHedgedAfter(scan, scan.Skip(hit.Next, ",")) || scan.Is(hit.Next, "ofzo") || (scan.Is(hit.Next, TimeWord.Or) && scan.Is(hit.Next + 1, "zo"));
        return extent.With(hedged ? Confidence.Approx : Confidence.Exact).Confidence;
    }

    /// <summary>"denk ik", "volgens mij", "ergens" and then nothing more; "ergens in de middag" hedges something else.</summary>
    private static bool IsHedgedAfter(Scan scan, int at) => scan.Is(at, TimeWord.Vague) && (at + 1 == scan.Count || scan.Is(at + 1, "ik")
        || scan.Is(at + 1, "mij") || scan.Is(at + 1, ".") || scan.Is(at + 1, ","));
}
