using System.Diagnostics.CodeAnalysis;
using KlachtHulp.Bot.Channels.Api;
using KlachtHulp.Bot.Channels.DirectLine;
using KlachtHulp.Bot.Turns;

namespace KlachtHulp.Bot.Channels;

/// <summary>The one place where a failure becomes an answer. What failed is logged by its kind.</summary>
/// <remarks>Messages of exceptions may hold what a resident wrote.</remarks>
internal sealed class FailureAnswers(RequestDelegate next, ILogger<FailureAnswers> logger)
{
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The one handler of the shell: everything else goes up to here.")]
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client left before its turn came; it sends the message again when it is back.
        }
        catch (ConversationBusyException) when (!http.Response.HasStarted)
        {
            await FailAsync(http, DirectLineError.Conflict);
        }
        catch (BadHttpRequestException problem) when (!http.Response.HasStarted)
        {
            await FailAsync(http, new DirectLineError(problem.StatusCode, "BadRequest", "The request cannot be read."));
        }
        catch (Exception problem) when (!http.Response.HasStarted)
        {
            Log.RequestFailed(logger, problem.GetType().Name);
            await AnswerAsync(http);
        }
    }

    /// <summary>One failing poll stops DirectLineJS from polling for good, so a poll gets an empty set instead.</summary>
    private static Task AnswerAsync(HttpContext http)
    {
        var watermark = http.Request.Query["watermark"].ToString();
        if (HttpMethods.IsGet(http.Request.Method) && http.Request.Path.Value is { } path && path.StartsWith("/v3/directline/", StringComparison.Ordinal)
            && path.EndsWith("/activities", StringComparison.Ordinal))
        {
            return ActivitySet.Result(ActivitySet.Write([], watermark.Length > 0 ? watermark : null)).ExecuteAsync(http);
        }

        http.Response.Headers.RetryAfter = "5";
        return FailAsync(http, DirectLineError.Broken);
    }

    private static Task FailAsync(HttpContext http, DirectLineError error)
        => (ApiDescription.Covers(http.Request.Path) ? error.Problem() : error.Result()).ExecuteAsync(http);
}
