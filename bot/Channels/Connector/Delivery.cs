namespace KlachtHulp.Bot.Channels.Connector;

/// <summary>One call to the Connector of a channel.</summary>
/// <param name="Service">A verified serviceUrl.</param>
/// <param name="ActivityId">Which activity is replied to, replaced or removed; null for a message of its own.</param>
public sealed record ConnectorCall(HttpMethod Method, Uri Service, string ConversationId, string? ActivityId)
{
    public Uri Address => new($"{Service.AbsoluteUri.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(ConversationId)}/activities"
        + (ActivityId is null ? "" : "/" + Uri.EscapeDataString(ActivityId)));
}

/// <summary>What became of a call.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <param name="Id">As the channel calls the activity; null when it does not say.</param>
    public sealed record Arrived(string? Id) : Delivery;

    /// <summary>It certainly did not arrive and may later: too many calls, no connection, no token.</summary>
    public sealed record NotNow(string Reason, TimeSpan? After) : Delivery;

    /// <summary>It did not arrive and never will: the conversation is gone, or the bot was put out.</summary>
    public sealed record Refused(string Reason) : Delivery;

    /// <summary>It may have arrived: sending it again could say it twice.</summary>
    public sealed record Unsure(string Reason) : Delivery;
}
