namespace KlachtHulp.Bot.Channels.DirectLine;

/// <summary>Takes files of residents. Without an implementation Direct Line refuses every upload.</summary>
public interface IUploads
{
    /// <summary>Looks at the bytes, decides, and keeps the file.</summary>
    Task<UploadResult> AcceptAsync(string conversationId, UploadedFile file, CancellationToken cancellationToken);
}

/// <param name="Naam">As the client calls it: not to be trusted as a path.</param>
/// <param name="Soort">Media type as the client calls it.</param>
public sealed record UploadedFile(string Naam, string Soort, ReadOnlyMemory<byte> Inhoud);

public abstract record UploadResult
{
    private UploadResult()
    {
    }

    /// <param name="Url">Where the conversation's clients find it; null when it is not handed out again.</param>
    public sealed record Kept(string Naam, string Soort, string? Url) : UploadResult;

    /// <param name="Code">Stable reason, for the client.</param>
    public sealed record Refused(string Code) : UploadResult;
}
