namespace KlachtHulp.Bot.Privacy;

/// <summary>How long a conversation stays that was not sent, from <c>KlachtHulp:Bewaren</c>.</summary>
/// <param name="Open">Since the last message.</param>
public sealed record BewaarSettings(TimeSpan Open)
{
    /// <exception cref="InvalidOperationException">The number of days is not from 1 to 365.</exception>
    public static BewaarSettings From(IConfiguration configuration)
    {
        var days = configuration.GetValue("KlachtHulp:Bewaren:DagenOpen", 30);
        return days is >= 1 and <= 365
            ? new(TimeSpan.FromDays(days))
            : throw new InvalidOperationException("KlachtHulp:Bewaren:DagenOpen must be from 1 to 365.");
    }
}
