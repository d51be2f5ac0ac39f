using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Flow;
using UnreachableException = System.Diagnostics.UnreachableException;

namespace KlachtHulp.Bot.Channels.DirectLine;

/// <summary>Messages and files of residents.</summary>
public sealed class ActivityEndpoints(DirectLineAccess access, DirectLineWriters writers, TurnRunner runner, Conversations conversations,
    IUploads? uploads = null)
{
    private const int MaxActivity = 32 * 1024;
    private const int MaxUpload = 4 * 1024 * 1024;
    private const int MaxUserId = 128;

    public Task<IResult> PostAsync(HttpContext http, string id) => access.Check(http.Request, id).ThenAsync(claims => PostAsync(http, claims));

    public Task<IResult> UploadAsync(HttpContext http, string id) => access.Check(http.Request, id).ThenAsync(claims => UploadAsync(http, claims));

    private async Task<IResult> PostAsync(HttpContext http, TokenClaims claims)
    {
        if (await BodyReader.ReadAsync(http.Request, MaxActivity, http.RequestAborted) is not { } body)
        {
            return DirectLineError.TooBig.Result();
        }

        return http.Request.HasJsonContentType() ? await ReadAndRunAsync(http, claims, body) : DirectLineError.WrongType.Result();
    }

    private async Task<IResult> UploadAsync(HttpContext http, TokenClaims claims)
    {
        if (await BodyReader.ReadAsync(http.Request, MaxUpload, http.RequestAborted) is not { } body)
        {
            return DirectLineError.TooBig.Result();
        }

        if (uploads is null || body.IsEmpty)
        {
            return (uploads is null ? DirectLineError.NoUploads : DirectLineError.Argument("The file is empty.")).Result();
        }

        try
        {
            var (activity, files) = await UploadReader.ReadAsync(http.Request, body, http.RequestAborted);
            return await KeepAsync(http, claims, activity, files);
        }
        catch (Exception problem) when (problem is JsonException or InvalidDataException)
        {
            return DirectLineError.Syntax.Result();
        }
    }

    private async Task<IResult> ReadAndRunAsync(HttpContext http, TokenClaims claims, ReadOnlyMemory<byte> body)
    {
        try
        {
            return ActivityReader.Parse(body) is { } activity ? await RunAsync(http, claims, activity, attachments: null) : DirectLineError.Syntax.Result();
        }
        catch (JsonException)
        {
            return DirectLineError.Syntax.Result();
        }
    }

    private async Task<IResult> KeepAsync(HttpContext http, TokenClaims claims, Activity? activity, IReadOnlyList<UploadedFile> files)
    {
        var kept = new List<Attachment>();
        foreach (var file in files)
        {
            switch (await uploads!.AcceptAsync(claims.ConversationId, file, http.RequestAborted))
            {
                case UploadResult.Kept one:
                    kept.Add(new Attachment { ContentType = one.Soort, Name = one.Naam, ContentUrl = one.Url });
                    break;
                case UploadResult.Refused refused:
                    return new DirectLineError(400, refused.Code, "This file cannot be taken.").Result();
            }
        }

        var user = new ChannelAccount { Id = activity?.From?.Id ?? http.Request.Query["userId"] };
        return await RunAsync(http, claims, (activity ?? new Activity { Type = ActivityTypes.Message }) with { From = user }, kept);
    }

    private async Task<IResult> RunAsync(HttpContext http, TokenClaims claims, Activity sent, IReadOnlyList<Attachment>? attachments)
    {
        if (Problem(sent) is { } problem)
        {
            return problem.Result();
        }

        var echo = DirectLineWriters.Echo(sent, claims, attachments);
        var incoming = attachments is [_, ..] && string.IsNullOrWhiteSpace(sent.Text)
            ? new Incoming.Commanded(Command.Help)
            : ActivityReader.Read(echo);
        if (incoming is null or Incoming.Joined)
        {
            return await conversations.ExistsAsync(claims.ConversationId, http.RequestAborted)
                ? Accepted($"{claims.ConversationId}|{TokenOffice.NewId()}")
                : DirectLineError.NotFound.Result();
        }

        var writer = writers.For(http.Request, claims.ConversationId, writers.Kept(echo));
        var request = new TurnRequest(claims.ConversationId, claims.Gemeente, claims.Kanaal, incoming, writer) { DedupeKey = DedupeKey(echo) };
        return await runner.RunAsync(request, http.RequestAborted) switch
        {
            TurnResult.Saved saved => Accepted(TurnStamp.Id(claims.ConversationId, saved.FirstSequence)),
            TurnResult.Repeated before => Accepted(TurnStamp.Id(claims.ConversationId, before.FirstSequence)),
            TurnResult.Erased => Accepted($"{claims.ConversationId}|{TokenOffice.NewId()}"),
            TurnResult.Full => DirectLineError.Full.Result(),
            TurnResult.Unknown => DirectLineError.NotFound.Result(),
            _ => throw new UnreachableException(),
        };
    }

    private static DirectLineError? Problem(Activity sent)
    {
        if (string.IsNullOrEmpty(sent.Type))
        {
            return DirectLineError.Missing("type");
        }

        return sent.From?.Id switch
        {
            null or "" => DirectLineError.Missing("from.id"),
            { Length: > MaxUserId } => DirectLineError.Argument("'from.id' has at most 128 characters."),
            DirectLineWriters.BotId => DirectLineError.Argument("'from.id' is taken by the bot."),
            _ => null,
        };
    }

    /// <summary>The client's own name for the message. Hashed: it may be long, and it is kept.</summary>
    private static string? DedupeKey(Activity echo)
    {
        if (echo.ChannelData is not { ValueKind: JsonValueKind.Object } data || !data.TryGetProperty("clientActivityID", out var name)
            || name.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{echo.From?.Id}\n{name.GetString()}"))[..16]);
    }

    private static IResult Accepted(string id) => Results.Json(new ResourceResponse(id), BotJson.Wire.ResourceResponse);
}
