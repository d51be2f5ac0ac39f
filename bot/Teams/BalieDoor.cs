using System.Text.Json;
using System.Text.Json.Nodes;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Channels.Connector;
using KlachtHulp.Bot.Channels.DirectLine;
using KlachtHulp.Bot.Teams.Boek;
using KlachtHulp.Bot.Teams.Kaarten;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Bot.Teams;

/// <summary>Where staff come in by Teams. Open only when a tenant is set.</summary>
internal sealed class BalieDoor(
    TeamsSettings settings, BalieDesk desk, Balieboek book, Listing listing, WishReader reader, BalieKaarten screens, Words words, ServiceUrlPolicy policy,
    ConnectorSettings connector, ConnectorClient client, Arrivals arrivals, TurnOrder order, TimeProvider clock, ILogger<BalieDoor> logger) : IStaffDoor
{
    private const string Teams = "msteams";
    private const string CardAction = "adaptiveCard/action";

    public bool Takes(Activity activity) => settings.Tenants.Count > 0 && string.Equals(activity.ChannelId, Teams, StringComparison.Ordinal);

    public async Task<IResult> AnswerAsync(HttpContext http, Activity activity)
    {
        if (activity.Type == ActivityTypes.Invoke)
        {
            return await InvokeAsync(http.Request, activity);
        }

        var inline = string.Equals(activity.DeliveryMode, "expectReplies", StringComparison.Ordinal);
        if (string.IsNullOrEmpty(activity.Conversation?.Id))
        {
            return DirectLineError.Missing("conversation.id").Result();
        }

        if (!policy.TryRead(activity.ServiceUrl, out var service) && !inline)
        {
            Log.ServiceUrlRefused(logger);
            return DirectLineError.Argument("This serviceUrl is not one of a known channel.").Result();
        }

        return inline
            ? Inline(activity, await TypedAsync(http.Request, activity))
            : await arrivals.OnceAsync(activity, async () => await TypedAsync(http.Request, activity) is { } card ? await arrivals.InTimeAsync(SendAsync(service, activity, card)) : Results.Ok());
    }

    private static IResult Inline(Activity activity, Kaart? card) => ActivitySet.Result(ActivitySet.Write(card is null ? [] : [Reply(activity, card)], watermark: null));

    private Task<Kaart?> TypedAsync(HttpRequest request, Activity activity) => CardAsync(request, activity, static (text, reader, taking) => reader.FromText(text, taking));

    /// <summary>A button of a card: the answer stands in the body and takes the place of the card.</summary>
    private async Task<IResult> InvokeAsync(HttpRequest request, Activity activity)
    {
        if (!string.Equals(activity.Name, CardAction, StringComparison.Ordinal))
        {
            return Results.StatusCode(StatusCodes.Status501NotImplemented);
        }

        if (activity.Value is not { ValueKind: JsonValueKind.Object } value || !value.TryGetProperty("action", out var action) || action.ValueKind != JsonValueKind.Object)
        {
            return Results.Json(InvokeResponse.NotSupported(400, "BadRequest"), BotJson.Wire.InvokeResponse, statusCode: 400);
        }

        var data = action.TryGetProperty("data", out var found) ? found : default;
        var card = await CardAsync(request, activity, (_, _, _) => WishReader.FromData(data)) ?? screens.Bericht("balie.geen_toegang");
        var answer = new JsonObject { ["statusCode"] = 200, ["type"] = Kaart.ContentType, ["value"] = card.Json() };
        return Results.Text(CardMessage.Text(answer), "application/json");
    }

    /// <returns>null when there is nothing to say.</returns>
    private async Task<Kaart?> CardAsync(HttpRequest request, Activity activity, Func<string, WishReader, bool, Wish> read)
    {
        if (Caller.Of(activity, settings) is not { } caller)
        {
            return activity.Type is ActivityTypes.Message ? screens.Bericht("balie.geen_toegang") with { Delen = [Deel.Tekst(words.Message("balie.geen_toegang"))] } : null;
        }

        var key = Balieboek.Sleutel(caller.Tenant, caller.Person);
        using var pass = await order.EnterAsync($"balie:{key}", request.HttpContext.RequestAborted);
        if (activity is { Type: ActivityTypes.InstallationUpdate, Action: "remove" })
        {
            await (caller.IsPersonal ? book.VergeetAsync(caller.Gemeente, key) : Task.CompletedTask);
            return null;
        }

        if (!caller.IsPersonal)
        {
            return activity.Type is ActivityTypes.Message or ActivityTypes.Invoke ? await ChannelAsync(caller) : null;
        }

        var known = (await book.MedewerkerAsync(key)).IsBereikbaar;
        await RememberAsync(activity, caller, key);
        var visit = new Visit(request, caller.Gemeente, key, activity.Id);
        return await WishAsync(activity, visit, known, read) is { } wish ? await desk.DoAsync(visit, wish) : null;
    }

    /// <param name="known">Was here before. Installing the app comes as two messages, in either order: only the first is greeted.</param>
    private async Task<Wish?> WishAsync(Activity activity, Visit visit, bool known, Func<string, WishReader, bool, Wish> read) => activity.Type switch
    {
        ActivityTypes.Invoke => read("", reader, false),
        ActivityTypes.Message when activity.Value is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("balie", out _) => WishReader.FromData(value),
        ActivityTypes.Message => read(ActivityReader.Read(activity) is Dialogs.Flow.Incoming.Said said ? said.Text : activity.Text ?? "", reader, await desk.IsTakingAsync(visit)),
        _ when !known && ActivityReader.Read(activity) is Dialogs.Flow.Incoming.Joined => new Wish.Menu(),
        _ => null,
    };

    /// <summary>Only an address that was checked is kept.</summary>
    private async Task RememberAsync(Activity activity, Caller caller, string key)
    {
        if (policy.TryRead(activity.ServiceUrl, out var service) && activity is { Conversation.Id: { Length: > 0 } conversation, Recipient.Id: { Length: > 0 } bot, From.Id: { Length: > 0 } person })
        {
            var reference = new Medewerker { ServiceUrl = service.AbsoluteUri, Gesprek = conversation, Bot = bot, Persoon = person, Tenant = caller.Tenant };
            await book.OnthoudAsync(caller.Gemeente, key, reference with { Gezien = Amsterdam.Day(clock.GetUtcNow()) });
        }
    }

    private async Task<Kaart> ChannelAsync(Caller caller)
    {
        var (all, near) = await listing.CountAsync(caller.Gemeente);
        return screens.Kanaal(all, near, $"https://teams.microsoft.com/l/chat/0/0?users=28:{Uri.EscapeDataString(connector.AppId ?? "")}");
    }

    private async Task<IResult> SendAsync(Uri service, Activity activity, Kaart card)
    {
        try
        {
            await client.ReplyAsync(service, activity.Conversation?.Id ?? "", activity.Type == ActivityTypes.Message ? activity.Id : null, Reply(activity, card), CancellationToken.None);
            return Results.Ok();
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException)
        {
            Log.ReplyNotDelivered(logger, problem.GetType().Name);
            return Results.StatusCode(StatusCodes.Status502BadGateway);
        }
    }

    private static ReadOnlyMemory<byte> Reply(Activity activity, Kaart card) => CardMessage.Write(
        card, activity.Conversation, activity.Recipient is { } bot ? bot with { Role = "bot" } : null, activity.From, activity.Type == ActivityTypes.Message ? activity.Id : null);
}
