namespace KlachtHulp.Bot;

/// <summary>Every log line of the service. No line carries what a resident wrote, an address or a token.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "KlachtHulp staat klaar. Open {Address}/klacht in een browser.")]
    public static partial void Ready(ILogger logger, string address);

    [LoggerMessage(101, LogLevel.Information, "Conversation saved by another writer; attempt {Attempt} of {MaxAttempts}")]
    public static partial void SaveConflict(ILogger logger, int attempt, int maxAttempts);

    [LoggerMessage(201, LogLevel.Error, "Request failed: {Kind}")]
    public static partial void RequestFailed(ILogger logger, string kind);

    [LoggerMessage(202, LogLevel.Warning, "Channel refused a reply with status {Status}; attempt {Attempt}")]
    public static partial void ReplyRefused(ILogger logger, int status, int attempt);

    [LoggerMessage(210, LogLevel.Warning, "Channel could not be reached: {Kind}; attempt {Attempt}")]
    public static partial void ChannelUnreachable(ILogger logger, string kind, int attempt);

    [LoggerMessage(211, LogLevel.Warning, "KlachtHulp:DirectLine:TokenSeconden is {Seconds}: clients of Direct Line renew after 900 seconds, and lose their conversation under 960")]
    public static partial void ShortTokens(ILogger logger, int seconds);

    [LoggerMessage(203, LogLevel.Warning, "Reply not delivered: {Kind}")]
    public static partial void ReplyNotDelivered(ILogger logger, string kind);

    [LoggerMessage(204, LogLevel.Warning, "Inbound token refused: {Reason}")]
    public static partial void TokenRefused(ILogger logger, string reason);

    [LoggerMessage(205, LogLevel.Warning, "Service address refused by policy")]
    public static partial void ServiceUrlRefused(ILogger logger);

    [LoggerMessage(207, LogLevel.Information, "A member of the staff cannot be written to any more: status {Status}")]
    public static partial void StaffUnreachable(ILogger logger, int status);

    [LoggerMessage(208, LogLevel.Error, "The staff could not be told: {Kind}")]
    public static partial void WatchFailed(ILogger logger, string kind);

    [LoggerMessage(209, LogLevel.Warning, "A request came with X-Forwarded-For, but KlachtHulp:Proxies is empty: behind a proxy all residents are one address to the limits")]
    public static partial void ProxyUnknown(ILogger logger);

    [LoggerMessage(206, LogLevel.Debug, "Stream closed: {Reason}")]
    public static partial void StreamClosed(ILogger logger, string reason);

    [LoggerMessage(301, LogLevel.Information, "Form {Reference} delivered at attempt {Attempt}")]
    public static partial void Delivered(ILogger logger, string reference, int attempt);

    [LoggerMessage(302, LogLevel.Warning, "Form {Reference} not delivered yet: {Kind}; attempt {Attempt}")]
    public static partial void DeliveryFailed(ILogger logger, string reference, string kind, int attempt);

    [LoggerMessage(303, LogLevel.Error, "Form {Reference} refused and parked: {Kind}. It is kept; look at the settings and start again")]
    public static partial void DeliveryParked(ILogger logger, string reference, string kind);

    [LoggerMessage(401, LogLevel.Information, "{Count} conversations erased that nobody came back to")]
    public static partial void Erased(ILogger logger, int count);

    [LoggerMessage(402, LogLevel.Error, "Old conversations could not be erased: {Kind}")]
    public static partial void ErasingFailed(ILogger logger, string kind);

    [LoggerMessage(305, LogLevel.Warning, "Effect of kind {Effect} failed: {Kind}")]
    public static partial void EffectFailed(ILogger logger, string effect, string kind);

    [LoggerMessage(501, LogLevel.Warning, "Counts could not be kept yet: {Kind}")]
    public static partial void CountsNotKept(ILogger logger, string kind);

    [LoggerMessage(502, LogLevel.Warning, "Sign-in of a coordinator refused: {Reason}")]
    public static partial void SignInRefused(ILogger logger, string reason);

    [LoggerMessage(304, LogLevel.Error, "The outbox cannot be read: {Kind}")]
    public static partial void OutboxUnavailable(ILogger logger, string kind);
}
