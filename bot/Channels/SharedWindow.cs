using KlachtHulp.Bot.Channels.Limits;
using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Bot.Channels;

/// <summary>Holds one address to a number of tries in a window of time over all instances together. With one instance it lets everything through.</summary>
/// <remarks>The limiter of the instance itself is asked first, so that a flood does not reach the database.</remarks>
public sealed class SharedWindow(ISharedWork shared, TimeProvider clock)
{
    /// <param name="what">Name of the limit.</param>
    /// <returns>null when one more may pass; otherwise until when none may. Whoever asks remembers that: each time it is asked, the database is.</returns>
    public async ValueTask<DateTimeOffset?> RefusedUntilAsync(HttpContext http, string what, int most, TimeSpan window)
        => shared.IsShared && await shared.CountAsync($"{what}|{NetworkKey.Of(http)}", clock.GetUtcNow(), window, http.RequestAborted) is { } together && together.Count > most
            ? together.Until
            : null;

    /// <summary>Counts one more over all instances and all addresses; null with one instance.</summary>
    public async ValueTask<SharedCount?> CountAsync(string what, TimeSpan window, CancellationToken cancellationToken)
        => shared.IsShared ? await shared.CountAsync(what, clock.GetUtcNow(), window, cancellationToken) : null;

    /// <summary>Whether nobody on another instance used this before.</summary>
    public async ValueTask<bool> TryUseAsync(string what, TimeSpan life, CancellationToken cancellationToken)
        => !shared.IsShared || (await shared.CountAsync(what, clock.GetUtcNow(), life, cancellationToken)).Count == 1;
}
