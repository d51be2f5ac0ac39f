using KlachtHulp.Bot.Privacy;

namespace KlachtHulp.Bot.Channels.DirectLine;

/// <summary>Settings of Direct Line, from <c>KlachtHulp:DirectLine</c> and a few beside it.</summary>
public sealed record DirectLineSettings
{
    /// <summary>The master key with which another server may make tokens; null when nobody may.</summary>
    public string? Geheim { get; init; }

    /// <summary>Text from which the signing key is made; null to keep one in the data folder.</summary>
    public string? Sleutel { get; init; }

    /// <summary>How long a token lives. DirectLineJS refreshes after 15 minutes, so under 16 minutes it loses its conversation.</summary>
    public required TimeSpan TokenLife { get; init; }

    /// <summary>How long a stream address is good for.</summary>
    public required TimeSpan TicketLife { get; init; }

    /// <summary>How often an idle stream says that it is still there.</summary>
    public required TimeSpan Heartbeat { get; init; }

    /// <summary>Other sites, as origins, whose pages may talk to this service.</summary>
    public required IReadOnlyList<string> Origins { get; init; }

    /// <summary>The gemeente, as CBS code, of those of <see cref="Origins"/> that are of one gemeente: a page there begins conversations with no other.</summary>
    public IReadOnlyDictionary<string, string> Gemeenten { get; init; } = new Dictionary<string, string>();

    /// <summary>How long after the first one the tokens of a conversation may be renewed: as long as a conversation is kept in which nobody comes back.</summary>
    public TimeSpan Renewable { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Address by which the world reaches this service, without a slash at the end; null to take it from each request.</summary>
    public string? PublicAddress { get; init; }

    /// <summary>CBS code for conversations whose client names none.</summary>
    public required string Gemeente { get; init; }

    /// <summary>Folder for keys that must outlive the process.</summary>
    public required string DataFolder { get; init; }

    /// <summary>How many conversations one address may begin in a minute.</summary>
    public required int NewPerMinute { get; init; }

    /// <summary>How many streams one address may hold open on one instance; a whole office may share an address.</summary>
    public int StreamsPerAddress { get; init; } = 200;

    /// <exception cref="InvalidOperationException">A key or secret is too short to be one, or a site is not of a gemeente.</exception>
    public static DirectLineSettings From(IConfiguration configuration)
    {
        var own = configuration.GetSection("KlachtHulp:DirectLine");
        var sites = (own.GetSection("Herkomsten").Get<string[]>() ?? []).Select(Site).ToList();
        return new DirectLineSettings
        {
            Geheim = LongEnough(own["Geheim"], "KlachtHulp:DirectLine:Geheim"),
            Sleutel = LongEnough(own["Sleutel"], "KlachtHulp:DirectLine:Sleutel"),
            TokenLife = TimeSpan.FromSeconds(own.GetValue("TokenSeconden", 1800)),
            TicketLife = TimeSpan.FromSeconds(own.GetValue("TicketSeconden", 60)),
            Heartbeat = TimeSpan.FromSeconds(own.GetValue("HartslagSeconden", 15)),
            Origins = [.. sites.Select(static site => site.Origin)],
            Gemeenten = sites.Where(static site => site.Gemeente.Length > 0)
                .ToDictionary(static site => site.Origin, static site => site.Gemeente, StringComparer.OrdinalIgnoreCase),
            Renewable = BewaarSettings.From(configuration).Open,
            PublicAddress = configuration["KlachtHulp:PubliekAdres"]?.TrimEnd('/'),
            Gemeente = configuration["KlachtHulp:Gemeente"] ?? "",
            DataFolder = configuration["KlachtHulp:Gegevens"] ?? "data",
            NewPerMinute = configuration.GetValue("KlachtHulp:Limieten:NieuwPerMinuut", 60),
            StreamsPerAddress = configuration.GetValue("KlachtHulp:Limieten:StromenPerAdres", 200),
        };
    }

    /// <summary>A site, and behind <c>=</c> the gemeente it is of.</summary>
    private static (string Origin, string Gemeente) Site(string text) => text.Split('=', 2) switch
    {
        [var origin] => (origin.TrimEnd('/'), ""),
        [var origin, var gemeente] when NewTokenRules.IsGemeente(gemeente) => (origin.TrimEnd('/'), gemeente),
        _ => throw new InvalidOperationException($"KlachtHulp:DirectLine:Herkomsten: '{text}' must be an origin, or origin=CBS code of four digits."),
    };

    private static string? LongEnough(string? value, string name) => value switch
    {
        null or "" => null,
        { Length: < 24 } => throw new InvalidOperationException($"{name} needs at least 24 characters."),
        _ => value,
    };
}
