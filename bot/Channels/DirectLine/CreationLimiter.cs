using KlachtHulp.Bot.Channels.Limits;

namespace KlachtHulp.Bot.Channels.DirectLine;

/// <summary>How many conversations one address, and all together, may begin. Messages in a conversation are never refused this way: clients lose them without a word.</summary>
/// <remarks>When all together begin too many, an address that began few goes before one that began many.</remarks>
public sealed class CreationLimiter(LimitSettings settings, AddressBook book, SharedWindow shared, TimeProvider clock)
{
    /// <summary>So many conversations a minute make an address one of few.</summary>
    private const int Few = 3;

    /// <summary>Seconds of beginning that may come at once.</summary>
    private const int Burst = 2;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private double _left = settings.NewPerSecond * Burst;
    private DateTimeOffset _counted = clock.GetUtcNow();

    /// <returns>null when one more may begin; otherwise why not, and the response already says when to come back.</returns>
    public async ValueTask<DirectLineError?> RefuseAsync(HttpContext http)
    {
        var network = NetworkKey.Of(http);
        var (count, wait) = book.Begins(network);
        if (wait > TimeSpan.Zero)
        {
            return Refused(http, DirectLineError.TooMany, wait);
        }

        if (!TryTake(reserve: count > Few ? settings.NewPerSecond : 0))
        {
            book.WasRefused(network);
            return Refused(http, DirectLineError.Busy, Soon);
        }

        if (await shared.RefusedUntilAsync(http, "begin", settings.NewPerMinute, Minute) is not { } until)
        {
            return null;
        }

        book.Refuse(network, Door.Begin, until);
        return Refused(http, DirectLineError.TooMany, until - clock.GetUtcNow());
    }

    private static DirectLineError Refused(HttpContext http, DirectLineError error, TimeSpan wait)
    {
        Refusals.Tell(http, wait);
        return error;
    }

    /// <param name="reserve">What is to stay for others.</param>
    private bool TryTake(int reserve)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var since = Math.Max(0, (now - _counted).TotalSeconds);
            (_left, _counted) = (Math.Min(settings.NewPerSecond * Burst, _left + (since * settings.NewPerSecond)), now);
            if (_left < reserve + 1)
            {
                return false;
            }

            _left--;
            return true;
        }
    }
}
