using System.Text;
using KlachtHulp.Bot.Channels.Pagina;
using Microsoft.Net.Http.Headers;

namespace KlachtHulp.Bot.Channels.Web;

/// <summary>Serves the page <c>/klacht</c> and the built files of the web client under <c>/app</c>.</summary>
public static class WebClient
{
    /// <summary>Strict: everything comes from here, nothing stands inline, and only our own pages may frame us.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    private const string Immutable = "public, max-age=31536000, immutable";
    private const string Revalidate = "no-cache";

    /// <summary>Without it the page is not drawn.</summary>
    private const string Style = "pagina.css";

    /// <summary>Reads the files once, at start-up; together they are far smaller than 1 MB.</summary>
    public static void MapWebClient(this WebApplication app)
    {
        var root = Path.Combine(app.Environment.ContentRootPath, "wwwroot");
        var page = new KlachtPage(File.ReadAllText(Path.Combine(root, "klacht.html")), app.Services.GetService<Opening>(), app.Services.GetService<BeginFormulier>());
        var files = WebFile.ReadAll(Path.Combine(root, "app"));
        var preload = Preload(files);
        string[] methods = [HttpMethods.Get, HttpMethods.Head];
        app.MapMethods("/", methods, static () => Results.Redirect("/klacht"));
        app.MapMethods("/klacht", methods, context => SendPageAsync(context, page, preload));
        app.MapMethods("/app/{name}", methods, (HttpContext context, string name) => SendFileAsync(context, files, name));
    }

    /// <summary>What every page of ours says about itself.</summary>
    internal static void Guard(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers[HeaderNames.XFrameOptions] = "SAMEORIGIN";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
    }

    private static Task SendPageAsync(HttpContext context, KlachtPage page, string preload)
    {
        var headers = context.Response.Headers;
        Guard(headers);
        var file = page.For(context);
        headers.CacheControl = Revalidate;
        headers.Link = preload;
        return file.SendAsync(context);
    }

    /// <summary>Any page may embed these files; they hold nothing personal.</summary>
    private static Task SendFileAsync(HttpContext context, IReadOnlyDictionary<string, WebFile> files, string name)
    {
        if (!files.TryGetValue(name, out var file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        var headers = context.Response.Headers;
        headers.CacheControl = file.HasHashInName ? Immutable : Revalidate;
        headers.AccessControlAllowOrigin = "*";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return file.SendAsync(context);
    }

    /// <summary>Lets the browser fetch what the loader will ask for, and what that imports, while it still reads the page: on a slow network each step less is half a second.</summary>
    private static string Preload(IReadOnlyDictionary<string, WebFile> files)
    {
        string[] scripts = [.. files.Keys.Where(static name => name.EndsWith(".js", StringComparison.Ordinal))];
        string Text(string name) => files.TryGetValue(name, out var file) ? Encoding.UTF8.GetString(file.Plain) : "";
        string[] asked = [.. scripts.Where(name => Text("klachthulp.js").Contains(name, StringComparison.Ordinal))];
        var imported = asked.SelectMany(asker => scripts.Where(name => Text(asker).Contains($"from\"./{name}\"", StringComparison.Ordinal)));
        return string.Join(", ", asked.Concat(imported).Distinct().Select(static name => $"</app/{name}>; rel=modulepreload").Prepend($"</app/{Style}>; rel=preload; as=style"));
    }
}
