namespace KlachtHulp.Bot.Channels.DirectLine;

/// <summary>How Direct Line says that something is wrong.</summary>
public sealed record ErrorResponse(ErrorDetail Error);

/// <param name="Code">Stable; clients act on it.</param>
/// <param name="Message">For developers.</param>
public sealed record ErrorDetail(string Code, string Message);

/// <summary>Body of tokens/generate and of the start of a conversation; everything may be absent.</summary>
public sealed record TokenParameters(TokenUser? User, string? Gemeente, string? Kanaal, IReadOnlyList<string>? TrustedOrigins = null);

public sealed record TokenUser(string? Id, string? Name);

/// <param name="ExpiresIn">Seconds.</param>
public sealed record TokenResponse(string ConversationId, string Token,
    [property: System.Text.Json.Serialization.JsonPropertyName("expires_in")] int ExpiresIn);

/// <param name="ExpiresIn">Seconds.</param>
/// <param name="StreamUrl">Where the WebSocket is; good once and for a minute.</param>
public sealed record ConversationResponse(
    string ConversationId, string Token, [property: System.Text.Json.Serialization.JsonPropertyName("expires_in")] int ExpiresIn, string StreamUrl);

public sealed record ResourceResponse(string Id);

public sealed record SessionResponse(string SessionId);
