using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Bot.Turns;

/// <summary>
/// Codes with which a resident goes on later, on another computer too. Only a keyed hash of a code is kept, beside the conversations and under the
/// same care, so that what is in the database opens nothing.
/// </summary>
/// <param name="key">Key of the hash; whoever has the database but not this key cannot try codes.</param>
public sealed class ResumeCodes(IConversationStore store, TimeProvider clock, byte[] key)
{
    /// <summary>Crockford's letters and digits without 0 and 1, which look like letters; codes of before may hold them.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 12;

    /// <summary>Between what a code that works once opens and until when; no name of a conversation holds it.</summary>
    private const char Until = '|';

    /// <summary>Stands where the moment stood, once it was used.</summary>
    private const string Used = "gebruikt";

    /// <summary>A new code for a conversation, almost 59 bits, in three groups of four.</summary>
    public Task<string> MakeAsync(string conversation, string gemeente, CancellationToken cancellationToken) => KeepAsync(conversation, gemeente, cancellationToken);

    /// <summary>A new code that works once, for as long as is said.</summary>
    public Task<string> MakeOnceAsync(string conversation, string gemeente, TimeSpan life, CancellationToken cancellationToken)
        => KeepAsync(string.Create(CultureInfo.InvariantCulture, $"{conversation}{Until}{(clock.GetUtcNow() + life).ToUnixTimeSeconds()}"), gemeente, cancellationToken);

    /// <summary>Whether somebody went on with a code of this conversation that works once.</summary>
    public async Task<bool> WasUsedAsync(string typed, string conversation, CancellationToken cancellationToken)
        => Normal(typed) is { } code && await store.LoadAsync(Place(code), cancellationToken) is { } found
            && Encoding.UTF8.GetString(found.Body.Span) == $"{conversation}{Until}{Used}";

    private async Task<string> KeepAsync(string body, string gemeente, CancellationToken cancellationToken)
    {
        var code = new string(RandomNumberGenerator.GetItems<char>(Alphabet, Length));
        await store.SaveAsync(Commit(code, gemeente, version: 0, body), cancellationToken);
        return string.Join('-', code.Chunk(4).Select(static group => new string(group)));
    }

    /// <param name="typed">As people type it: small letters, spaces and dashes do not matter.</param>
    /// <returns>The conversation and its gemeente; null when no conversation has this code, or it was erased.</returns>
    public async Task<(string Conversation, string Gemeente)?> FindAsync(string typed, CancellationToken cancellationToken)
    {
        if (Normal(typed) is not { } code || await store.LoadAsync(Place(code), cancellationToken) is not { } found)
        {
            return null;
        }

        var body = Encoding.UTF8.GetString(found.Body.Span).Split(Until);
        var conversation = body[0];
        if (body.Length > 1 && !await UseAsync(code, found, conversation, body[1], cancellationToken))
        {
            return null;
        }

        return await store.LoadAsync(conversation, cancellationToken) is { } stored ? (conversation, stored.Gemeente) : null;
    }

    /// <returns>False when it was used before, also when that was at this very moment, or when its time is over.</returns>
    private async Task<bool> UseAsync(string code, StoredConversation found, string conversation, string until, CancellationToken cancellationToken)
        => long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && clock.GetUtcNow().ToUnixTimeSeconds() < seconds
            && await store.SaveAsync(Commit(code, found.Gemeente, found.Version, $"{conversation}{Until}{Used}"), cancellationToken) is SaveResult.Saved;

    private TurnCommit Commit(string code, string gemeente, long version, string body)
        => new(Place(code), gemeente, version, Encoding.UTF8.GetBytes(body), [], DedupeKey: null, [], clock.GetUtcNow());

    /// <returns>null for what cannot be a code.</returns>
    private static string? Normal(string typed)
    {
        var code = new string([.. typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(Plain)]);
        return code.Length == Length ? code : null;
    }

    private static char Plain(char letter) => letter switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        _ => letter,
    };

    /// <summary>Key of another shape than that of a conversation, so that no token reaches it.</summary>
    private string Place(string code) => $"code:{Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("verder|" + code)))}";
}
