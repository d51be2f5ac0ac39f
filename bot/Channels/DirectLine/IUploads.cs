namespace KlachtHulp.Bot.Channels.DirectLine;

/// <summary>Takes files of residents.</summary>
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

    /// <param name="Naam">As it may be shown again.</param>
    public sealed record Refused(string Naam, UploadRefusal Reason) : UploadResult;

    /// <summary>There is no such conversation.</summary>
    public sealed record Unknown : UploadResult;
}

/// <summary>Why a file is not taken; the resident is told in words.</summary>
public enum UploadRefusal
{
    Kind,
    Full,
}
