namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>The words the writer itself puts on paper.</summary>
/// <param name="Paginanummer">With the placeholders {pagina} and {totaal}, for example "Pagina {pagina} van {totaal}".</param>
public sealed record PdfTeksten(string Paginanummer)
{
    /// <summary>Stands at the end of a document in which squares stand for signs that the fonts do not have; empty to say nothing.</summary>
    public string Vierkantjes { get; init; } = "";

    internal string Nummer(int pagina, int totaal)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        return Paginanummer
            .Replace("{pagina}", pagina.ToString(culture), StringComparison.Ordinal)
            .Replace("{totaal}", totaal.ToString(culture), StringComparison.Ordinal);
    }
}
