using System.Globalization;
using System.Text;

namespace KlachtHulp.Dialogs.Formulier.Agenda;

/// <summary>Writes points as a calendar file: whole days, UTF-8, CRLF, lines of at most 75 bytes. The same points always give the same bytes.</summary>
/// <remarks>Source: RFC 5545.</remarks>
public static class AgendaTekst
{
    private const int LongestLine = 75;

    /// <param name="kenmerk">Makes the ids of the points unique; no personal data.</param>
    /// <param name="moment">When the answers were given, UTC: the stamp of every point.</param>
    public static byte[] Write(IReadOnlyList<Agendapunt> punten, string kenmerk, DateTimeOffset moment)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//KlachtHulp//KlachtHulp//NL");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        foreach (var punt in punten)
        {
            Event(text, punt, kenmerk, moment);
        }

        Line(text, "END:VCALENDAR");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Event(StringBuilder text, Agendapunt punt, string kenmerk, DateTimeOffset moment)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{kenmerk}-{punt.Id.Replace('+', '-')}@klachthulp");
        Line(text, $"DTSTAMP:{moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
        Line(text, $"DTSTART;VALUE=DATE:{Day(punt.Dag)}");
        Line(text, $"DTEND;VALUE=DATE:{Day(punt.Dag.AddDays(1))}");
        Line(text, $"SUMMARY:{Escape(punt.Titel)}");
        Line(text, $"DESCRIPTION:{Escape(punt.Uitleg)}");
        Line(text, "TRANSP:TRANSPARENT");
        if (punt.Herinnering > 0)
        {
            Alarm(text, punt);
        }

        Line(text, "END:VEVENT");
    }

    private static void Alarm(StringBuilder text, Agendapunt punt)
    {
        Line(text, "BEGIN:VALARM");
        Line(text, "ACTION:DISPLAY");
        Line(text, $"DESCRIPTION:{Escape(punt.Titel)}");
        Line(text, string.Create(CultureInfo.InvariantCulture, $"TRIGGER:-P{punt.Herinnering}D"));
        Line(text, "END:VALARM");
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text.ReplaceLineEndings("\n")
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Folds at 75 bytes, never inside a character; a folded line goes on with a space.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                bytes = 1;
            }

            text.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
