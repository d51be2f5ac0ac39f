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

    /// <exception cref="InvalidOperationException">A key or secret is too short to be one.</exception>
    public static DirectLineSettings From(IConfiguration configuration)
    {
        var own = configuration.GetSection("KlachtHulp:DirectLine");
        return new DirectLineSettings
        {
            Geheim = LongEnough(own["Geheim"], "KlachtHulp:DirectLine:Geheim"),
            Sleutel = LongEnough(own["Sleutel"], "KlachtHulp:DirectLine:Sleutel"),
            TokenLife = TimeSpan.FromSeconds(own.GetValue("TokenSeconden", 1800)),
            TicketLife = TimeSpan.FromSeconds(own.GetValue("TicketSeconden", 60)),
            Heartbeat = TimeSpan.FromSeconds(own.GetValue("HartslagSeconden", 15)),
            Origins = own.GetSection("Herkomsten").Get<string[]>() ?? [],
            PublicAddress = configuration["KlachtHulp:PubliekAdres"]?.TrimEnd('/'),
            Gemeente = configuration["KlachtHulp:Gemeente"] ?? "",
            DataFolder = configuration["KlachtHulp:Gegevens"] ?? "data",
            NewPerMinute = configuration.GetValue("KlachtHulp:Limieten:NieuwPerMinuut", 60),
            StreamsPerAddress = configuration.GetValue("KlachtHulp:Limieten:StromenPerAdres", 200),
        };
    }

    private static string? LongEnough(string? value, string name) => value switch
    {
        null or "" => null,
        { Length: < 24 } => throw new InvalidOperationException($"{name} needs at least 24 characters."),
        _ => value,
    };
}
