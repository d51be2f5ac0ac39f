using System.Globalization;
using System.Text.Json;
using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Bot.Channels.DirectLine;

/// <summary>Activities with the watermark after them. Stored activities are passed on as they are, without being read.</summary>
internal static class ActivitySet
{
    /// <summary>Most activities in one set.</summary>
    public const int PageSize = 200;

    /// <param name="watermark">null in a set that must not move the client's mark.</param>
    public static byte[] Write(IEnumerable<ReadOnlyMemory<byte>> activities, string? watermark)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteStartArray("activities"u8);
            foreach (var activity in activities)
            {
                json.WriteRawValue(activity.Span, skipInputValidation: true);
            }

            json.WriteEndArray();
            if (watermark is not null)
            {
                json.WriteString("watermark"u8, watermark);
            }

            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    public static byte[] Write(IReadOnlyList<StoredActivity> activities, long after)
        => Write(activities.Select(static activity => activity.Json), Watermark(activities.Count > 0 ? activities[^1].Sequence : after));

    public static string Watermark(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads a watermark; clients send an empty one before their first set.</summary>
    public static bool TryReadWatermark(string? text, out long after)
    {
        after = 0;
        return string.IsNullOrEmpty(text) || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out after);
    }
}
