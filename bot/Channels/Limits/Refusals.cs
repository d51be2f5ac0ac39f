using System.Globalization;
using System.Text;
using System.Text.Json;
using KlachtHulp.Bot.Channels.Api;
using KlachtHulp.Bot.Channels.DirectLine;
using KlachtHulp.Bot.Channels.Pagina;
using KlachtHulp.Bot.Channels.Web;
using Microsoft.Net.Http.Headers;

namespace KlachtHulp.Bot.Channels.Limits;

/// <summary>The answers to calls for which nothing is done, made once.</summary>
internal sealed class Refusals
{
    private const string ProblemType = "application/problem+json";

    private readonly HashSet<string> _origins;
    private readonly byte[] _page;
    private readonly byte[] _tooManyProblem;
    private readonly byte[] _busyProblem;
    private readonly byte[] _tooMany = Json(DirectLineError.TooMany);
    private readonly byte[] _busy = Json(DirectLineError.Busy);

    public Refusals(DirectLineSettings settings, PaginaTalen pages, DrukteWoorden words)
    {
        _origins = new(settings.Origins, StringComparer.OrdinalIgnoreCase);
        _page = Encoding.UTF8.GetBytes(pages.In("").Frame.Failed(""));
        _tooManyProblem = Json(DirectLineError.TooMany, words.TeVaak);
        _busyProblem = Json(DirectLineError.Busy, words.Druk);
    }

    /// <summary>Too much from this address.</summary>
    public Task TooManyAsync(HttpContext http, TimeSpan wait) => WriteAsync(http, StatusCodes.Status429TooManyRequests, wait, _tooManyProblem, _tooMany);

    /// <summary>Too much of everybody together.</summary>
    public Task BusyAsync(HttpContext http, TimeSpan wait) => WriteAsync(http, StatusCodes.Status503ServiceUnavailable, wait, _busyProblem, _busy);

    /// <summary>Says when to come back.</summary>
    public static void Tell(HttpContext http, TimeSpan wait)
        => http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private Task WriteAsync(HttpContext http, int status, TimeSpan wait, byte[] problem, byte[] error)
    {
        var (request, response) = (http.Request, http.Response);
        response.StatusCode = status;
        Tell(http, wait);
        Admit(request, response.Headers);
        if (ApiDescription.Covers(request.Path))
        {
            response.Headers[ApiDescription.VersionHeader] = ApiDescription.Version;
            return SendAsync(response, ProblemType, problem);
        }

        if (!request.Path.StartsWithSegments("/klacht", StringComparison.OrdinalIgnoreCase))
        {
            return SendAsync(response, "application/json; charset=utf-8", error);
        }

        WebClient.Guard(response.Headers);
        return SendAsync(response, "text/html; charset=utf-8", _page);
    }

    /// <summary>A page of another site may read the refusal too; otherwise it would take it for a lost connection.</summary>
    private void Admit(HttpRequest request, IHeaderDictionary headers)
    {
        if (request.Headers.Origin is [{ } origin] && _origins.Contains(origin))
        {
            headers.AccessControlAllowOrigin = origin;
            headers.AccessControlExposeHeaders = "retry-after,api-version";
            headers.Vary = HeaderNames.Origin;
        }
    }

    private static Task SendAsync(HttpResponse response, string type, byte[] body)
    {
        response.ContentType = type;
        response.ContentLength = body.Length;
        // Not with the token of who left: writing to nobody is no failure.
        return response.Body.WriteAsync(body, CancellationToken.None).AsTask();
    }

    private static byte[] Json(DirectLineError error) => JsonSerializer.SerializeToUtf8Bytes(new ErrorResponse(new ErrorDetail(error.Code, error.Message)), BotJson.Wire.ErrorResponse);

    private static byte[] Json(DirectLineError error, string detail)
        => JsonSerializer.SerializeToUtf8Bytes(new Problem("about:blank", error.Message, error.Status, error.Code) { Detail = detail }, BotJson.Wire.Problem);
}
