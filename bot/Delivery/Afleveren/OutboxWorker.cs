using System.Diagnostics.CodeAnalysis;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Turns;

namespace KlachtHulp.Bot.Delivery.Afleveren;

/// <summary>Carries out what turns have put in the outbox: at least once, for as long as it takes, in any instance.</summary>
/// <remarks>A refusal parks the item: it is told in the log and the metrics, and tried again once a day and after each start.</remarks>
public sealed class OutboxWorker(
    IConversationStore store, Bezorger bezorger, Conversations conversations, OutboxSignal signal, Backoff backoff, AfleverSettings settings,
    TimeProvider clock, ILogger<OutboxWorker> logger, IAfleverMelder? melder = null) : BackgroundService
{
    /// <summary>How many deliveries go on at the same time, so that one slow gemeente does not hold up the others.</summary>
    internal const int Together = 8;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    /// <summary>Moments in a conversation always go up, so those of quick turns lie a little ahead of the clock.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Parked = TimeSpan.FromDays(1);

    /// <summary>Does what is due now.</summary>
    /// <returns>How many items were taken; when that is <see cref="Together"/> there may be more.</returns>
    internal async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var items = await store.LeaseOutboxAsync(Together, clock.GetUtcNow() + Ahead, Lease, cancellationToken);
        await Task.WhenAll(items.Select(item => HandleAsync(item, cancellationToken)));
        return items.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var released = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            released = await DrainAsync(released, stoppingToken);
            await signal.WaitAsync(Look, clock, stoppingToken);
        }
    }

    /// <returns>Whether parked items were made due again, which happens once.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "A store that fails now may work in five seconds; the loop must live on.")]
    private async Task<bool> DrainAsync(bool released, CancellationToken cancellationToken)
    {
        try
        {
            if (!released)
            {
                await store.ReleaseOutboxAsync(clock.GetUtcNow(), cancellationToken);
                released = true;
            }

            while (await RunOnceAsync(cancellationToken) == Together)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            Log.OutboxUnavailable(logger, problem.GetType().Name);
        }

        return released;
    }

    private async Task HandleAsync(OutboxItem item, CancellationToken cancellationToken)
    {
        if (item.State == OutboxState.Done)
        {
            await conversations.EraseAsync(item.ConversationId, cancellationToken);
            return;
        }

        var stappen = new Stappen(item.Progress, progress =>
            store.UpdateOutboxAsync(item, item.State, clock.GetUtcNow() + Lease, progress, CancellationToken.None).AsTask());
        var result = await AttemptAsync(item, stappen, cancellationToken);
        var (state, wait) = Judge(item, result);
        await store.UpdateOutboxAsync(item, state, clock.GetUtcNow() + wait, stappen.Progress, CancellationToken.None);
        await (melder?.MeldAsync(item, result, cancellationToken) ?? Task.CompletedTask);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever went wrong, the form stays and is tried again.")]
    private async Task<Afleverresultaat> AttemptAsync(OutboxItem item, Stappen stappen, CancellationToken cancellationToken)
    {
        try
        {
            return await bezorger.BezorgAsync(item, stappen, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new Afleverresultaat.Later("stopped");
        }
        catch (Exception problem)
        {
            return new Afleverresultaat.Later(problem.GetType().Name);
        }
    }

    private (OutboxState State, TimeSpan Wait) Judge(OutboxItem item, Afleverresultaat result)
    {
        switch (result)
        {
            case Afleverresultaat.Afgeleverd:
                Log.Delivered(logger, item.Key, item.Attempts + 1);
                return (OutboxState.Done, settings.BewarenNaAflevering);
            case Afleverresultaat.Geweigerd refused:
                Log.DeliveryParked(logger, item.Key, refused.Reden);
                return (OutboxState.Parked, Parked);
            case Afleverresultaat.Later later:
                Log.DeliveryFailed(logger, item.Key, later.Reden, item.Attempts + 1);
                return (OutboxState.Waiting, backoff.After(item.Attempts, later.Na));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
