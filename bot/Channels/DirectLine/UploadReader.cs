using KlachtHulp.Bot.Channels.Activities;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace KlachtHulp.Bot.Channels.DirectLine;

/// <summary>The two forms of an upload: one file as the body, or several parts of which one may be an activity.</summary>
internal static class UploadReader
{
    private const string ActivityType = "application/vnd.microsoft.activity";
    private const string DefaultName = "bestand";

    /// <summary>Far more than a conversation may keep: what is too many is told in words, and only what nobody sends is refused as a whole.</summary>
    private const int MaxFiles = 20;

    /// <exception cref="InvalidDataException">Not a readable multipart body, or one of more than 20 files.</exception>
    /// <exception cref="System.Text.Json.JsonException">The activity part cannot be read.</exception>
    public static async Task<(Activity? Activity, IReadOnlyList<UploadedFile> Files)> ReadAsync(HttpRequest request, ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return (null, [new UploadedFile(FileName(request.Headers.ContentDisposition), type?.MediaType.Value ?? "application/octet-stream", body)]);
        }

        return await ReadPartsAsync(HeaderUtilities.RemoveQuotes(type.Boundary).Value ?? "", body, cancellationToken);
    }

    private static async Task<(Activity? Activity, IReadOnlyList<UploadedFile> Files)> ReadPartsAsync(string boundary, ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken)
    {
        if (boundary.Length is 0 or > 100)
        {
            throw new InvalidDataException("No usable boundary.");
        }

        Activity? activity = null;
        var files = new List<UploadedFile>();
        using var stream = new MemoryStream(body.ToArray(), writable: false);
        var reader = new MultipartReader(boundary, stream);
        while (await NextAsync(reader, cancellationToken) is { } section)
        {
            using var content = new MemoryStream();
            await section.Body.CopyToAsync(content, cancellationToken);
            if (section.ContentType?.StartsWith(ActivityType, StringComparison.OrdinalIgnoreCase) == true)
            {
                activity = ActivityReader.Parse(content.ToArray());
            }
            else if (files.Count == MaxFiles)
            {
                throw new InvalidDataException("Too many files.");
            }
            else
            {
                files.Add(new UploadedFile(FileName(section.ContentDisposition), section.ContentType ?? "application/octet-stream", content.ToArray()));
            }
        }

        return (activity, files);
    }

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken);
        }
        catch (IOException problem)
        {
            throw new InvalidDataException("Incomplete multipart body.", problem);
        }
    }

    /// <summary>The last part of the name the client gives. Some clients leave out the disposition type, which the header's own parser needs.</summary>
    private static string FileName(string? disposition)
    {
        var header = disposition?.TrimStart().StartsWith("name", StringComparison.OrdinalIgnoreCase) == true ? $"form-data; {disposition}" : disposition;
        if (!ContentDispositionHeaderValue.TryParse(header, out var parsed))
        {
            return DefaultName;
        }

        var name = HeaderUtilities.RemoveQuotes(parsed.FileNameStar.HasValue ? parsed.FileNameStar : parsed.FileName).Value;
        var last = name?[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        return string.IsNullOrEmpty(last) || last.Length > 120 || last.Any(char.IsControl) ? DefaultName : last;
    }
}
