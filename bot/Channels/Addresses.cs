namespace KlachtHulp.Bot.Channels;

/// <summary>Addresses of this service as others see them.</summary>
internal static class Addresses
{
    /// <param name="publicAddress">From the settings; null to believe the request.</param>
    public static string Base(HttpRequest request, string? publicAddress) => publicAddress ?? $"{request.Scheme}://{request.Host}{request.PathBase}";

    public static string Document(string baseAddress, string conversationId, string naam)
        => $"{baseAddress}/api/v1/gesprekken/{Uri.EscapeDataString(conversationId)}/documenten/{Uri.EscapeDataString(naam)}";

    public static string Stream(string baseAddress, string conversationId, string? watermark, string ticket)
    {
        var mark = string.IsNullOrEmpty(watermark) ? "" : $"watermark={Uri.EscapeDataString(watermark)}&";
        return $"ws{baseAddress[4..]}/v3/directline/conversations/{conversationId}/stream?{mark}t={ticket}";
    }
}
