using System.Globalization;

namespace KlachtHulp.Dialogs.Kinds;

/// <summary>When something happened, as precisely as the resident knows it, with the words in which it was said.</summary>
/// <param name="Van">First day it may have been; null when open at that side.</param>
/// <param name="TotExclusief">Day after the last day it may have been; null when open at that side.</param>
/// <param name="Precisie">dag, week, weekend, maand, kwartaal, seizoen, jaar or periode.</param>
/// <param name="Tekst">The resident's own words.</param>
public sealed record Wanneer(DateOnly? Van, DateOnly? TotExclusief, string Precisie, string Tekst)
{
    /// <summary>The one day it was, when it is known to the day.</summary>
    public DateOnly? Dag => Precisie == "dag" ? Van : null;

    /// <summary>Last day it may have been; null when unknown.</summary>
    public DateOnly? LaatsteDag => TotExclusief?.AddDays(-1);

    /// <summary>Stored form: <c>2018-10-01/2018-11-01|maand|oktober 2018</c>.</summary>
    public string Write() => $"{Day(Van)}/{Day(TotExclusief)}|{Precisie}|{Tekst}";

    public static bool TryParse(string canonical, out Wanneer value)
    {
        value = new Wanneer(null, null, "", "");
        var parts = canonical.Split('|', 3);
        var days = parts[0].Split('/');
        if (parts.Length != 3 || days.Length != 2 || !TryDay(days[0], out var from) || !TryDay(days[1], out var to) || (from is null && to is null))
        {
            return false;
        }

        value = new Wanneer(from, to, parts[1], parts[2]);
        return true;
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static bool TryDay(string text, out DateOnly? day)
    {
        day = null;
        if (text.Length == 0)
        {
            return true;
        }

        var ok = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed);
        day = ok ? parsed : null;
        return ok;
    }
}
