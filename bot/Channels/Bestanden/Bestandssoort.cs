namespace KlachtHulp.Bot.Channels.Bestanden;

/// <param name="Soort">Media type.</param>
/// <param name="Inhoud">The file without what it says about its maker, place and camera.</param>
internal sealed record GekeurdBestand(string Soort, string Uitgang, ReadOnlyMemory<byte> Inhoud);

/// <summary>What a file is, by its bytes: what the sender calls it proves nothing. Nothing is decoded or drawn.</summary>
internal static class Bestandssoort
{
    /// <returns>null for everything but a PDF, JPEG or PNG that can be read to its end.</returns>
    public static GekeurdBestand? Keur(ReadOnlyMemory<byte> bytes) => bytes.Span switch
    {
        [0xFF, 0xD8, 0xFF, ..] => JpegCleaner.Clean(bytes.Span) is { } jpeg ? new GekeurdBestand("image/jpeg", ".jpg", jpeg) : null,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PngCleaner.Clean(bytes.Span) is { } png ? new GekeurdBestand("image/png", ".png", png) : null,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', (byte)'1' or (byte)'2', (byte)'.', ..] => new GekeurdBestand("application/pdf", ".pdf", bytes),
        _ => null,
    };

    /// <summary>The name with an extension that tells the truth.</summary>
    public static string Naam(string given, GekeurdBestand file)
    {
        var extension = Path.GetExtension(given);
        var honest = extension.Equals(file.Uitgang, StringComparison.OrdinalIgnoreCase)
            || (file.Uitgang == ".jpg" && extension.Equals(".jpeg", StringComparison.OrdinalIgnoreCase));
        return honest ? given : given + file.Uitgang;
    }
}
