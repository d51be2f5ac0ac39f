using System.Buffers;

namespace KlachtHulp.Bot.Channels;

/// <summary>Reads a request body that may be too big.</summary>
internal static class BodyReader
{
    private const int MaxDrained = 16 * 1024 * 1024;

    /// <returns>
    /// null when the body is larger than <paramref name="max"/> bytes. A bounded rest is then read and thrown away first: a browser that is still
    /// sending would otherwise see a broken connection instead of the answer.
    /// </returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int max, CancellationToken cancellationToken)
    {
        if (request.ContentLength is { } whole && whole <= max)
        {
            var told = new byte[whole];
            return told.AsMemory(0, await request.Body.ReadAtLeastAsync(told, told.Length, throwOnEndOfStream: false, cancellationToken));
        }

        using var body = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            long total = 0;
            int read;
            while (total <= MaxDrained && (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                total += read;
                if (total <= max)
                {
                    body.Write(buffer, 0, read);
                }
            }

            // Written out: in a conditional expression null would become an empty memory instead of nothing.
            if (total > max)
            {
                return null;
            }

            return body.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}
