using System.Text;
using KlachtHulp.Bot.Delivery.Pdf;
using KlachtHulp.Dialogs.Formulier;

namespace KlachtHulp.Tests.Delivery;

/// <summary>Documents to test with, and the writer as the product makes it.</summary>
internal static class Papieren
{
    public static string FontFolder => Path.Combine(AppContext.BaseDirectory, "assets", "fonts");

    public static Bijlage Json { get; } = new("klacht.json", "application/json", Encoding.UTF8.GetBytes("{\"wet\":\"Participatiewet\",\"naam\":\"Şükrü\"}"), "De klacht als gegevens");

    private static PapierPdf Writer { get; } = new(PdfFonts.Load(FontFolder), new PdfTeksten("Pagina {pagina} van {totaal}"));

    public static Papier Met(params Blok[] blokken) => new("Klacht over een toezegging", "nl-NL", new DateOnly(2026, 11, 21), blokken) { Voettekst = "Klacht KH-0042" };

    public static Papier Klaagschrift() => Met(
        new Blok.Regels(["A. Voorbeeld", "Dorpsstraat 12", "1234 AB Voorbeeldstad"]),
        new Blok.Kop(1, "Klacht over een toezegging"),
        new Blok.Alinea("Geacht college,\n\nIk dien een klacht in. Ik kreeg € 1.250,00 minder dan is toegezegd."),
        new Blok.Kop(2, "Wat is er gebeurd?"),
        new Blok.Citaat("Ze zeiden in oktober dat het mocht.\n\nIn juli mocht het niet meer."),
        new Blok.Citaat("Söz verdiler.") { Taal = "tr" },
        new Blok.Kop(2, "De toezegging"),
        new Blok.Tabel("Vraag", "Antwoord", [new("Wanneer?", "Op 18 oktober 2018"), new("Wat is toegezegd?", "Een opleiding.\nMet boeken."), new("Door wie?", "")]),
        new Blok.Kop(3, "Bijlagen"),
        new Blok.Lijst(["Brief van 12 november 2018", "E-mail"]));

    public static PdfDocument Write(Papier papier, params Bijlage[] bijlagen) => Writer.Write(papier, bijlagen);

    public static PdfFile Open(Papier papier, params Bijlage[] bijlagen) => new(Write(papier, bijlagen).Bytes);

    /// <summary>All text a screen reader gets, block by block, with single spaces.</summary>
    public static string Lees(Papier papier) => string.Join(' ', PdfTree.Of(Open(papier)).All
        .Where(static e => e.Type is "P" or "H1" or "H2" or "H3" or "Lbl" or "LBody" or "TH" or "TD")
        .SelectMany(static e => e.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
