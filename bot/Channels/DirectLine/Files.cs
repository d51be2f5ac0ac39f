using KlachtHulp.Bot.Channels.Activities;

namespace KlachtHulp.Bot.Channels.DirectLine;

/// <summary>The files of one message after they were looked at.</summary>
/// <param name="Kept">As the message shows them; null when there is none.</param>
/// <param name="Refusal">Why the first of the others was not taken; null when all were.</param>
/// <param name="Names">Names of those others.</param>
internal sealed record Files(IReadOnlyList<Attachment>? Kept, UploadRefusal? Refusal, string Names)
{
    public static Files Of(IReadOnlyList<UploadResult> results)
    {
        Attachment[] kept = [.. results.OfType<UploadResult.Kept>().Select(static one => new Attachment { ContentType = one.Soort, Name = one.Naam, ContentUrl = one.Url })];
        UploadResult.Refused[] refused = [.. results.OfType<UploadResult.Refused>()];
        return new Files(kept.Length > 0 ? kept : null, refused.Length > 0 ? refused[0].Reason : null, string.Join(", ", refused.Select(static one => one.Naam)));
    }
}
