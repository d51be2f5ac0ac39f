using KlachtHulp.Bot.Channels.DirectLine;
using KlachtHulp.Bot.Turns;

namespace KlachtHulp.Bot.Channels.Bestanden;

/// <summary>Takes a resident's evidence: PDF, JPEG or PNG. It is not handed out again; it goes to the gemeente with the form.</summary>
public sealed class Uploads(Conversations conversations, IDialog dialog) : IUploads
{
    public async Task<UploadResult> AcceptAsync(string conversationId, UploadedFile file, CancellationToken cancellationToken)
    {
        if (Bestandssoort.Keur(file.Inhoud) is not { } sound)
        {
            return new UploadResult.Refused(dialog.Keep(file.Naam), UploadRefusal.Kind);
        }

        return await conversations.AttachAsync(conversationId, new Bewijsstuk(sound.Soort, sound.Inhoud), cancellationToken) switch
        {
            BijlageUitslag.Bewaard => new UploadResult.Kept(dialog.Keep(Bestandssoort.Naam(file.Naam, sound)), sound.Soort, Url: null),
            BijlageUitslag.Vol => new UploadResult.Refused(dialog.Keep(file.Naam), UploadRefusal.Full),
            _ => new UploadResult.Unknown(),
        };
    }
}
