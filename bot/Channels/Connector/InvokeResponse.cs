namespace KlachtHulp.Bot.Channels.Connector;

/// <summary>Body of the answer to a card action.</summary>
public sealed record InvokeResponse(int StatusCode, string Type, InvokeError Value)
{
    /// <summary>This bot sends no cards, so no action on one can be right.</summary>
    public static InvokeResponse NotSupported(int status, string code)
        => new(status, "application/vnd.microsoft.error", new InvokeError(code, "This bot has no card with that action."));
}

public sealed record InvokeError(string Code, string Message);
