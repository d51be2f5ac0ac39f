using System.Diagnostics.CodeAnalysis;
using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Bot.Beheer;

/// <summary>Whether this instance can take a turn now: the store answers and the service is not stopping. For load balancers: <c>/readyz</c>.</summary>
/// <remarks><c>/healthz</c> says only that the process lives: a database that is away is not cured by starting the service again.</remarks>
public sealed class Readiness(IConversationStore store, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [SuppressMessage("Design", "CA1031", Justification = "Whatever the store throws, the answer is: not ready.")]
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return false;
        }

        try
        {
            await store.LoadAsync("readyz", cancellationToken).AsTask().WaitAsync(Patience, clock, cancellationToken);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
