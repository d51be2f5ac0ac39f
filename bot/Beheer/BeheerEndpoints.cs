using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Bot.Beheer;

/// <summary>What operators look at: <c>/metrics</c> and <c>/readyz</c>.</summary>
public sealed class BeheerEndpoints(MetingenTekst metingen, IConversationStore store, Readiness readiness, BeheerSettings settings, TimeProvider clock)
{
    private const string Prometheus = "text/plain; version=0.0.4; charset=utf-8";

    private static readonly string[] SignsOfProxy = ["X-Forwarded-For", "X-Original-For", "Forwarded", "Via", "X-Real-IP"];

    /// <summary>Numbers for Prometheus, for who knows the token; without a token for this machine only. To others the page does not exist.</summary>
    public async Task<IResult> MetricsAsync(HttpContext http)
    {
        if (!MayRead(http))
        {
            return Results.NotFound();
        }

        var text = new StringBuilder();
        metingen.Write(text);
        await WriteOutboxAsync(text, http.RequestAborted);
        text.Append(CultureInfo.InvariantCulture, $"# TYPE process_resident_memory_bytes gauge\nprocess_resident_memory_bytes {Environment.WorkingSet}\n");
        return Results.Text(text.ToString(), Prometheus);
    }

    public async Task<IResult> ReadyAsync(HttpContext http)
        => await readiness.IsReadyAsync(http.RequestAborted) ? Results.Text("ok") : Results.Text("niet klaar", statusCode: StatusCodes.Status503ServiceUnavailable);

    private bool MayRead(HttpContext http)
    {
        if (settings.Token is { } token)
        {
            var given = SHA256.HashData(Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString()));
            return CryptographicOperations.FixedTimeEquals(given, SHA256.HashData(Encoding.UTF8.GetBytes($"Bearer {token}")));
        }

        // Behind a proxy on this machine everybody seems to be local.
        return http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            && !SignsOfProxy.Any(http.Request.Headers.ContainsKey);
    }

    [SuppressMessage("Design", "CA1031", Justification = "The other numbers are wanted most when the store is away.")]
    private async Task WriteOutboxAsync(StringBuilder text, CancellationToken cancellationToken)
    {
        try
        {
            var outbox = await store.ReadOutboxAsync(cancellationToken);
            var age = outbox.Oldest is { } oldest ? Math.Max(0, (clock.GetUtcNow() - oldest).TotalSeconds) : 0;
            text.Append(CultureInfo.InvariantCulture, $"# TYPE klachthulp_outbox_wachtend gauge\nklachthulp_outbox_wachtend {outbox.Waiting}\n");
            text.Append(CultureInfo.InvariantCulture, $"# TYPE klachthulp_outbox_geparkeerd gauge\nklachthulp_outbox_geparkeerd {outbox.Parked}\n");
            text.Append(CultureInfo.InvariantCulture, $"# TYPE klachthulp_outbox_oudste_seconden gauge\nklachthulp_outbox_oudste_seconden {age}\n");
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            text.Append("# the outbox cannot be read now\n");
        }
    }
}
