using System.Security.Cryptography;
using System.Text;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Storage.Sealing;

namespace KlachtHulp.Tests.Storage;

/// <summary>Things the storage tests write, and how they read them back.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Moment = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero);

    public static MasterKeys Keys(params string[] ids)
        => new([.. ids.Select(static id => (id, SHA256.HashData(Encoding.UTF8.GetBytes(id))))]);

    public static TurnCommit Turn(
        string id, long version, string body = "{}", string[]? activities = null, string? dedupe = null, NewOutboxItem[]? outbox = null)
        => new(id, "0344", version, Bytes(body), [.. (activities ?? ["\"vraag\""]).Select(Bytes)], dedupe, outbox ?? [], Moment);

    public static NewOutboxItem Effect(string key, string json = "{}") => new("bericht", key, Bytes(json));

    public static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    /// <summary>Rights 0600; Windows has no such rights.</summary>
    public static bool IsPrivate(string path) => OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite);

    public static async Task<IReadOnlyList<(long Sequence, string Text)>> TranscriptAsync(IConversationStore store, string id, long after = 0, int max = 10_000)
        => [.. (await store.ReadActivitiesAsync(id, after, max, default)).Select(static activity => (activity.Sequence, Text(activity.Json)))];
}
