using System.Reflection;
using KlachtHulp.Bot.Channels.DirectLine;

namespace KlachtHulp.Bot.Channels.Api;

/// <summary>What holds for every answer under /api/v1, also where no route is: its version, and problems as problems.</summary>
/// <remarks>Source: NL API Design Rules, /core/version-header, /core/publish-openapi and /core/error-handling.</remarks>
internal static class ApiDescription
{
    /// <summary>Equal to <c>info.version</c> of docs/openapi.json.</summary>
    public const string Version = "1.1.0";

    public const string VersionHeader = "API-Version";

    private const string Root = "/api/v1";

    public static bool Covers(PathString path) => path.StartsWithSegments(Root, StringComparison.Ordinal);

    public static void UseApiDescription(this WebApplication app) =>
        app.Use(static (http, next) => Covers(http.Request.Path) ? AnswerAsync(http, next) : next(http));

    /// <summary>The description itself, for pages of every site.</summary>
    public static void MapApiDescription(this RouteGroupBuilder group) => group.MapGet("/openapi.json", static (HttpContext http) =>
    {
        http.Response.Headers.AccessControlAllowOrigin = "*";
        var description = Assembly.GetExecutingAssembly().GetManifestResourceStream("openapi.json")
            ?? throw new InvalidOperationException("The description of the API is not in the program.");
        return Results.Stream(description, "application/json");
    });

    private static async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.Headers[VersionHeader] = Version;
        await next(http);
        if (!http.Response.HasStarted && http.Response.ContentType is null && Unrouted(http.Response.StatusCode) is { } error)
        {
            await error.Problem().ExecuteAsync(http);
        }
    }

    private static DirectLineError? Unrouted(int status) => status switch
    {
        StatusCodes.Status404NotFound => DirectLineError.NoRoute,
        StatusCodes.Status405MethodNotAllowed => DirectLineError.NoMethod,
        _ => null,
    };
}
