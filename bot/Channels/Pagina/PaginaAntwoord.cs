using KlachtHulp.Bot.Channels.Web;

namespace KlachtHulp.Bot.Channels.Pagina;

/// <summary>How the pages without JavaScript answer.</summary>
internal static class PaginaAntwoord
{
    /// <summary>After a post: to the page that shows what became of it, so that going back or loading again repeats nothing.</summary>
    public static IResult See(HttpContext http, string address)
    {
        http.Response.Headers.Location = address;
        http.Response.Headers.CacheControl = "no-store";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    public static IResult Page(HttpContext http, string page, int status = StatusCodes.Status200OK)
    {
        WebClient.Guard(http.Response.Headers);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Text(page, "text/html; charset=utf-8", statusCode: status);
    }
}
