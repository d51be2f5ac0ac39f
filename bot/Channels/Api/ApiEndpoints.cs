using KlachtHulp.Bot.Channels.DirectLine;
using KlachtHulp.Bot.Channels.Pagina;
using KlachtHulp.Bot.Turns;

namespace KlachtHulp.Bot.Channels.Api;

/// <summary>Our own API beside Direct Line.</summary>
public sealed class ApiEndpoints(TokenOffice office, DirectLineAccess access, CreationLimiter limiter, Conversations conversations, PaginaTalen? pages = null)
{
    /// <summary>A token for a new conversation, for any browser: this is where one address is held back.</summary>
    public async Task<IResult> NewTokenAsync(HttpContext http)
    {
        if (await limiter.RefuseAsync(http) is { } refusal)
        {
            return Fail(refusal);
        }

        var (claims, error) = await NewTokenReader.ReadAsync(http, office);
        return claims is null ? Fail(error!) : Results.Json(office.Issue(claims), BotJson.Wire.TokenResponse); // not null: without claims there is an error
    }

    public async Task<IResult> OverviewAsync(HttpContext http, string id) => access.Check(http.Request, id) switch
    {
        Access.Granted granted when await conversations.OverviewAsync(id, granted.Claims.Kanaal, http.RequestAborted) is { } overzicht
            => NoStore(http, Results.Json(new OverzichtResponse(overzicht.Stap, overzicht.Antwoorden, overzicht.Klaar, overzicht.Brief), BotJson.Wire.OverzichtResponse)),
        Access.Denied denied => Fail(denied.Error),
        _ => Fail(DirectLineError.NotFound),
    };

    public async Task<IResult> DocumentAsync(HttpContext http, string id, string naam) => MayRead(http, id) switch
    {
        Access.Granted granted when await conversations.DocumentAsync(id, granted.Claims.Kanaal, naam, http.RequestAborted) is { } file
            => NoStore(http, Results.File(file.Inhoud(), file.Soort, file.Naam)),
        Access.Denied { Error: var error } when error == DirectLineError.TokenExpired && pages is not null && IsFollowed(http.Request)
            => PaginaAntwoord.Page(http, pages.In(Language(http.Request, pages)).Frame.LinkExpired(), error.Status),
        Access.Denied denied => Fail(denied.Error),
        _ => Fail(DirectLineError.NotFound),
    };

    /// <summary>Removes the conversation, whatever its state.</summary>
    public async Task<IResult> EraseAsync(HttpContext http, string id)
    {
        if (access.Check(http.Request, id) is Access.Denied denied)
        {
            return Fail(denied.Error);
        }

        await conversations.EraseAsync(id, http.RequestAborted);
        return Results.NoContent();
    }

    public static IResult Healthy(HttpContext http) => NoStore(http, Results.Json(new Health("ok"), BotJson.Wire.Health));

    /// <summary>With the conversation's token, or with a ticket in the address where a channel can only follow links.</summary>
    private Access MayRead(HttpContext http, string id)
    {
        var ticket = http.Request.Query["t"].ToString();
        if (ticket.Length == 0)
        {
            return access.Check(http.Request, id);
        }

        return office.Read(ticket, TokenPurpose.Document) switch
        {
            TokenReading.Good good when string.Equals(good.Claims.ConversationId, id, StringComparison.Ordinal) => new Access.Granted(good.Claims),
            TokenReading.Expired => new Access.Denied(DirectLineError.TokenExpired),
            _ => new Access.Denied(DirectLineError.Forbidden),
        };
    }

    /// <summary>Somebody followed a link in a message or a card: what comes back is read by a person.</summary>
    private static bool IsFollowed(HttpRequest request)
        => request.Query["t"].ToString().Length > 0 && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>The first language of the browser in which there are pages.</summary>
    private static string Language(HttpRequest request, PaginaTalen pages) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(static one => one.Quality ?? 1).Select(static one => one.Value.ToString().Split('-')[0].ToLowerInvariant()).FirstOrDefault(pages.Has) ?? "";

    private static IResult NoStore(HttpContext http, IResult result)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return result;
    }

    private static IResult Fail(DirectLineError error) => error.Problem();
}
