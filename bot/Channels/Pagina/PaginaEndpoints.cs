using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Channels.DirectLine;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Recht;
using Microsoft.AspNetCore.Antiforgery;

namespace KlachtHulp.Bot.Channels.Pagina;

/// <summary>The conversation as pages and forms. Every form is answered by sending the browser to the page again, so that reloading and going back are safe.</summary>
public sealed class PaginaEndpoints(
    GesprekCookie cookie, IAntiforgery antiforgery, PaginaTalen pages, DirectLineWriters writers, DirectLineSettings settings, CreationLimiter limiter,
    TurnRunner runner, Conversations conversations, TimeProvider clock)
{
    internal const string Kanaal = "web";
    internal const string Home = "/klacht/stap";

    /// <summary>Who speaks in a conversation by pages.</summary>
    internal const string Resident = "bewoner";

    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var asked = http.Request.Query["taal"].ToString();
        if (cookie.Read(http.Request) is { } id && await PageAsync(http, id, asked: asked) is { } page)
        {
            cookie.Write(http, id);
            return page;
        }

        var gemeente = http.Request.Query["gemeente"].ToString();
        return PaginaAntwoord.Page(http, pages.In(asked).Frame.Start(Token(http), NewTokenRules.IsGemeente(gemeente) ? gemeente : "", expired: GesprekCookie.IsThere(http.Request)));
    }

    /// <summary>Begins a conversation; with the first answer when that was given on the page of the chat.</summary>
    public async Task<IResult> BeginAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (gemeente, taal) = (form["gemeente"].ToString(), form["taal"].ToString());
        var said = form["tekst"].ToString().ReplaceLineEndings("\n").Trim();
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return PaginaAntwoord.Page(http, pages.In(taal).Frame.Outdated(said), StatusCodes.Status400BadRequest);
        }

        if (await limiter.RefuseAsync(http) is { } refusal)
        {
            return PaginaAntwoord.Page(http, pages.In(taal).Frame.Failed(said), refusal.Status);
        }

        var id = TokenOffice.NewId();
        var place = gemeente.Length > 0 && NewTokenRules.IsGemeente(gemeente) ? gemeente : settings.Gemeente;
        await runner.RunAsync(new TurnRequest(id, place, Kanaal, new Incoming.Joined(), writers.For(http.Request, id, echo: null)) { Taal = pages.Has(taal) ? taal : null }, http.RequestAborted);
        cookie.Write(http, id);
        if (said.Length > 0)
        {
            await SayAsync(http, id, AntwoordFormulier.Words(said), "begin");
        }

        return PaginaAntwoord.See(http, Home);
    }

    public async Task<IResult> TakeAsync(HttpContext http)
    {
        var form = AntwoordFormulier.Read(await http.Request.ReadFormAsync(http.RequestAborted));
        if (!await antiforgery.IsRequestValidAsync(http) || cookie.Read(http.Request) is not { } id || await conversations.TailAsync(id, PaginaView.Tail, http.RequestAborted) is not { } tail)
        {
            return PaginaAntwoord.Page(http, pages.In(form.Nu).Frame.Outdated(form.Tekst), StatusCodes.Status400BadRequest);
        }

        var activities = form.Activities(PaginaView.Of(tail));
        for (var index = 0; index < activities.Count; index++)
        {
            if (await SayAsync(http, id, activities[index], form.Key(index)) is TurnResult.Erased)
            {
                cookie.Delete(http);
                return PaginaAntwoord.See(http, $"/klacht/gewist?taal={PaginaView.Of(tail).Taal}");
            }
        }

        cookie.Write(http, id);
        return form is { OnlyAsks: true, Tekst.Length: > 0 } && await PageAsync(http, id, form.Tekst) is { } page ? page : PaginaAntwoord.See(http, Home);
    }

    public async Task<IResult> DocumentAsync(HttpContext http, string naam)
    {
        if (cookie.Read(http.Request) is not { } id || await conversations.DocumentAsync(id, Kanaal, naam, http.RequestAborted) is not { } file)
        {
            return PaginaAntwoord.See(http, Home);
        }

        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.File(file.Inhoud(), file.Soort, file.Naam);
    }

    public IResult Erased(HttpContext http) => PaginaAntwoord.Page(http, pages.In(http.Request.Query["taal"].ToString()).Frame.Erased());

    /// <summary>When something fails: a page in plain words, with what was typed.</summary>
    public IResult Failed(HttpContext http)
    {
        var form = http.Request.HasFormContentType ? http.Features.Get<Microsoft.AspNetCore.Http.Features.IFormFeature>()?.Form : null;
        return PaginaAntwoord.Page(http, pages.In(form?["nu"].ToString() ?? "").Frame.Failed(form?["tekst"].ToString() ?? ""), StatusCodes.Status503ServiceUnavailable);
    }

    /// <returns>null when there is no such conversation any more.</returns>
    private async Task<IResult?> PageAsync(HttpContext http, string id, string typed = "", string asked = "")
    {
        var tail = await conversations.TailAsync(id, PaginaView.Tail, http.RequestAborted);
        if (tail is not null && pages.Has(asked) && PaginaView.Of(tail).Taal != asked)
        {
            await SayAsync(http, id, AntwoordFormulier.Language(asked), Guid.NewGuid().ToString("N"));
            return PaginaAntwoord.See(http, Home);
        }

        var overview = await conversations.OverviewAsync(id, Kanaal, http.RequestAborted);
        return overview is null || tail is null ? null
            : PaginaAntwoord.Page(http, pages.In(PaginaView.Of(tail).Taal).Step.Render(PaginaView.Of(tail), overview, Token(http), Amsterdam.Day(clock.GetUtcNow()), typed, calm: http.Request.Query["rustig"] == PaginaView.Of(tail).Turn));
    }

    private Task<TurnResult> SayAsync(HttpContext http, string id, Activity said, string key)
    {
        var echo = DirectLineWriters.Echo(said with { From = new ChannelAccount { Id = Resident } }, Claims(id), attachments: null);
        var incoming = ActivityReader.Read(echo) ?? throw new System.Diagnostics.UnreachableException();
        return runner.RunAsync(new TurnRequest(id, "", Kanaal, incoming, writers.For(http.Request, id, writers.Kept(echo))) { DedupeKey = key }, http.RequestAborted);
    }

    private string Token(HttpContext http) => antiforgery.GetAndStoreTokens(http).RequestToken ?? throw new System.Diagnostics.UnreachableException();

    internal static TokenClaims Claims(string id) => new(TokenPurpose.Conversation, id, "", "", Kanaal, "", "", default);

    /// <summary>A form of a page that was open for too long.</summary>
    internal IResult Outdated(HttpContext http) => PaginaAntwoord.Page(http, pages.In("").Frame.Outdated(""), StatusCodes.Status400BadRequest);
}
