namespace KlachtHulp.Bot.Storage.Sealing;

/// <summary>The activities of one turn behind each other, each with its length in front (7 bits a byte, low bits first).</summary>
internal static class ActivityBlock
{
    /// <summary>How long the block of these activities is, in bytes.</summary>
    public static int Size(IReadOnlyList<ReadOnlyMemory<byte>> activities) => activities.Sum(static activity => activity.Length + LengthSize(activity.Length));

    /// <param name="block">Has room for <see cref="Size"/> bytes.</param>
    public static void Join(IReadOnlyList<ReadOnlyMemory<byte>> activities, Span<byte> block)
    {
        var at = 0;
        foreach (var activity in activities)
        {
            at = WriteLength(block, at, activity.Length);
            activity.Span.CopyTo(block[at..]);
            at += activity.Length;
        }
    }

    /// <exception cref="InvalidDataException">The lengths do not fit the block.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> block)
    {
        var activities = new List<ReadOnlyMemory<byte>>();
        while (!block.IsEmpty)
        {
            var (length, size) = ReadLength(block.Span);
            if (length > block.Length - size)
            {
                throw new InvalidDataException("An activity is longer than its block.");
            }

            activities.Add(block.Slice(size, length));
            block = block[(size + length)..];
        }

        return activities;
    }

    private static int LengthSize(int length) => length < 0x80 ? 1 : 1 + LengthSize(length >> 7);

    private static int WriteLength(Span<byte> block, int at, int length)
    {
        for (; length >= 0x80; length >>= 7)
        {
            block[at++] = (byte)(length | 0x80);
        }

        block[at++] = (byte)length;
        return at;
    }

    private static (int Length, int Size) ReadLength(ReadOnlySpan<byte> block)
    {
        var length = 0;
        for (var size = 0; size < Math.Min(4, block.Length); size++)
        {
            length |= (block[size] & 0x7F) << (7 * size);
            if (block[size] < 0x80)
            {
                return (length, size + 1);
            }
        }

        throw new InvalidDataException("An activity has no length.");
    }
}
