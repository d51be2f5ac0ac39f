using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Bot.Turns;

/// <summary>What channels may look up in a conversation without taking a turn.</summary>
public sealed class Conversations(IConversationStore store, IDialog dialog, ITurnFeed feed, TurnOrder order, TimeProvider clock)
{
    private readonly Bijlagen _files = new(store, clock);

    public async ValueTask<bool> ExistsAsync(string id, CancellationToken cancellationToken) => await store.LoadAsync(id, cancellationToken) is not null;

    /// <summary>Whether it was erased here in the last day: whoever holds a token for it must not begin it anew.</summary>
    public bool WasErased(string id) => order.Erased.Contains(id, clock.GetUtcNow());

    /// <summary>The transcript after a sequence, oldest first.</summary>
    public ValueTask<IReadOnlyList<StoredActivity>> ReadAsync(string id, long after, int max, CancellationToken cancellationToken)
        => store.ReadActivitiesAsync(id, after, max, cancellationToken);

    /// <summary>The newest part of the transcript, oldest first.</summary>
    /// <returns>null when there is no such conversation.</returns>
    public async ValueTask<IReadOnlyList<StoredActivity>?> TailAsync(string id, int max, CancellationToken cancellationToken)
        => await store.LoadAsync(id, cancellationToken) is { } stored
            ? await store.ReadActivitiesAsync(id, Math.Max(0, stored.LastSequence - max), max, cancellationToken)
            : null;

    /// <returns>null when there is no such conversation.</returns>
    public async ValueTask<Overzicht?> OverviewAsync(string id, string kanaal, CancellationToken cancellationToken)
        => await store.LoadAsync(id, cancellationToken) is { } stored
            ? dialog.Overview(stored.Body, DialogClock.Context(clock, id, stored.Gemeente, kanaal))
            : null;

    /// <returns>null when there is no such conversation or no such document.</returns>
    public async ValueTask<DocumentFile?> DocumentAsync(string id, string kanaal, string naam, CancellationToken cancellationToken)
        => await store.LoadAsync(id, cancellationToken) is { } stored
            ? dialog.Documents(stored.Body, DialogClock.Context(clock, id, stored.Gemeente, kanaal))
                .FirstOrDefault(file => string.Equals(file.Naam, naam, StringComparison.Ordinal))
            : null;

    /// <summary>Keeps a file with the conversation, after the turns that are under way.</summary>
    public async Task<BijlageUitslag> AttachAsync(string id, Bewijsstuk bijlage, CancellationToken cancellationToken)
    {
        using var pass = await order.EnterAsync(id, cancellationToken);
        return await store.LoadAsync(id, cancellationToken) is { } stored
            ? await _files.BewaarAsync(id, stored.Gemeente, bijlage, cancellationToken)
            : BijlageUitslag.Onbekend;
    }

    /// <summary>The files that belong to the conversation, in the order in which they came.</summary>
    public Task<IReadOnlyList<Bewijsstuk>> AttachmentsAsync(string id, CancellationToken cancellationToken) => _files.LeesAsync(id, cancellationToken);

    /// <summary>Removes everything when nothing was said since a moment, after the turns that are under way.</summary>
    /// <returns>False when somebody came back meanwhile, or it was gone already.</returns>
    public async Task<bool> EraseUnchangedAsync(string id, DateTimeOffset since, CancellationToken cancellationToken)
    {
        using var pass = await order.EnterAsync(id, cancellationToken);
        if (await store.LoadAsync(id, cancellationToken) is not { } stored || stored.Updated >= since
            || await _files.RenewAsync(stored, cancellationToken))
        {
            return false;
        }

        await RemoveAsync(id);
        return true;
    }

    /// <summary>Removes everything, after the turns that are under way.</summary>
    public async Task EraseAsync(string id, CancellationToken cancellationToken)
    {
        using var pass = await order.EnterAsync(id, cancellationToken);
        await RemoveAsync(id);
    }

    /// <summary>How it stands with an effect by now, here or on another instance.</summary>
    /// <returns>null when it was carried out.</returns>
    public ValueTask<OutboxPlace?> FindEffectAsync(OutboxItem item, CancellationToken cancellationToken) => store.FindOutboxAsync(item, cancellationToken);

    /// <summary>An effect was carried out: what waits behind it may go.</summary>
    public ValueTask CarriedOutAsync(OutboxItem item) => store.CompleteOutboxAsync(item.Id, CancellationToken.None);

    private async Task RemoveAsync(string id)
    {
        order.Recent.Take(id);
        await _files.EraseAsync(id, CancellationToken.None);
        await store.EraseAsync(id, CancellationToken.None);
        order.Erased.Add(id, message: null, clock.GetUtcNow());
        feed.Publish(new FeedItem(id, FirstSequence: 0, [], Ends: true));
    }
}
