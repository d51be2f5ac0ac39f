using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace KlachtHulp.Bot.Channels.Connector;

/// <summary>Sends replies to the channel a message came from.</summary>
public sealed class ConnectorClient(HttpClient http, AppTokens tokens, TimeProvider clock, ILogger<ConnectorClient> logger)
{
    private const int MaxAttempts = 4;
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(10);

    /// <summary>Sends one activity. Only a refusal (429, 412) is tried again: after anything else it may have arrived already.</summary>
    /// <param name="service">A verified serviceUrl.</param>
    /// <exception cref="HttpRequestException">Not delivered.</exception>
    public async Task ReplyAsync(Uri service, string conversationId, string? replyToId, ReadOnlyMemory<byte> activity, CancellationToken cancellationToken)
    {
        var address = new Uri(service.AbsoluteUri.TrimEnd('/') + Path(conversationId, replyToId));
        for (var attempt = 1; ; attempt++)
        {
            using var response = await SendAsync(address, activity, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return;
            }

            Log.ReplyRefused(logger, (int)response.StatusCode, attempt);
            if (attempt == MaxAttempts || response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed))
            {
                throw new HttpRequestException("The channel refused the reply.", inner: null, response.StatusCode);
            }

            await Task.Delay(Wait(response, attempt), clock, cancellationToken);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, ReadOnlyMemory<byte> activity, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(activity) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        if (await tokens.GetAsync(cancellationToken) is { } token)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return await http.SendAsync(request, cancellationToken);
    }

    private static string Path(string conversationId, string? replyToId)
        => string.Create(CultureInfo.InvariantCulture,
            $"/v3/conversations/{Uri.EscapeDataString(conversationId)}/activities{(replyToId is null ? "" : "/" + Uri.EscapeDataString(replyToId))}");

    /// <summary>What the channel asks, or twice as long as before; never longer than the channel waits for us.</summary>
    private static TimeSpan Wait(HttpResponseMessage response, int attempt)
    {
        var asked = response.Headers.RetryAfter?.Delta ?? TimeSpan.FromMilliseconds(250 << attempt);
        return asked < MaxWait ? asked : MaxWait;
    }
}
