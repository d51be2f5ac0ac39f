namespace KlachtHulp.Bot.Beheer;

/// <summary>The section <c>KlachtHulp:Metingen</c>.</summary>
/// <param name="Token">Opens <c>/metrics</c> from elsewhere; null for this machine only.</param>
public sealed record BeheerSettings(string? Token)
{
    private const int Shortest = 24;

    /// <exception cref="InvalidOperationException">The token is too short to be safe.</exception>
    public static BeheerSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("KlachtHulp:Metingen");
        return section["Token"] is { Length: > 0 } token
            ? token.Length >= Shortest ? new(token) : throw new InvalidOperationException($"KlachtHulp:Metingen:Token must have at least {Shortest} characters.")
            : new(null as string);
    }
}
