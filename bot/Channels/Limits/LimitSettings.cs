namespace KlachtHulp.Bot.Channels.Limits;

/// <summary>How much one address, one conversation and all together may ask, from <c>KlachtHulp:Limieten</c>. What an office behind one address needs stays far below.</summary>
public sealed record LimitSettings
{
    /// <summary>New conversations a minute from one address.</summary>
    public int NewPerMinute { get; init; } = 60;

    /// <summary>New conversations a second of all addresses together, on one instance. Who is in a conversation notices nothing of it.</summary>
    public int NewPerSecond { get; init; } = 50;

    /// <summary>Codes to go on with that one address may try in a minute.</summary>
    public int CodesPerMinute { get; init; } = 5;

    /// <summary>Calls of one address in <see cref="Span"/>, besides those in a conversation.</summary>
    public int CallsPerAddress { get; init; } = 600;

    /// <summary>Calls in one conversation in <see cref="Span"/>.</summary>
    public int CallsPerConversation { get; init; } = 300;

    /// <summary>So many refusals a minute an address gets at once; the ones after it take ever longer.</summary>
    public int QuickRefusals { get; init; } = 20;

    /// <summary>Open connections of one address that is no proxy of ours; an eighth of it may be opened anew each second.</summary>
    public int ConnectionsPerAddress { get; init; } = 400;

    /// <summary>Open connections in all, and as many streams besides.</summary>
    public int Connections { get; init; } = 20_000;

    /// <summary>How long the head of a request may take to come in.</summary>
    public TimeSpan HeadPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Proxies of our own.</summary>
    public TrustedProxies Proxies { get; init; } = new([]);

    /// <summary>Seconds; Kestrel looks once a second and wants more than one.</summary>
    private const int ShortestPatience = 2;

    /// <summary>Length of the window in which calls are counted.</summary>
    internal static TimeSpan Span { get; } = TimeSpan.FromSeconds(10);

    /// <exception cref="InvalidOperationException">A number is below one, or a proxy is no address.</exception>
    public static LimitSettings From(IConfiguration configuration)
    {
        int Read(string name, int standard) => configuration.GetValue(name, standard) is var value and > 0
            ? value
            : throw new InvalidOperationException($"{name} must be 1 or more.");
        var standard = new LimitSettings();
        return new LimitSettings
        {
            NewPerMinute = Read("KlachtHulp:Limieten:NieuwPerMinuut", standard.NewPerMinute),
            NewPerSecond = Read("KlachtHulp:Limieten:NieuwPerSeconde", standard.NewPerSecond),
            CodesPerMinute = Read("KlachtHulp:Limieten:CodesPerMinuut", standard.CodesPerMinute),
            CallsPerAddress = Read("KlachtHulp:Limieten:VerzoekenPerAdres", standard.CallsPerAddress),
            CallsPerConversation = Read("KlachtHulp:Limieten:VerzoekenPerGesprek", standard.CallsPerConversation),
            QuickRefusals = Read("KlachtHulp:Limieten:WeigeringenPerMinuut", standard.QuickRefusals),
            ConnectionsPerAddress = Read("KlachtHulp:Limieten:VerbindingenPerAdres", standard.ConnectionsPerAddress),
            Connections = Read("KlachtHulp:Limieten:Verbindingen", standard.Connections),
            HeadPatience = TimeSpan.FromSeconds(Math.Max(ShortestPatience, Read("KlachtHulp:Limieten:KopSeconden", (int)standard.HeadPatience.TotalSeconds))),
            Proxies = TrustedProxies.Read(configuration.GetSection("KlachtHulp:Proxies").Get<string[]>() ?? []),
        };
    }
}
