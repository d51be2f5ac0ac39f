using System.Net;
using KlachtHulp.Tests.Delivery.Afleveren;
using Microsoft.AspNetCore.Http;

namespace KlachtHulp.Tests.Faults.Simulation;

/// <summary>The way to the Open Zaak of the tests, without a wire: a call may get lost, an answer may get lost, and now and then it says 503 or 403.</summary>
internal sealed class FarNetwork(OpenZaakNagemaakt openZaak, Mishaps mishaps, Random random) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var mishap = mishaps.Next();
        if (mishap == Mishap.Before)
        {
            return random.Next(10) switch
            {
                0 => new HttpResponseMessage(HttpStatusCode.Forbidden),
                < 5 => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable),
                _ => throw new HttpRequestException("lost"),
            };
        }

        var answer = await AnswerAsync(request, cancellationToken);
        return mishap == Mishap.After ? throw new HttpRequestException("answer lost") : answer;
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        var http = new DefaultHttpContext();
        http.Request.Method = request.Method.Method;
        (http.Request.Scheme, http.Request.Host) = (address.Scheme, new HostString(address.Authority));
        (http.Request.Path, http.Request.QueryString) = (address.AbsolutePath, new QueryString(address.Query));
        foreach (var header in request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>()))
        {
            http.Request.Headers[header.Key] = header.Value.ToArray();
        }

        http.Request.Body = request.Content is { } content ? await content.ReadAsStreamAsync(cancellationToken) : Stream.Null;
        using var body = new MemoryStream();
        http.Response.Body = body;
        await openZaak.AnswerAsync(http);
        return new HttpResponseMessage((HttpStatusCode)http.Response.StatusCode) { Content = new ByteArrayContent(body.ToArray()) };
    }
}
