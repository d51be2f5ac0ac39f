using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace KlachtHulp.Bot.Channels.Connector;

/// <summary>Speaks to the channel a message came from.</summary>
public sealed class ConnectorClient(HttpClient http, AppTokens tokens, TimeProvider clock, ILogger<ConnectorClient> logger)
{
    private const string Failure = "The channel did not take the call.";
    private const int MaxAttempts = 4;
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(10);

    /// <summary>Sends one activity.</summary>
    /// <param name="service">A verified serviceUrl.</param>
    /// <returns>The id the channel gave it; null when it gave none.</returns>
    /// <exception cref="HttpRequestException">Not delivered.</exception>
    public Task<string?> ReplyAsync(Uri service, string conversationId, string? replyToId, ReadOnlyMemory<byte> activity, CancellationToken cancellationToken)
        => DemandAsync(new ConnectorCall(HttpMethod.Post, service, conversationId, replyToId), activity, cancellationToken);

    /// <summary>Puts another activity in the place of one that was sent.</summary>
    /// <exception cref="HttpRequestException">Not done.</exception>
    public Task<string?> UpdateAsync(Uri service, string conversationId, string activityId, ReadOnlyMemory<byte> activity, CancellationToken cancellationToken)
        => DemandAsync(new ConnectorCall(HttpMethod.Put, service, conversationId, activityId), activity, cancellationToken);

    /// <summary>Removes an activity that was sent.</summary>
    /// <exception cref="HttpRequestException">Not done.</exception>
    public Task DeleteAsync(Uri service, string conversationId, string activityId, CancellationToken cancellationToken)
        => DemandAsync(new ConnectorCall(HttpMethod.Delete, service, conversationId, activityId), ReadOnlyMemory<byte>.Empty, cancellationToken);

    /// <summary>Makes a call, and makes it again as long as the channel asks for patience that fits in one go.</summary>
    internal async Task<Delivery> DeliverAsync(ConnectorCall call, ReadOnlyMemory<byte> activity, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var delivery = await AttemptAsync(call, activity, attempt, cancellationToken);
            if (delivery is not Delivery.NotNow wait || attempt == MaxAttempts || wait.After > MaxWait)
            {
                return delivery;
            }

            await Task.Delay(wait.After ?? TimeSpan.FromMilliseconds(250 << attempt), clock, cancellationToken);
        }
    }

    private async Task<string?> DemandAsync(ConnectorCall call, ReadOnlyMemory<byte> activity, CancellationToken cancellationToken)
        => await DeliverAsync(call, activity, cancellationToken) switch
        {
            Delivery.Arrived arrived => arrived.Id,
            Delivery.Refused refused => throw new HttpRequestException(Failure, inner: null, Enum.Parse<HttpStatusCode>(refused.Reason)),
            _ => throw new HttpRequestException(Failure),
        };

    private async Task<Delivery> AttemptAsync(ConnectorCall call, ReadOnlyMemory<byte> activity, int attempt, CancellationToken cancellationToken)
    {
        var body = activity.IsEmpty ? null : new WatchedContent(activity);
        try
        {
            using var request = await RequestAsync(call, body, cancellationToken);
            using var response = await http.SendAsync(request, cancellationToken);
            var delivery = await JudgeAsync(response, cancellationToken);
            if (delivery is not Delivery.Arrived)
            {
                Log.ReplyRefused(logger, (int)response.StatusCode, attempt);
            }

            return delivery;
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            Log.ChannelUnreachable(logger, problem.GetType().Name, attempt);
            return NeverLeft(problem, body) ? new Delivery.NotNow(problem.GetType().Name, After: null) : new Delivery.Unsure(problem.GetType().Name);
        }
    }

    /// <summary>There was no token or no connection, so nothing was sent. A connection that takes too long is told in the same way as an answer that does; then the body tells.</summary>
    private static bool NeverLeft(Exception problem, WatchedContent? body)
        => body is { Left: false } || problem is TokenUnavailableException || (problem is HttpRequestException request && IsUnconnected(request.HttpRequestError));

    private static bool IsUnconnected(HttpRequestError error)
        => error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError;

    private async Task<HttpRequestMessage> RequestAsync(ConnectorCall call, WatchedContent? body, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(cancellationToken);
        var request = new HttpRequestMessage(call.Method, call.Address) { Content = body };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return request;
    }

    /// <summary>Only a refusal that says so is certain. After anything else from 500 the activity may have arrived.</summary>
    private async Task<Delivery> JudgeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var reason = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        switch (response.StatusCode)
        {
            case var status when response.IsSuccessStatusCode:
                return new Delivery.Arrived(status == HttpStatusCode.NoContent ? null : await IdAsync(response, cancellationToken));
            case HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed or HttpStatusCode.ServiceUnavailable:
                return new Delivery.NotNow(reason, Asked(response));
            case HttpStatusCode.Unauthorized:
                tokens.Forget();
                return new Delivery.NotNow(reason, After: null);
            default:
                return (int)response.StatusCode is >= 400 and < 500 ? new Delivery.Refused(reason) : new Delivery.Unsure(reason);
        }
    }

    /// <summary>Some channels answer without an id, or without a body.</summary>
    private static async Task<string?> IdAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(cancellationToken), BotJson.Wire.ResourceResponse)?.Id;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private TimeSpan? Asked(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter is { } header ? header.Delta ?? header.Date - clock.GetUtcNow() : null;
        return asked > TimeSpan.Zero ? asked : null;
    }
}
