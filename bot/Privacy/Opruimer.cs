using System.Diagnostics.CodeAnalysis;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Turns;

namespace KlachtHulp.Bot.Privacy;

/// <summary>Erases conversations that nobody came back to. One that waits for delivery, or was delivered, is in the hands of the outbox.</summary>
/// <remarks>Source: AVG art. 5, lid 1, onder e (opslagbeperking).</remarks>
public sealed class Opruimer(
    IConversationStore store, ISharedWork shared, Conversations conversations, BewaarSettings settings, TimeProvider clock, ILogger<Opruimer> logger) : BackgroundService
{
    private const int Batch = 200;

    private static readonly TimeSpan Round = TimeSpan.FromHours(1);

    /// <returns>How many conversations were erased.</returns>
    internal async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var (moment, total) = (clock.GetUtcNow() - settings.Open, 0);
        while (await store.ListUnchangedSinceAsync(moment, Batch, cancellationToken) is { Count: > 0 } ids)
        {
            var erased = 0;
            foreach (var id in ids)
            {
                erased += await conversations.EraseUnchangedAsync(id, moment, cancellationToken) ? 1 : 0;
            }

            total += erased;
            if (erased == 0)
            {
                break;
            }
        }

        return total;
    }

    /// <summary>One round, by one instance at a time.</summary>
    /// <returns>How many conversations were erased; 0 when another instance is at it.</returns>
    internal async Task<int> LeadOnceAsync(CancellationToken cancellationToken)
    {
        await using var lead = await shared.TryLeadAsync("opruimen", cancellationToken);
        if (lead is null)
        {
            return 0;
        }

        await shared.ForgetCountsAsync(clock.GetUtcNow(), cancellationToken);
        return await RunOnceAsync(cancellationToken);
    }

    [SuppressMessage("Design", "CA1031", Justification = "A store that fails now may work in an hour; the loop must live on.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round, clock);
        do
        {
            try
            {
                if (await LeadOnceAsync(stoppingToken) is var erased and > 0)
                {
                    Log.Erased(logger, erased);
                }
            }
            catch (Exception problem) when (!stoppingToken.IsCancellationRequested)
            {
                Log.ErasingFailed(logger, problem.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
