using KlachtHulp.Bot.Channels.Web;

namespace KlachtHulp.Bot.Channels.Kiosk;

/// <summary>The page of a computer that many people use one after another. Nothing of it may stay in the browser.</summary>
public static class KioskPages
{
    public static void MapKiosk(this WebApplication app)
    {
        var page = WebFile.Read(Path.Combine(app.Environment.ContentRootPath, "wwwroot", "kiosk.html"));
        app.MapMethods("/kiosk", [HttpMethods.Get, HttpMethods.Head], context => ShowAsync(context, page));
        app.MapGet("/kiosk/einde", End);
    }

    /// <summary>Not stored, so that the Back button has nothing to go back to.</summary>
    private static Task ShowAsync(HttpContext http, WebFile page)
    {
        WebClient.Guard(http.Response.Headers);
        http.Response.Headers.CacheControl = "no-store";
        return page.SendAsync(http);
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
