using System.Globalization;
using KlachtHulp.Dialogs.Recognizers.Dates;

namespace KlachtHulp.Dialogs.Recognizers.Moments;

/// <summary>What comes back: elke maandag, wekelijks, elke dag om 15.00.</summary>
internal static class Repeats
{
    public static bool TryRead(Scan scan, int at, out Piece piece)
    {
        piece = default;
        if (!TryWhat(scan, at, out var every, out var next))
        {
            return false;
        }

        var om = scan.Is(next, "om") ? next + 1 : next;
        var evening = scan.Is(next - 1, TimeWord.DayPart);
        if (every.EndsWith('D') && (om == next || evening) && Clock.TryRead(scan, om, bare: false, out var time, out var end))
        {
            every = "T" + time.ToString(time.Minute == 0 && !scan.Is(om + 1, ".") && !scan.Is(om + 1, ":") ? "HH" : "HH:mm", CultureInfo.InvariantCulture);
            next = end;
        }

        piece = new(MomentType.Set, at, next) { Every = every };
        return true;
    }

    private static bool TryWhat(Scan scan, int at, out string every, out int next)
    {
        next = at + 1;
        every = at < scan.Count ? scan.Tokens[at].Text switch
        {
            "dagelijks" or "dagelijkse" => "P1D",
            "wekelijks" or "wekelijkse" => "P1W",
            "maandelijks" or "maandelijkse" => "P1M",
            "jaarlijks" or "jaarlijkse" => "P1Y",
            "tweewekelijks" or "tweewekelijkse" => "P2W",
            "driemaandelijks" or "driemaandelijkse" => "P3M",
            "halfjaarlijks" or "halfjaarlijkse" => "P0.5Y",
            _ => "",
        } : "";
        if (every.Length > 0)
        {
            return true;
        }

        var from = scan.Is(at, TimeWord.Every) ? at + 1 : (scan.Is(at, "eenmaal") || scan.Is(at, "tweemaal")) && scan.Is(at + 1, "per") ? at + 2 : -1;
        next = from + 1;
        if (scan.TryValue(from, TimeWord.Weekday, out var weekday) && scan.Is(at, TimeWord.Every))
        {
            every = $"XXXX-WXX-{weekday}";
            return true;
        }

        every = from > 0 && scan.TryValue(from, TimeWord.Unit, out var unit) ? (TimeUnit)unit switch
        {
            TimeUnit.Day => "P1D",
            TimeUnit.Week => "P1W",
            TimeUnit.Month => "P1M",
            TimeUnit.Year => "P1Y",
            TimeUnit.Weekend => "P1WE",
            _ => "",
        } : scan.Is(from, "weekdag") || (from > 0 && scan.Is(from, TimeWord.DayPart)) ? "P1D" : "";
        return every.Length > 0;
    }
}
