using KlachtHulp.Dialogs.Recognizers.Dates;

namespace KlachtHulp.Dialogs.Recognizers.Moments;

/// <summary>What looks like a moment but is part of something else, and durations, which only count when nothing longer does.</summary>
internal static class Exclusions
{
    public static bool IsOtherThing(Scan scan, Hit hit)
    {
        if (hit.Extent.Start is null && hit.Extent.End is null && hit.Yearly is null)
        {
            return true;
        }

        if (scan.NumberAt(hit.From) >= 0 && scan.GluedAt(hit.From) && scan.Is(hit.From - 1, "-") && scan.NumberAt(hit.From - 2) > 31)
        {
            return true;
        }

        var single = hit.Next == hit.From + 1;
        if (single && scan.DigitsAt(hit.From) == 4)
        {
            return scan.GluedAt(hit.From) && scan.Is(hit.From - 1, "-") || scan.GluedAt(hit.Next) && (scan.Is(hit.Next, "-") || scan.Is(hit.Next, "/"));
        }

        if (single && scan.Is(hit.From, TimeWord.Weekday) && scan.Tokens[hit.From].Text.Length < 4 && scan.Is(hit.Next, "uren"))
        {
            return true;
        }

        return single && scan.TryValue(hit.From, TimeWord.Month, out _) && scan.Is(hit.From, "mar");
    }

    public static bool TryDuration(Scan scan, int at, out Piece piece)
    {
        piece = default;
        var from = (scan.Is(at, "meer") || scan.Is(at, "minder") || scan.Is(at, "langer"))
            && scan.Is(at + 1, "dan") ? at + 2 : scan.Is(at, "nog") ? at + 1 : at;
        var article = scan.Is(from, "de") || scan.Is(from, "het") ? scan.Is(from + 1, TimeWord.Whole) ? from + 1 : -1 : from;
        var amounts = new List<(decimal, TimeUnit, int)>();
        if (article < 0 || !Durations.TryRead(scan, article, amounts, out var next))
        {
            return false;
        }

        next = scan.Is(next, "lang") ? next + 1 : next;
        var isTime = amounts.Count == 1 && scan.Is(next - 1, "uur") && scan.Is(at - 1, "om");
        piece = new(MomentType.Duration, at, next) { Seconds = Durations.Seconds(amounts) };
        return !isTime;
    }
}
