using System.Threading.Channels;

namespace KlachtHulp.Bot.Storage;

/// <summary>Wakes the one worker of this instance as soon as there is something to carry out. Several calls before it wakes are one.</summary>
public sealed class OutboxSignal
{
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Set() => _signal.Writer.TryWrite(true);

    /// <summary>Returns when the signal was set since the last return, or when the time is up.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(_signal.Reader.WaitToReadAsync(enough.Token).AsTask(), Task.Delay(atMost, clock, enough.Token));
        await enough.CancelAsync();
        _signal.Reader.TryRead(out _);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
