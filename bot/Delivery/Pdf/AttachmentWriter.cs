using System.Globalization;
using KlachtHulp.Bot.Delivery.Brief;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>Writes the files that travel inside the PDF, as PDF/A-3 wants them: found by name and tied to the document.</summary>
internal static class AttachmentWriter
{
    /// <returns>Entries for the catalog.</returns>
    /// <exception cref="ArgumentException">A name is empty, a path or used twice.</exception>
    public static string Write(ObjectWriter objects, IReadOnlyList<Bijlage> bijlagen, DateOnly day)
    {
        if (bijlagen.Count == 0)
        {
            return "";
        }

        var files = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var bijlage in bijlagen)
        {
            if (!IsFileName(bijlage.Naam) || !files.TryAdd(PdfSyntax.Text(bijlage.Naam), WriteFile(objects, bijlage, day)))
            {
                throw new ArgumentException("The name of a bijlage must be a file name without a path, used once.", nameof(bijlagen));
            }
        }

        var names = string.Join(' ', files.Select(static f => $"{f.Key} {PdfSyntax.References([f.Value])}"));
        return $" /AF [{PdfSyntax.References(files.Values)}] /Names <</EmbeddedFiles <</Names [{names}]>>>>";
    }

    private static bool IsFileName(string name)
        => !string.IsNullOrWhiteSpace(name) && name == CleanText.OneLine(name) && name.AsSpan().IndexOfAny('/', '\\', ':') < 0 && name.Trim('.').Length > 0;

    private static int WriteFile(ObjectWriter objects, Bijlage bijlage, DateOnly day)
    {
        var (type, size) = (PdfSyntax.Name(bijlage.MediaType), bijlage.Inhoud.Length.ToString(CultureInfo.InvariantCulture));
        var content = objects.AddStream($"/Type /EmbeddedFile /Subtype {type} /Params <</Size {size} /ModDate {PdfSyntax.Date(day)}>>", bijlage.Inhoud.Span);
        var (name, description) = (PdfSyntax.Text(bijlage.Naam), PdfSyntax.Text(CleanText.OneLine(bijlage.Omschrijving)));
        return objects.Add($"""
            <</Type /Filespec /F {name} /UF {name} /Desc {description}
            /AFRelationship /Data /EF <</F {content} 0 R /UF {content} 0 R>>>>
            """);
    }
}
