using System.Text;
using System.Text.Encodings.Web;
using KlachtHulp.Bot.Channels.Web;

namespace KlachtHulp.Bot.Channels.Kiosk;

/// <summary>The page of a computer that many people use one after another. Nothing of it may stay in the browser.</summary>
public static class KioskPages
{
    private const string Place = "<html lang=\"nl\"";

    public static void MapKiosk(this WebApplication app)
    {
        var html = File.ReadAllText(Path.Combine(app.Environment.ContentRootPath, "wwwroot", "kiosk.html"));
        var numbers = app.Services.GetService<Telefoonboek>();
        app.MapMethods("/kiosk", [HttpMethods.Get, HttpMethods.Head], context => ShowAsync(context, html, numbers?.Of(context.Request) ?? ""));
        app.MapGet("/kiosk/einde", End);
    }

    /// <summary>Not stored, so that the Back button has nothing to go back to.</summary>
    /// <param name="number">Where the gemeente can be called; empty when it told none.</param>
    private static Task ShowAsync(HttpContext http, string html, string number)
    {
        WebClient.Guard(http.Response.Headers);
        http.Response.Headers.CacheControl = "no-store";
        var page = html.Replace(Place, $"{Place} data-telefoon=\"{HtmlEncoder.Default.Encode(number)}\"", StringComparison.Ordinal);
        return new WebFile("text/html; charset=utf-8", HasHashInName: false, Encoding.UTF8.GetBytes(page), Brotli: null, Gzip: null).SendAsync(http);
    }

    /// <summary>The browser throws everything of this site away and begins again.</summary>
    private static IResult End(HttpContext http)
    {
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\", \"storage\"";
        http.Response.Headers.CacheControl = "no-store";
        var gemeente = http.Request.Query["gemeente"].ToString();
        http.Response.Headers.Location = gemeente.Length == 4 && gemeente.All(char.IsAsciiDigit) ? $"/kiosk?gemeente={gemeente}" : "/kiosk";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
