using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Bot.Channels.Api;

/// <summary>What a browser may say when it asks for a conversation; everything may be absent.</summary>
/// <param name="Gemeente">CBS code.</param>
/// <param name="Taal">BCP-47.</param>
/// <param name="Kanaal">For example web or kiosk.</param>
public sealed record NewTokenRequest(string? Gemeente, string? Taal, string? Kanaal);

/// <summary>Everything answered so far.</summary>
/// <param name="Brief">The letter as it would go out now; absent until it is time to read it.</param>
public sealed record OverzichtResponse(Stap Stap, IReadOnlyList<OverzichtRij> Antwoorden, bool Klaar, Briefbeeld? Brief);

/// <summary>Problem details (RFC 9457).</summary>
/// <param name="Code">Stable; clients act on it.</param>
public sealed record Problem(string Type, string Title, int Status, string Code)
{
    /// <summary>In plain Dutch, where somebody may read it; absent in most.</summary>
    public string? Detail { get; init; }
}

public sealed record Health(string Status);
