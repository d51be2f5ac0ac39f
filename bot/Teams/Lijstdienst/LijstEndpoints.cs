using System.Globalization;
using System.Text.Json;
using KlachtHulp.Bot.Channels;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Channels.DirectLine;
using KlachtHulp.Bot.Teams.Boek;
using KlachtHulp.Bot.Teams.Kaarten;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Teams.Lijstdienst;

/// <summary>The list of the helpdesk for other programs of the gemeente: the same rows as in Teams.</summary>
/// <remarks>Source: NL API Design Rules 2.1, no sensitive information in addresses, problems as problems, version in every answer.</remarks>
internal sealed class LijstEndpoints(LijstSettings settings, LijstTokens tokens, Listing listing, LijstKaart rules, TimeProvider clock)
{
    private const string Root = "/api/v1/balie/klachten";
    private const int MaxBody = 1024;
    private const int Usual = 20;
    private const int Most = 100;

    public async Task<IResult> ListAsync(HttpContext http)
    {
        var (gemeente, refused) = await GemeenteAsync(http);
        if (refused is not null)
        {
            return Refuse(http, refused);
        }

        return Number(http, "pagina", 1, int.MaxValue / Most) is { } page && Number(http, "aantal", Usual, Most) is { } count
            ? Answer(http, Page(LijstKaart.Geordend(await listing.RefreshAsync(gemeente)), page, count))
            : DirectLineError.Argument($"'pagina' is a number from 1, 'aantal' a number from 1 to {Most}.").Problem();
    }

    /// <summary>By reference. Of another gemeente and not there at all is the same empty list.</summary>
    public async Task<IResult> FindAsync(HttpContext http)
    {
        var (gemeente, refused) = await GemeenteAsync(http);
        if (refused is not null)
        {
            return Refuse(http, refused);
        }

        var (asked, error) = await ReadAsync(http);
        return error is null
            ? Answer(http, Page((await listing.RefreshAsync(gemeente)).Vind(asked.Trim()) is { } zaak ? [zaak] : [], 1, Usual))
            : error.Problem();
    }

    private async Task<(string Gemeente, DirectLineError? Error)> GemeenteAsync(HttpContext http)
        => settings.Toegangen.Count == 0 ? ("", DirectLineError.NoRoute) : await tokens.GemeenteAsync(http.Request, http.RequestAborted);

    private static async Task<(string Kenmerk, DirectLineError? Error)> ReadAsync(HttpContext http)
    {
        if (await BodyReader.ReadAsync(http.Request, MaxBody, http.RequestAborted) is not { } body)
        {
            return ("", DirectLineError.TooBig);
        }

        if (!http.Request.HasJsonContentType())
        {
            return ("", DirectLineError.WrongType);
        }

        try
        {
            return JsonText.Read(body, LijstJson.Default.Zoekvraag)?.Kenmerk is { Length: > 0 } kenmerk ? (kenmerk, null) : ("", DirectLineError.Argument("'kenmerk' is missing."));
        }
        catch (JsonException)
        {
            return ("", DirectLineError.Syntax);
        }
    }

    private static IResult Refuse(HttpContext http, DirectLineError error)
    {
        if (error == DirectLineError.Unauthorized)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
        }

        if (error == DirectLineError.Broken)
        {
            http.Response.Headers.RetryAfter = "5";
        }

        return error.Problem();
    }

    /// <returns>null when what is asked is no number within its bounds.</returns>
    private static int? Number(HttpContext http, string name, int otherwise, int most)
    {
        var text = http.Request.Query[name].ToString();
        return text.Length == 0 ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number
            : null;
    }

    private Klachtenlijst Page(IReadOnlyList<Zaak> all, int page, int count)
    {
        var today = Amsterdam.Day(clock.GetUtcNow());
        var rows = all.Skip((page - 1) * count).Take(count).Select(zaak => Row(zaak, today)).ToList();
        return new(rows, all.Count, page, count, new(Link(page, count), page > 1 ? Link(page - 1, count) : null, page * count < all.Count ? Link(page + 1, count) : null));
    }

    private KlachtRegel Row(Zaak zaak, DateOnly today) => new(
        zaak.Kenmerk,
        JsonNamingPolicy.CamelCase.ConvertName(zaak.Stand.ToString()),
        zaak.Begonnen,
        rules.IsNear(zaak, today),
        [.. zaak.Dagen.Select(static day => new DagRegel(day.Code, day.Naam, day.Dag))]);

    private static PaginaLink Link(int page, int count) => new(string.Create(CultureInfo.InvariantCulture, $"{Root}?pagina={page}&aantal={count}"));

    private static IResult Answer(HttpContext http, Klachtenlijst list)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(list, LijstJson.Default.Klachtenlijst);
    }
}
