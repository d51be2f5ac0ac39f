namespace KlachtHulp.Bot.Channels.Limits;

/// <summary>Where a call knocks, as far as limits go.</summary>
internal enum Door
{
    /// <summary>A page, a file, anything else.</summary>
    Any,

    /// <summary>Something new, which one address may ask for so many times.</summary>
    Begin,

    /// <summary>A code to go on with.</summary>
    Guess,

    /// <summary>A conversation that there is, or a channel that shows who it is with each call.</summary>
    Inside,

    /// <summary>What the machines of the gemeente ask all day: whoever holds these up has the service started again.</summary>
    Probe,
}

internal static class Doors
{
    private const string DirectLine = "/v3/directline/conversations/";
    private const string Api = "/api/v1/gesprekken/";
    private const string PageBegin = "/klacht/begin";
    private const StringComparison Same = StringComparison.OrdinalIgnoreCase;

    public static Door Of(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        if (Is(path, "/healthz", "/readyz", "/metrics"))
        {
            return Door.Probe;
        }

        if (path.StartsWith(DirectLine, Same) || path.StartsWith(Api, Same) || Is(path, "/api/messages"))
        {
            return Door.Inside;
        }

        return !HttpMethods.IsPost(request.Method) ? Door.Any
            : Is(path, "/api/v1/tokens", "/api/v1/gesprekken", PageBegin) ? Door.Begin
            : Is(path, "/api/v1/verder") ? Door.Guess : Door.Any;
    }

    /// <summary>The name of a conversation in an address; empty when it holds none.</summary>
    public static string Conversation(string? path)
    {
        var start = path is null ? 0 : path.StartsWith(DirectLine, Same) ? DirectLine.Length : path.StartsWith(Api, Same) ? Api.Length : 0;
        if (path is null || start == 0)
        {
            return "";
        }

        var end = path.IndexOf('/', start);
        return end < 0 ? path[start..] : path[start..end];
    }

    /// <summary>Whether what somebody wrote comes with it: then the page itself refuses, because it gives the words back.</summary>
    public static bool BringsWords(HttpRequest request) => Is(request.Path.Value ?? "", PageBegin) && request.ContentLength > 0;

    /// <summary>Whether a file may come with it.</summary>
    public static bool TakesFiles(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Path.Value is { } path
        && (Is(path, "/klacht/bestand") || (path.StartsWith(DirectLine, Same) && path.EndsWith("/upload", Same)));

    private static bool Is(string path, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (string.Equals(path, name, Same))
            {
                return true;
            }
        }

        return false;
    }
}
