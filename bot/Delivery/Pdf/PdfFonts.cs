namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>The two fonts of every document. Read once, shared by all requests.</summary>
public sealed class PdfFonts
{
    private PdfFonts(TrueTypeFont regular, TrueTypeFont bold) => (Regular, Bold) = (regular, bold);

    internal TrueTypeFont Regular { get; }

    internal TrueTypeFont Bold { get; }

    /// <summary>Reads SourceSans3-Regular.ttf and SourceSans3-Bold.ttf.</summary>
    /// <param name="folder">In the product: assets/fonts beside the program.</param>
    /// <exception cref="InvalidDataException">A file is damaged or is not a TrueType font.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static PdfFonts Load(string folder) => new(Read(folder, "SourceSans3-Regular"), Read(folder, "SourceSans3-Bold"));

    private static TrueTypeFont Read(string folder, string name) => new(name, File.ReadAllBytes(Path.Combine(folder, name + ".ttf")));
}
