namespace KlachtHulp.Bot.Delivery.Afleveren;

/// <summary>Which way a gemeente gets its forms.</summary>
/// <param name="eigen">By CBS code: gemeenten with a way of their own.</param>
/// <param name="anders">The way of all others.</param>
public sealed class Afleverwijzer(IReadOnlyDictionary<string, IAflevering> eigen, IAflevering anders)
{
    /// <param name="gemeente">CBS code; null when the resident did not know the gemeente.</param>
    public IAflevering Voor(string? gemeente) => gemeente is not null && eigen.TryGetValue(gemeente, out var way) ? way : anders;
}
