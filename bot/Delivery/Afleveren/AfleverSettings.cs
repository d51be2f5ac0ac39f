namespace KlachtHulp.Bot.Delivery.Afleveren;

/// <summary>What holds for every way of delivering, from <c>KlachtHulp:Aflevering</c>.</summary>
/// <param name="BewarenNaAflevering">How long the conversation stays after its form was delivered.</param>
public sealed record AfleverSettings(TimeSpan BewarenNaAflevering)
{
    /// <exception cref="InvalidOperationException">The number of days is not from 0 to 365.</exception>
    public static AfleverSettings From(IConfiguration configuration)
    {
        var days = configuration.GetValue("KlachtHulp:Bewaren:DagenNaAflevering", 7);
        return days is >= 0 and <= 365
            ? new(TimeSpan.FromDays(days))
            : throw new InvalidOperationException("KlachtHulp:Bewaren:DagenNaAflevering must be from 0 to 365.");
    }
}
