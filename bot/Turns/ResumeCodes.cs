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
    /// <summary>Crockford's 32 letters and digits; what looks like one of them is read as that one.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 12;

    /// <summary>A new code for a conversation, 60 bits, in three groups of four.</summary>
    public async Task<string> MakeAsync(string conversation, string gemeente, CancellationToken cancellationToken)
    {
        var code = new string(RandomNumberGenerator.GetItems<char>(Alphabet, Length));
        var commit = new TurnCommit(Place(code), gemeente, ExpectedVersion: 0, Encoding.UTF8.GetBytes(conversation), [], DedupeKey: null, [], clock.GetUtcNow());
        await store.SaveAsync(commit, cancellationToken);
        return string.Join('-', code.Chunk(4).Select(static group => new string(group)));
    }

    /// <param name="typed">As people type it: small letters, spaces and dashes do not matter.</param>
    /// <returns>The conversation and its gemeente; null when no conversation has this code, or it was erased.</returns>
    public async Task<(string Conversation, string Gemeente)?> FindAsync(string typed, CancellationToken cancellationToken)
    {
        var code = new string([.. typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(Plain)]);
        if (code.Length != Length || await store.LoadAsync(Place(code), cancellationToken) is not { } found)
        {
            return null;
        }

        var conversation = Encoding.UTF8.GetString(found.Body.Span);
        return await store.LoadAsync(conversation, cancellationToken) is { } stored ? (conversation, stored.Gemeente) : null;
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
