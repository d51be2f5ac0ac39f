using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Bot.Turns;

/// <summary>Carries out one kind of effect of a turn, besides bringing forms to a gemeente. May be called again for the same item after any failure.</summary>
public interface IEffectHandler
{
    /// <summary>Kind of the outbox items this is for.</summary>
    string Kind { get; }

    /// <param name="keep">Keeps how far it came, across restarts; comes back as <see cref="OutboxItem.Progress"/>.</param>
    Task<EffectResult> HandleAsync(OutboxItem item, Func<ReadOnlyMemory<byte>, Task> keep, CancellationToken cancellationToken);
}

/// <summary>What became of one attempt. An exception counts as <see cref="Later"/>.</summary>
public abstract record EffectResult
{
    private EffectResult()
    {
    }

    /// <summary>Carried out, or of no use any more: the item goes away.</summary>
    public sealed record Finished : EffectResult;

    /// <summary>Not now; it is tried again.</summary>
    /// <param name="After">How long the far end asked to wait; null when it did not say.</param>
    public sealed record Later(TimeSpan? After = null) : EffectResult;
}
