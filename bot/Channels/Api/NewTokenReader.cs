using System.Text.Json;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Channels.DirectLine;

namespace KlachtHulp.Bot.Channels.Api;

/// <summary>Reads what a browser says when it asks for a conversation.</summary>
internal static class NewTokenReader
{
    private const int MaxBody = 4 * 1024;

    /// <returns>Claims for a conversation that does not exist yet, or what is wrong.</returns>
    public static async Task<(TokenClaims? Claims, DirectLineError? Error)> ReadAsync(HttpContext http, TokenOffice office)
    {
        if (await BodyReader.ReadAsync(http.Request, MaxBody, http.RequestAborted) is not { } body)
        {
            return (null, DirectLineError.TooBig);
        }

        return !body.IsEmpty && !http.Request.HasJsonContentType() ? (null, DirectLineError.WrongType) : Read(http.Request, body, office);
    }

    /// <summary>The token is for the page that asks for it.</summary>
    internal static string Marks(HttpRequest request) => PageOrigin.Of(request) is { } origin ? PageOrigin.Marks([origin]) : "";

    private static (TokenClaims? Claims, DirectLineError? Error) Read(HttpRequest request, ReadOnlyMemory<byte> body, TokenOffice office)
    {
        NewTokenRequest? asked;
        try
        {
            asked = body.IsEmpty ? null : JsonText.Read(body, BotJson.Wire.NewTokenRequest);
        }
        catch (JsonException)
        {
            return (null, DirectLineError.Syntax);
        }

        if (!NewTokenRules.IsGemeente(asked?.Gemeente) || !NewTokenRules.IsKanaal(asked?.Kanaal) || !NewTokenRules.IsTaal(asked?.Taal))
        {
            return (null, DirectLineError.Argument("'gemeente' is a CBS code, 'taal' a language code, 'kanaal' a lower-case word."));
        }

        var own = office.GemeenteOf(request);
        if (own is not null && asked?.Gemeente is { } other && other != own)
        {
            return (null, DirectLineError.OtherGemeente);
        }

        var claims = office.NewConversation($"dl_{TokenOffice.NewId()}", asked?.Gemeente ?? own, asked?.Kanaal ?? DirectLineAccess.DefaultKanaal, asked?.Taal ?? "");
        return (claims with { Origin = Marks(request) }, null);
    }
}
