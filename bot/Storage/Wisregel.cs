using System.Globalization;

namespace KlachtHulp.Bot.Storage;

/// <summary>One line of a <see cref="Wislijst"/>: moment, data key and number, with a space between them.</summary>
/// <param name="Until">When it was erased; of a line of an older version, which holds the day alone, the end of that day.</param>
/// <param name="Tag">Names the data key that was erased; null when it is not known.</param>
internal sealed record Wisregel(DateTimeOffset Until, byte[]? Tag, string Id)
{
    private const string Day = "yyyy-MM-dd";
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private const string NoTag = "-";

    /// <returns>null for what cannot be such a line, as the half of one that a crash left.</returns>
    public static Wisregel? Read(string line) => line.Split(' ', 3) switch
    {
        [{ Length: 10 } day, .. var id] when id.Length > 0 && At(day, Day) is { } begin => new(begin.AddDays(1).AddMilliseconds(-1), null, string.Join(' ', id)),
        [var moment, NoTag, var id] when At(moment, Moment) is { } at => new(at, null, id),
        [var moment, var tag, var id] when At(moment, Moment) is { } at && tag.Length % 2 == 0 && tag.All(char.IsAsciiHexDigitLower) => new(at, Convert.FromHexString(tag), id),
        _ => null,
    };

    /// <summary>Whether this is what was erased then, and not what was begun under the same number since.</summary>
    public bool Covers(SealedConversation found)
        => Tag is null ? found.Updated <= Until.ToUnixTimeMilliseconds() : found.Key.Tag.AsSpan().SequenceEqual(Tag);

    public override string ToString()
        => $"{Until.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture)} {(Tag is null ? NoTag : Convert.ToHexStringLower(Tag))} {Id}";

    private static DateTimeOffset? At(string text, string format)
        => DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;
}
