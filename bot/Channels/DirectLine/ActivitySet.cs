using System.Globalization;
using System.Text;
using System.Text.Json;
using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Bot.Channels.DirectLine;

/// <summary>Activities with the watermark after them. Stored activities are passed on as they are, without being read.</summary>
internal static class ActivitySet
{
    /// <summary>Most activities in one set.</summary>
    public const int PageSize = 200;

    private static ReadOnlySpan<byte> Begin => "{\"activities\":["u8;

    /// <param name="watermark">null in a set that must not move the client's mark.</param>
    public static byte[] Write(IReadOnlyList<ReadOnlyMemory<byte>> activities, string? watermark)
    {
        var end = watermark is null ? "]}"u8 : Encoding.UTF8.GetBytes($"],\"watermark\":\"{JsonEncodedText.Encode(watermark)}\"}}");
        var set = new byte[Begin.Length + activities.Sum(static activity => activity.Length + 1) - Math.Min(activities.Count, 1) + end.Length];
        Begin.CopyTo(set);
        var at = Begin.Length;
        for (var i = 0; i < activities.Count; i++)
        {
            if (i > 0)
            {
                set[at++] = (byte)',';
            }

            activities[i].Span.CopyTo(set.AsSpan(at));
            at += activities[i].Length;
        }

        end.CopyTo(set.AsSpan(at));
        return set;
    }

    /// <summary>A set as an answer.</summary>
    public static IResult Result(byte[] set) => new Answer(set);

    public static byte[] Write(IReadOnlyList<StoredActivity> activities, long after)
        => Write([.. activities.Select(static activity => activity.Json)], Watermark(activities.Count > 0 ? activities[^1].Sequence : after));

    public static string Watermark(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads a watermark; clients send an empty one before their first set.</summary>
    public static bool TryReadWatermark(string? text, out long after)
    {
        after = 0;
        return string.IsNullOrEmpty(text) || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out after);
    }

    /// <summary>Nothing of what a file needs: no ranges, no dates, no names.</summary>
    private sealed class Answer(byte[] set) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = "application/json";
            httpContext.Response.ContentLength = set.Length;
            return httpContext.Response.Body.WriteAsync(set, httpContext.RequestAborted).AsTask();
        }
    }
}
