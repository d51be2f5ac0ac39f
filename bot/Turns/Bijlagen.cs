using System.Text;
using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Bot.Turns;

/// <param name="Soort">Media type, as its content shows.</param>
public sealed record Bewijsstuk(string Soort, ReadOnlyMemory<byte> Inhoud);

/// <summary>What became of a file that was offered.</summary>
public enum BijlageUitslag
{
    Bewaard,

    /// <summary>The conversation has as many files, or as many bytes, as go along with one form.</summary>
    Vol,

    /// <summary>There is no such conversation.</summary>
    Onbekend,
}

/// <summary>
/// Files of residents, in quarantine: each sealed with a key of its own in a place of its own beside its conversation, shown to nobody, and gone with the conversation.
/// They leave only with the form, to the gemeente.
/// </summary>
internal sealed class Bijlagen(IConversationStore store, TimeProvider clock)
{
    /// <summary>Most files of one conversation.</summary>
    public const int MaxAantal = 5;

    /// <summary>Most bytes of all files together: in a mail they grow by a third, and many mail servers stop at 25 MB.</summary>
    public const int MaxTotaal = 15 * 1024 * 1024;

    private const string Prefix = "bijlage:";

    /// <summary>Keeps a file; one that is there already is not kept twice.</summary>
    public async Task<BijlageUitslag> BewaarAsync(string conversation, string gemeente, Bewijsstuk bijlage, CancellationToken cancellationToken)
    {
        var total = bijlage.Inhoud.Length;
        for (var number = 1; number <= MaxAantal; number++)
        {
            if (await store.LoadAsync(Place(conversation, number), cancellationToken) is { } found)
            {
                var kept = Unpack(found.Body);
                if (kept.Inhoud.Span.SequenceEqual(bijlage.Inhoud.Span))
                {
                    return BijlageUitslag.Bewaard;
                }

                total += kept.Inhoud.Length;
            }
            else
            {
                return total <= MaxTotaal && await SaveAsync(Place(conversation, number), gemeente, version: 0, Pack(bijlage), cancellationToken)
                    ? BijlageUitslag.Bewaard
                    : BijlageUitslag.Vol;
            }
        }

        return BijlageUitslag.Vol;
    }

    /// <summary>All files of a conversation, in the order in which they came.</summary>
    public async Task<IReadOnlyList<Bewijsstuk>> LeesAsync(string conversation, CancellationToken cancellationToken)
    {
        var found = new List<Bewijsstuk>();
        for (var number = 1; number <= MaxAantal; number++)
        {
            if (await store.LoadAsync(Place(conversation, number), cancellationToken) is { } stored)
            {
                found.Add(Unpack(stored.Body));
            }
        }

        return found;
    }

    public async Task EraseAsync(string conversation, CancellationToken cancellationToken)
    {
        for (var number = 1; number <= MaxAantal; number++)
        {
            if (await store.LoadAsync(Place(conversation, number), cancellationToken) is not null)
            {
                await store.EraseAsync(Place(conversation, number), cancellationToken);
            }
        }
    }

    /// <summary>A file does not grow old before its conversation does.</summary>
    /// <returns>False when it is not a file, or its conversation is gone.</returns>
    public async Task<bool> RenewAsync(StoredConversation stored, CancellationToken cancellationToken)
        => stored.Id.StartsWith(Prefix, StringComparison.Ordinal)
            && await store.LoadAsync(stored.Id[Prefix.Length..stored.Id.LastIndexOf(':')], cancellationToken) is not null
            && await SaveAsync(stored.Id, stored.Gemeente, stored.Version, stored.Body, cancellationToken);

    private async Task<bool> SaveAsync(string place, string gemeente, long version, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
        => await store.SaveAsync(new TurnCommit(place, gemeente, version, body, [], DedupeKey: null, [], clock.GetUtcNow()), cancellationToken) is SaveResult.Saved;

    /// <summary>Key of another shape than that of a conversation, so that no token reaches it.</summary>
    private static string Place(string conversation, int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Prefix}{conversation}:{number}");

    private static byte[] Pack(Bewijsstuk bijlage) => [.. Encoding.ASCII.GetBytes(bijlage.Soort), (byte)'\n', .. bijlage.Inhoud.Span];

    private static Bewijsstuk Unpack(ReadOnlyMemory<byte> body)
    {
        var end = body.Span.IndexOf((byte)'\n');
        return new Bewijsstuk(Encoding.ASCII.GetString(body.Span[..end]), body[(end + 1)..]);
    }
}
