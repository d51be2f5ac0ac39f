using System.Buffers.Binary;

namespace KlachtHulp.Tests.Storage;

/// <summary>Reads SQLite's write-ahead log by its published format: a header of 32 bytes, then frames of 24 bytes and a page.</summary>
internal static class WalFile
{
    private const int Header = 32;
    private const int FrameHeader = 24;

    public static async Task<int> CommitsAsync(string database)
    {
        await using var file = new FileStream(database + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var log = new byte[file.Length];
        await file.ReadExactlyAsync(log);
        return CommitEnds(log).Count;
    }

    /// <summary>Where each commit ends: a cut at or after that place keeps it.</summary>
    public static IReadOnlyList<int> CommitEnds(ReadOnlySpan<byte> log)
    {
        var ends = new List<int>();
        var frame = FrameHeader + (int)BinaryPrimitives.ReadUInt32BigEndian(log[8..]);
        for (var at = Header; at + frame <= log.Length; at += frame)
        {
            var sameRun = log.Slice(at + 8, 8).SequenceEqual(log.Slice(16, 8));
            if (sameRun && BinaryPrimitives.ReadUInt32BigEndian(log[(at + 4)..]) != 0)
            {
                ends.Add(at + frame);
            }
        }

        return ends;
    }
}
