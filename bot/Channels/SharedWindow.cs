using KlachtHulp.Bot.Channels.DirectLine;
using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Bot.Channels;

/// <summary>Holds one address to a number of tries in a window of time over all instances together. With one instance it lets everything through.</summary>
/// <remarks>The limiter of the instance itself is asked first, so that a flood does not reach the database.</remarks>
public sealed class SharedWindow(ISharedWork shared, TimeProvider clock)
{
    /// <param name="what">Name of the limit.</param>
    /// <returns>true when one more may pass; otherwise the response already says when to come back.</returns>
    public async ValueTask<bool> TryPassAsync(HttpContext http, string what, int most, TimeSpan window)
    {
        if (!shared.IsShared)
        {
            return true;
        }

        var (count, until) = await shared.CountAsync($"{what}|{CreationLimiter.Network(http)}", clock.GetUtcNow(), window, http.RequestAborted);
        if (count > most)
        {
            var seconds = Math.Max(1, (int)Math.Ceiling((until - clock.GetUtcNow()).TotalSeconds));
            http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return count <= most;
    }

    /// <summary>Counts one more over all instances and all addresses; null with one instance.</summary>
    public async ValueTask<SharedCount?> CountAsync(string what, TimeSpan window, CancellationToken cancellationToken)
        => shared.IsShared ? await shared.CountAsync(what, clock.GetUtcNow(), window, cancellationToken) : null;

    /// <summary>Whether nobody on another instance used this before.</summary>
    public async ValueTask<bool> TryUseAsync(string what, TimeSpan life, CancellationToken cancellationToken)
        => !shared.IsShared || (await shared.CountAsync(what, clock.GetUtcNow(), life, cancellationToken)).Count == 1;
}
