namespace KlachtHulp.Bot.Delivery.Afleveren;

/// <summary>How long to wait after a failed attempt: twice as long each time, with chance in it so that a far end that comes back is not stormed.</summary>
/// <param name="chance">A number from 0 up to 1.</param>
public sealed class Backoff(Func<double> chance)
{
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private const int Doublings = 10;

    /// <param name="attempts">Failed attempts before this one.</param>
    /// <param name="asked">What the far end asked for; waited out when it is longer, up to <see cref="Longest"/>.</param>
    /// <returns>From 5 seconds to 1 hour.</returns>
    public TimeSpan After(int attempts, TimeSpan? asked = null)
    {
        var wait = Shortest * Math.Pow(2, Math.Min(attempts, Doublings)) * (1 + chance());
        var longer = asked is { } time && time > wait ? time : wait;
        return longer < Longest ? longer : Longest;
    }
}
