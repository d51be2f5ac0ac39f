using KlachtHulp.Dialogs.Formulier;
using KlachtHulp.Tests.Delivery.Afleveren;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Delivery;

/// <summary>Names in other scripts: drawn, or said on the paper itself that they are not.</summary>
public sealed class VreemdeNamenTests
{
    private const string Zin = "Op papier staan vierkantjes";

    [Theory]
    [InlineData("Олександр Шевченко")]
    [InlineData("Αλέξανδρος Παπαδόπουλος")]
    [InlineData("Şükrü Yıldız")]
    [InlineData("Nguyễn Văn Đức")]
    [InlineData("Łukasz Żółć")]
    [InlineData("علي حسن")]
    [InlineData("فاطمة الزهراء الأمين")]
    [InlineData("پرویز چنگیزی")]
    [InlineData("گلزار ژیان ہے ٹھیک")]
    public void A_name_the_fonts_have_is_drawn_and_nothing_is_said_about_it(string naam)
    {
        Assert.Empty(Papieren.Write(Papieren.Met(new Blok.Alinea(naam), new Blok.Kop(1, naam))).Undrawn);
        Assert.DoesNotContain(Zin, TextOf(naam), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("שרה לוי")]
    [InlineData("王小明")]
    [InlineData("ሰላም ተስፋዬ")]
    public void A_name_the_fonts_do_not_have_is_kept_as_text_and_the_paper_says_so(string naam)
    {
        var text = TextOf(naam);

        Assert.Contains(Zin, text, StringComparison.Ordinal);
        Assert.Contains(naam, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("علي حسن")]
    [InlineData("王小明")]
    public void A_form_with_such_a_name_gives_the_same_bytes_every_time(string naam) => Assert.Equal(PdfOf(naam), PdfOf(naam));

    private static byte[] PdfOf(string naam)
    {
        var form = Proefzending.Formulier();
        return RealTree.Documents.Stukken(form with { Klager = form.Klager with { Naam = naam } }).Single(static stuk => stuk.Naam == "klacht.pdf").Inhoud;
    }

    /// <summary>What a screen reader gets, with single spaces.</summary>
    private static string TextOf(string naam) => string.Join(' ', PdfTree.Of(new PdfFile(PdfOf(naam))).All
        .SelectMany(static element => element.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
