using System.Threading.RateLimiting;
using KlachtHulp.Bot.Channels.Limits;

namespace KlachtHulp.Bot.Channels.Bewaren;

/// <summary>
/// So many codes a minute from one address, five unless it is set otherwise: enough for somebody who mistypes, and for guessing far too few. All addresses together have a budget of wrong
/// codes too. When it is spent each address may try once an hour, so that who types the right code still comes in and who guesses with many addresses does not.
/// </summary>
public sealed class GuessLimiter(SharedWindow shared, AddressBook book, LimitSettings settings, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>Wrong codes of everybody together in an hour: many more than a bad day of typing, and far from a chance against almost 59 bits.</summary>
    internal const int Budget = 1000;

    private const string Everybody = "iedereen";
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly AttemptWindow _wrong = new(clock, Hour);
    private readonly AttemptWindow _strict = new(clock, Hour);
    private long _strictUntil;

    private readonly PartitionedRateLimiter<NetworkKey> _limiter = PartitionedRateLimiter.Create<NetworkKey, NetworkKey>(network =>
        RateLimitPartition.GetFixedWindowLimiter(network, _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.CodesPerMinute, Window = Wait, QueueLimit = 0 }));

    /// <returns>true when one more may be tried; otherwise the response already says when to come back.</returns>
    public async ValueTask<bool> TryPassAsync(HttpContext http)
        => TryPassHere(http) && await TryTogetherAsync(http, "verder", settings.CodesPerMinute, Wait) && await TryStrictAsync(http);

    /// <summary>Counts a code that was wrong, over all addresses and instances.</summary>
    public async ValueTask WrongAsync(CancellationToken cancellationToken)
    {
        var (count, until) = await shared.CountAsync("verder-fout", Hour, cancellationToken) is { } together ? (together.Count, together.Until) : _wrong.Add(Everybody);
        if (count >= Budget)
        {
            Interlocked.Exchange(ref _strictUntil, until.UtcTicks);
        }
    }

    public ValueTask DisposeAsync() => _limiter.DisposeAsync();

    private async ValueTask<bool> TryStrictAsync(HttpContext http)
    {
        if (clock.GetUtcNow().UtcTicks >= Interlocked.Read(ref _strictUntil))
        {
            return true;
        }

        var (count, until) = _strict.Add(NetworkKey.Of(http).ToString());
        if (count > 1)
        {
            book.WasRefused(NetworkKey.Of(http));
            TellWhen(http, until - clock.GetUtcNow());
        }

        return count == 1 && await TryTogetherAsync(http, "verder-streng", 1, Hour);
    }

    private async ValueTask<bool> TryTogetherAsync(HttpContext http, string what, int most, TimeSpan window)
    {
        if (await shared.RefusedUntilAsync(http, what, most, window) is not { } until)
        {
            return true;
        }

        book.Refuse(NetworkKey.Of(http), Door.Guess, until);
        TellWhen(http, until - clock.GetUtcNow());
        return false;
    }

    private bool TryPassHere(HttpContext http)
    {
        using var lease = _limiter.AttemptAcquire(NetworkKey.Of(http));
        if (!lease.IsAcquired)
        {
            book.WasRefused(NetworkKey.Of(http));
            TellWhen(http, lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Wait);
        }

        return lease.IsAcquired;
    }

    private static void TellWhen(HttpContext http, TimeSpan wait) => Refusals.Tell(http, wait);
}
