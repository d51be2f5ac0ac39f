using System.Diagnostics.CodeAnalysis;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Turns;

namespace KlachtHulp.Bot.Delivery.Afleveren;

/// <summary>Carries out what turns have put in the outbox: at least once, for as long as it takes, in any instance.</summary>
/// <remarks>A refusal parks the item: it is told in the log and the metrics, and tried again once a day and after each start.</remarks>
public sealed class OutboxWorker(
    IConversationStore store, Bezorger bezorger, Conversations conversations, OutboxSignal signal, Backoff backoff, AfleverSettings settings,
    TimeProvider clock, ILogger<OutboxWorker> logger, IEnumerable<IEffectHandler>? handlers = null, IAfleverMelder? melder = null) : BackgroundService
{
    /// <summary>How many deliveries go on at the same time, so that one slow gemeente does not hold up the others.</summary>
    internal const int Together = 8;

    private const int MostRunning = 32;

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

    /// <summary>Takes what is due without waiting for what goes on, so that a gemeente that does not answer holds up nobody.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (released, running) = (false, new List<Task>());
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                running.RemoveAll(static task => task.IsCompleted);
                (released, var taken) = await TakeAsync(released, running, stoppingToken);
                if (running.Count >= MostRunning)
                {
                    await Task.WhenAny(running);
                }
                else if (taken < Together)
                {
                    await signal.WaitAsync(Look, clock, stoppingToken);
                }
            }
        }
        finally
        {
            await Task.WhenAll(running);
        }
    }

    /// <returns>Whether parked items were made due again, which happens once, and how many items were taken.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "A store that fails now may work in five seconds; the loop must live on.")]
    private async Task<(bool Released, int Taken)> TakeAsync(bool released, List<Task> running, CancellationToken cancellationToken)
    {
        try
        {
            if (!released)
            {
                await store.ReleaseOutboxAsync(clock.GetUtcNow(), cancellationToken);
                released = true;
            }

            var items = await store.LeaseOutboxAsync(Together, clock.GetUtcNow() + Ahead, Lease, cancellationToken);
            running.AddRange(items.Select(item => GuardAsync(item, cancellationToken)));
            return (released, items.Count);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            Log.OutboxUnavailable(logger, problem.GetType().Name);
            return (released, 0);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "What the store did not take is leased again when the lease ends.")]
    private async Task GuardAsync(OutboxItem item, CancellationToken cancellationToken)
    {
        try
        {
            await HandleAsync(item, cancellationToken);
        }
        catch (Exception problem)
        {
            Log.OutboxUnavailable(logger, problem.GetType().Name);
        }
    }

    private async Task HandleAsync(OutboxItem item, CancellationToken cancellationToken)
    {
        if (handlers?.FirstOrDefault(one => one.Kind == item.Kind) is { } handler)
        {
            await HandleAsync(handler, item, cancellationToken);
            return;
        }

        if (item.State == OutboxState.Done)
        {
            await conversations.EraseAsync(item.ConversationId, cancellationToken);
            return;
        }

        var stappen = new Stappen(item.Progress, progress => KeepAsync(item, progress));
        var result = await AttemptAsync(item, stappen, cancellationToken);
        var (state, wait) = Judge(item, result);
        await store.UpdateOutboxAsync(item, state, clock.GetUtcNow() + wait, stappen.Progress, CancellationToken.None);
        await (melder?.MeldAsync(item, result, cancellationToken) ?? Task.CompletedTask);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever went wrong, the effect stays and is tried again.")]
    private async Task HandleAsync(IEffectHandler handler, OutboxItem item, CancellationToken cancellationToken)
    {
        var progress = item.Progress;
        EffectResult result = new EffectResult.Later();
        try
        {
            result = await handler.HandleAsync(item, kept => KeepAsync(item, progress = kept), cancellationToken);
        }
        catch (Exception problem)
        {
            Log.EffectFailed(logger, item.Kind, problem.GetType().Name);
        }

        await (result is EffectResult.Later later
            ? store.UpdateOutboxAsync(item, OutboxState.Waiting, clock.GetUtcNow() + backoff.After(item.Attempts, later.After), progress, CancellationToken.None)
            : store.CompleteOutboxAsync(item.Id, CancellationToken.None));
    }

    private Task KeepAsync(OutboxItem item, ReadOnlyMemory<byte> progress)
        => store.UpdateOutboxAsync(item, item.State, clock.GetUtcNow() + Lease, progress, CancellationToken.None).AsTask();

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
