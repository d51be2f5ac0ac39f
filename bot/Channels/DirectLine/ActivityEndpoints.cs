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
    IUploads uploads, TypingSign sign)
{
    private const int MaxActivity = 32 * 1024;
    private const int MaxUpload = 10 * 1024 * 1024;
    private const int MaxUserId = 128;

    /// <summary>Changes nothing, so that the open question is asked again: a file is no answer to it.</summary>
    private static readonly Incoming AskAgain = new Incoming.Commanded(Command.Taal);

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

        if (body.IsEmpty)
        {
            return DirectLineError.Argument("The file is empty.").Result();
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
            return ActivityReader.Parse(body) is { } activity ? await RunAsync(http, claims, activity, files: null) : DirectLineError.Syntax.Result();
        }
        catch (JsonException)
        {
            return DirectLineError.Syntax.Result();
        }
    }

    private async Task<IResult> KeepAsync(HttpContext http, TokenClaims claims, Activity? activity, IReadOnlyList<UploadedFile> files)
    {
        if (files.Count == 0)
        {
            return DirectLineError.Missing("file").Result();
        }

        var user = new ChannelAccount { Id = activity?.From?.Id ?? http.Request.Query["userId"] };
        var sent = (activity ?? new Activity { Type = ActivityTypes.Message }) with { From = user };
        if (Problem(sent) is { } problem)
        {
            return problem.Result();
        }

        var results = new List<UploadResult>();
        foreach (var file in files)
        {
            results.Add(await uploads.AcceptAsync(claims.ConversationId, file, http.RequestAborted));
        }

        return results.Any(static one => one is UploadResult.Unknown) ? DirectLineError.NotFound.Result() : await RunAsync(http, claims, sent, Files.Of(results));
    }

    private async Task<IResult> RunAsync(HttpContext http, TokenClaims claims, Activity sent, Files? files)
    {
        if (Problem(sent) is { } problem)
        {
            return problem.Result();
        }

        var echo = DirectLineWriters.Echo(sent, claims, files?.Kept);
        var wordless = files is not null && string.IsNullOrWhiteSpace(sent.Text);
        if (wordless && files?.Kept is null)
        {
            echo = echo with { Text = files?.Names, TextFormat = "plain" };
        }

        var incoming = wordless ? AskAgain : ActivityReader.Read(echo);
        if (incoming is null or Incoming.Joined)
        {
            return await conversations.ExistsAsync(claims.ConversationId, http.RequestAborted)
                ? Accepted($"{claims.ConversationId}|{TokenOffice.NewId()}")
                : DirectLineError.NotFound.Result();
        }

        var request = new TurnRequest(claims.ConversationId, claims.Gemeente, claims.Kanaal, incoming, writers.For(http.Request, claims.ConversationId, writers.Kept(echo)))
        {
            DedupeKey = DedupeKey(echo),
            Melding = files is null ? null : words => DirectLineWriters.About(files, words),
        };
        return Answer(claims.ConversationId, await sign.WatchAsync(claims.ConversationId, runner.RunAsync(request, http.RequestAborted)));
    }

    private static IResult Answer(string conversationId, TurnResult result) => result switch
    {
        TurnResult.Saved saved => Accepted(TurnStamp.Id(conversationId, saved.FirstSequence)),
        TurnResult.Repeated before => Accepted(TurnStamp.Id(conversationId, before.FirstSequence)),
        TurnResult.Erased => Accepted($"{conversationId}|{TokenOffice.NewId()}"),
        TurnResult.Full => DirectLineError.Full.Result(),
        TurnResult.Unknown => DirectLineError.NotFound.Result(),
        _ => throw new UnreachableException(),
    };

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
