using KlachtHulp.Bot.Channels.Bewaren;
using KlachtHulp.Bot.Privacy;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Recht;
using Microsoft.AspNetCore.Antiforgery;

namespace KlachtHulp.Bot.Channels.Pagina;

/// <summary>Going on later without JavaScript: taking a code and coming back with one, also with one that a browser with JavaScript made.</summary>
public sealed class VerderEndpoints(
    GesprekCookie cookie, IAntiforgery antiforgery, PaginaTalen pages, ResumeCodes codes, Conversations conversations, CodeLimiter made, GuessLimiter guesses,
    BewaarSettings settings, TimeProvider clock)
{
    private const string Home = "/klacht/stap";

    public async Task<IResult> SaveAsync(HttpContext http)
    {
        if (!await antiforgery.IsRequestValidAsync(http) || cookie.Read(http.Request) is not { } id || !await conversations.ExistsAsync(id, http.RequestAborted))
        {
            return PaginaAntwoord.Page(http, pages.In(await FormLanguageAsync(http)).Frame.Outdated(""), StatusCodes.Status400BadRequest);
        }

        var own = pages.In(await LanguageAsync(http, id));
        return made.TryPass(http, id)
            ? PaginaAntwoord.Page(http, own.Later.Code(await codes.MakeAsync(id, gemeente: "", http.RequestAborted), Amsterdam.Day(clock.GetUtcNow() + settings.Open)))
            : PaginaAntwoord.Page(http, own.Frame.Failed(""), StatusCodes.Status429TooManyRequests);
    }

    public IResult Ask(HttpContext http) => PaginaAntwoord.Page(http, Asked(http).Later.Resume(Token(http), ""));

    public async Task<IResult> ResumeAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return PaginaAntwoord.Page(http, pages.In(form["taal"].ToString()).Frame.Outdated(form["code"].ToString()), StatusCodes.Status400BadRequest);
        }

        var own = pages.In(form["taal"].ToString()).Later;
        if (!await guesses.TryPassAsync(http))
        {
            return PaginaAntwoord.Page(http, own.Resume(Token(http), own.Wait(http.Response.Headers.RetryAfter.ToString())), StatusCodes.Status429TooManyRequests);
        }

        if (await codes.FindAsync(form["code"].ToString(), http.RequestAborted) is not var (conversation, _))
        {
            await guesses.WrongAsync(http.RequestAborted);
            return PaginaAntwoord.Page(http, own.Resume(Token(http), own.Wrong), StatusCodes.Status404NotFound);
        }

        cookie.Write(http, conversation);
        return PaginaAntwoord.See(http, Home);
    }

    /// <summary>This browser forgets the conversation; the service keeps what was saved.</summary>
    public IResult Leave(HttpContext http)
    {
        cookie.Delete(http);
        return PaginaAntwoord.See(http, pages.In("").Later.Elsewhere);
    }

    public IResult Toegankelijkheid(HttpContext http) => PaginaAntwoord.Page(http, Asked(http).Later.Toegankelijkheid());

    private Paginas Asked(HttpContext http) => pages.In(http.Request.Query["taal"].ToString());

    private async Task<string> LanguageAsync(HttpContext http, string id)
        => await conversations.TailAsync(id, PaginaView.Tail, http.RequestAborted) is { } tail ? PaginaView.Of(tail).Taal : "";

    private static async Task<string> FormLanguageAsync(HttpContext http)
        => http.Request.HasFormContentType ? (await http.Request.ReadFormAsync(http.RequestAborted))["taal"].ToString() : "";

    private string Token(HttpContext http) => antiforgery.GetAndStoreTokens(http).RequestToken ?? throw new System.Diagnostics.UnreachableException();
}
