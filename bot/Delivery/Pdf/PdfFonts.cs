namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>The fonts of every document: one for Latin, Greek and Cyrillic, and one for Arabic. Read once, shared by all requests.</summary>
public sealed class PdfFonts
{
    private readonly (TrueTypeFont Plain, TrueTypeFont Arabic) _regular;
    private readonly (TrueTypeFont Plain, TrueTypeFont Arabic) _bold;

    private PdfFonts(string folder)
        => (_regular, _bold) = ((Read(folder, "SourceSans3-Regular"), Read(folder, "NotoNaskhArabic-Regular")), (Read(folder, "SourceSans3-Bold"), Read(folder, "NotoNaskhArabic-Bold")));

    /// <summary>Reads Regular and Bold of SourceSans3 and NotoNaskhArabic.</summary>
    /// <param name="folder">In the product: assets/fonts beside the program.</param>
    /// <exception cref="InvalidDataException">A file is damaged or is not a TrueType font.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static PdfFonts Load(string folder) => new(folder);

    /// <summary>The parts that one document will use, empty yet.</summary>
    internal FontSubset Regular() => new(_regular.Plain, "F0", new FontSubset(_regular.Arabic, "F2"));

    internal FontSubset Bold() => new(_bold.Plain, "F1", new FontSubset(_bold.Arabic, "F3"));

    private static TrueTypeFont Read(string folder, string name) => new(name, File.ReadAllBytes(Path.Combine(folder, name + ".ttf")));
}
