using KlachtHulp.Dialogs.Recognizers.Dates;
using KlachtHulp.Dialogs.Recognizers.Moments;

namespace KlachtHulp.Dialogs.Recognizers;

/// <summary>Finds expressions of time in their neutral reading: dates, periods, clock times, durations and what repeats.</summary>
public static class MomentReader
{
    /// <param name="only">Gives out only this type, also where it is part of something longer; null for everything.</param>
    /// <param name="feastsOnly">Gives out only feasts and holidays.</param>
    public static IReadOnlyList<Moment> Read(string text, DateOnly today, TimeOnly now, Lexicon lexicon, MomentType? only = null, bool feastsOnly = false)
    {
        var scan = new Scan(text, today, lexicon, Reader.Neutral);
        var found = new List<Moment>();
        var at = 0;
        while (at < scan.Count)
        {
            if ((feastsOnly ? Feast(scan, at) : Longest(scan, at, now, only)) is { } piece)
            {
                found.Add(piece.ToMoment(scan));
                at = piece.Next;
            }
            else
            {
                at++;
            }
        }

        return only is { } type ? found.FindAll(moment => moment.Type == type) : found;
    }

    private static Piece? Feast(Scan scan, int at)
        => YearlyDates.TryRead(scan, at, out var hit) && hit.Yearly is Yearly.OfFeast && Points.TryWhole(scan, at, out hit)
            && hit.Resolve(scan) is { } days ? Piece.Of(hit, days) : null;

    private static Piece? Longest(Scan scan, int at, TimeOnly now, MomentType? only)
    {
        Piece? best = null;
        foreach (var piece in Candidates(scan, at, now))
        {
            var wanted = only is null || piece.Type == only || (only == MomentType.DateRange && piece.Type == MomentType.Date)
                || (only == MomentType.Date && piece.Type == MomentType.DateRange && piece.Days.Modifier == Modifier.None);
            if (wanted && piece.Next > (best?.Next ?? at))
            {
                best = piece;
            }
        }

        return best;
    }

    private static IEnumerable<Piece> Candidates(Scan scan, int at, TimeOnly now)
    {
        if (WithTimes.TryRead(scan, at, now, out var piece))
        {
            yield return piece;
        }

        foreach (var hit in Days(scan, at))
        {
            if (hit.Resolve(scan) is { } days && !Exclusions.IsOtherThing(scan, hit))
            {
                yield return Piece.Of(hit, days);
            }
        }

        if (Counted.TryRead(scan, at, now, out piece))
        {
            yield return piece;
        }

        if (Times.TryRead(scan, at, out piece))
        {
            yield return piece;
        }

        if (Repeats.TryRead(scan, at, out piece))
        {
            yield return piece;
        }

        if (Exclusions.TryDuration(scan, at, out piece))
        {
            yield return piece;
        }
    }

    private static IEnumerable<Hit> Days(Scan scan, int at)
    {
        if (Ranges.TryRead(scan, at, out var hit))
        {
            yield return hit;
        }

        if (Spans.TryRead(scan, at, out hit))
        {
            yield return hit;
        }

        if (Periods.TryRead(scan, at, out hit))
        {
            yield return hit;
        }

        if (Points.TryRead(scan, at, out hit))
        {
            yield return hit;
        }

        if (LooseDays.TryRead(scan, at, out hit))
        {
            yield return hit;
        }
    }
}
