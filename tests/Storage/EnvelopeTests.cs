using System.Security.Cryptography;
using System.Text;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Storage.Sealing;

namespace KlachtHulp.Tests.Storage;

public sealed class EnvelopeTests
{
    private readonly Envelope _envelope = new(Some.Keys("k1", "k2"));

    [Fact]
    public void What_was_sealed_is_opened()
    {
        var key = _envelope.CreateKey("a");
        var block = Envelope.Seal(key, "turn", "a", 7, "geheim"u8);

        Assert.Equal("geheim"u8.ToArray(), Envelope.Open(_envelope.Unwrap("a", key.Wrapped), "turn", "a", 7, block));
        Assert.Equal(6 + Envelope.Overhead, block.Length);
        Assert.NotEqual(block, Envelope.Seal(key, "turn", "a", 7, "geheim"u8));
    }

    [Theory]
    [InlineData("turn", "a", 8)]
    [InlineData("turn", "b", 7)]
    [InlineData("conversation", "a", 7)]
    public void A_block_that_was_moved_does_not_open(string table, string conversation, long number)
    {
        var key = _envelope.CreateKey("a");
        var block = Envelope.Seal(key, "turn", "a", 7, "geheim"u8);

        Assert.ThrowsAny<CryptographicException>(() => Envelope.Open(key, table, conversation, number, block));
    }

    [Fact]
    public void A_block_with_any_byte_changed_or_missing_does_not_open()
    {
        var key = _envelope.CreateKey("a");
        var block = Envelope.Seal(key, "turn", "a", 7, "geheim"u8);
        for (var index = 0; index < block.Length; index++)
        {
            byte[] changed = [.. block];
            changed[index] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => Envelope.Open(key, "turn", "a", 7, changed));
            Assert.ThrowsAny<CryptographicException>(() => Envelope.Open(key, "turn", "a", 7, block[..index]));
        }
    }

    [Fact]
    public void One_key_seals_and_opens_for_many_at_once_also_after_a_block_that_does_not_open()
    {
        var key = _envelope.CreateKey("a");

        Parallel.For(0, 2_000, number =>
        {
            var plain = Encoding.UTF8.GetBytes($"geheim {number}");
            var block = Envelope.Seal(key, "turn", "a", number, plain);
            Assert.ThrowsAny<CryptographicException>(() => Envelope.Open(key, "turn", "a", number + 1, block));
            Assert.Equal(plain, Envelope.Open(key, "turn", "a", number, block));
        });
    }

    [Fact]
    public void Each_conversation_has_a_key_of_its_own_that_only_fits_there()
    {
        var (a, b) = (_envelope.CreateKey("a"), _envelope.CreateKey("b"));

        Assert.NotEqual(a.Secret, b.Secret);
        Assert.ThrowsAny<CryptographicException>(() => _envelope.Unwrap("b", a.Wrapped));
        Assert.ThrowsAny<CryptographicException>(() => new Envelope(Some.Keys("k3")).Unwrap("a", a.Wrapped));
    }

    [Fact]
    public void The_newest_master_key_wraps_and_the_older_still_opens()
    {
        var old = new Envelope(Some.Keys("k1")).CreateKey("a");

        var rewrapped = _envelope.Rewrap("a", old.Wrapped);

        Assert.Equal(("k2", old.Wrapped.Tag), (rewrapped.MasterKeyId, rewrapped.Tag));
        Assert.Equal(old.Secret, new Envelope(Some.Keys("k2")).Unwrap("a", rewrapped).Secret);
        Assert.Equal(old.Secret, _envelope.Unwrap("a", old.Wrapped).Secret);
    }

    [Fact]
    public void Keys_without_sense_are_refused()
    {
        Assert.Throws<StorageSetupException>(static () => Some.Keys());
        Assert.Throws<StorageSetupException>(static () => Some.Keys("k1", "k1"));
        Assert.Throws<StorageSetupException>(static () => Some.Keys(""));
        Assert.Throws<StorageSetupException>(static () => new MasterKeys([("k1", new byte[16])]));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(127, 128)]
    [InlineData(16_383, 16_384)]
    [InlineData(2_097_151, 2_097_152)]
    public void Activities_of_every_length_come_out_of_their_block(params int[] lengths)
    {
        ReadOnlyMemory<byte>[] activities = [.. lengths.Select(static length => (ReadOnlyMemory<byte>)RandomNumberGenerator.GetBytes(length))];

        var block = new byte[ActivityBlock.Size(activities)];

        ActivityBlock.Join(activities, block);
        var found = ActivityBlock.Split(block);

        Assert.Equal(activities.Length, found.Count);
        Assert.All(found.Zip(activities), static pair => Assert.True(pair.First.Span.SequenceEqual(pair.Second.Span)));
    }

    [Theory]
    [InlineData(new byte[] { 5, 1 })]
    [InlineData(new byte[] { 0x80 })]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1 })]
    public void A_block_whose_lengths_do_not_fit_is_refused(byte[] block) => Assert.Throws<InvalidDataException>(() => ActivityBlock.Split(block));

    [Fact]
    public void The_cache_of_keys_keeps_the_latest_and_does_not_grow()
    {
        var cache = new DataKeyCache(capacity: 100);
        for (var n = 0; n < 10_000; n++)
        {
            cache.Add($"c{n}", _envelope.CreateKey($"c{n}"));
        }

        Assert.InRange(Enumerable.Range(0, 10_000).Count(n => cache.Find($"c{n}") is not null), 1, 100);
        Assert.NotNull(cache.Find("c9999"));
        cache.Remove("c9999");
        Assert.Null(cache.Find("c9999"));
    }
}
