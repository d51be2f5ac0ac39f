using System.Text.Json;
using System.Text.Json.Serialization;

namespace KlachtHulp.Bot.Channels.Connector;

/// <summary>Answer of the token endpoint.</summary>
/// <param name="ExpiresIn">Seconds.</param>
public sealed record AccessToken([property: JsonPropertyName("access_token")] string? Value, [property: JsonPropertyName("expires_in")] int ExpiresIn);

/// <summary>The token with which our replies are accepted; kept until five minutes before its end.</summary>
public sealed class AppTokens(HttpClient http, ConnectorSettings settings, TimeProvider clock) : IDisposable
{
    private const string ApiScope = "https://api.botframework.com/.default";
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _one = new(1, 1);
    private string? _token;
    private DateTimeOffset _until;

    /// <returns>null when no app id is set: a developer's machine.</returns>
    public async ValueTask<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (settings.AppId is null)
        {
            return null;
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_token is null || clock.GetUtcNow() >= _until)
            {
                var answer = await AskAsync(settings.AppId, cancellationToken);
                (_token, _until) = (answer.Value, clock.GetUtcNow() + TimeSpan.FromSeconds(answer.ExpiresIn) - Margin);
            }

            return _token;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The channel does not take the token any more, whatever its time.</summary>
    public void Forget() => Volatile.Write(ref _token, null);

    public void Dispose() => _one.Dispose();

    private async Task<AccessToken> AskAsync(string appId, CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = appId,
            ["client_secret"] = settings.AppGeheim ?? "",
            ["scope"] = ApiScope,
        });
        try
        {
            using var response = await http.PostAsync(settings.TokenAddress, form, cancellationToken);
            response.EnsureSuccessStatusCode();
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return JsonSerializer.Deserialize(body, BotJson.Wire.AccessToken) is { Value.Length: > 0 } token ? token : throw new HttpRequestException("No token.");
        }
        catch (Exception problem) when (problem is HttpRequestException or JsonException || (problem is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new TokenUnavailableException(problem);
        }
    }
}

/// <summary>There is no token to be had now, so nothing was sent.</summary>
public sealed class TokenUnavailableException(Exception inner) : HttpRequestException("The token endpoint gave no token.", inner);
