using KlachtHulp.Bot.Channels.Activities;
using KlachtHulp.Bot.Channels.DirectLine;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Flow;
using Microsoft.AspNetCore.Antiforgery;

namespace KlachtHulp.Bot.Channels.Pagina;

/// <summary>Proof to send along, from a page without JavaScript.</summary>
public sealed class BestandEndpoint(GesprekCookie cookie, IAntiforgery antiforgery, PaginaEndpoints pages, IUploads uploads, DirectLineWriters writers, TurnRunner runner)
{
    /// <summary>Bytes of one form: every file a conversation can have, and what stands around them.</summary>
    public const long MaxForm = 16 * 1024 * 1024;

    private const int MaxFiles = 5;
    private const int MaxFile = 10 * 1024 * 1024;

    public async Task<IResult> TakeAsync(HttpContext http)
    {
        if (!await antiforgery.IsRequestValidAsync(http) || cookie.Read(http.Request) is not { } id)
        {
            return pages.Outdated(http);
        }

        var results = new List<UploadResult>();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        foreach (var file in form.Files.Where(static file => file.Length > 0).Take(MaxFiles))
        {
            var name = Path.GetFileName(file.FileName);
            results.Add(file.Length > MaxFile
                ? new UploadResult.Refused(name, UploadRefusal.Full)
                : await uploads.AcceptAsync(id, new UploadedFile(name, file.ContentType, await BytesAsync(file, http.RequestAborted)), http.RequestAborted));
        }

        if (results.Count > 0 && !results.Any(static one => one is UploadResult.Unknown))
        {
            await TellAsync(http, id, Files.Of(results));
        }

        return PaginaAntwoord.See(http, PaginaEndpoints.Home);
    }

    private Task<TurnResult> TellAsync(HttpContext http, string id, Files files)
    {
        var sent = new Activity { Type = ActivityTypes.Message, From = new ChannelAccount { Id = PaginaEndpoints.Resident } };
        var echo = DirectLineWriters.Echo(sent, PaginaEndpoints.Claims(id), files.Kept);
        echo = files.Kept is null ? echo with { Text = files.Names, TextFormat = "plain" } : echo;
        return runner.RunAsync(new TurnRequest(id, "", PaginaEndpoints.Kanaal, new Incoming.Commanded(Command.Taal), writers.For(http.Request, id, writers.Kept(echo)))
        {
            Melding = words => DirectLineWriters.About(files, words),
        }, http.RequestAborted);
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }
}
