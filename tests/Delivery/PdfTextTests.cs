using System.Text;
using FsCheck;
using FsCheck.Fluent;
using KlachtHulp.Bot.Delivery.Brief;
using KlachtHulp.Dialogs.Formulier;

namespace KlachtHulp.Tests.Delivery;

/// <summary>What a resident wrote is what a reader gets, and never more than text.</summary>
public sealed class PdfTextTests
{
    [Theory]
    [InlineData("Diëtiste, coöperatie, naïef, één, ‘s ochtends, € 1.250,00 – IJmuiden")]
    [InlineData("Łódź, Wałęsa, Świętokrzyskie, żółć")]
    [InlineData("Şükrü Çağlayan, Iğdır, İstanbul ısı")]
    [InlineData("Київ, Москва, България")]
    [InlineData("محمد عبد الله")]
    [InlineData("Ik ben 😢 en 👍🏽 en 🇳🇱")]
    [InlineData("愛 and ไทย and हिन्दी")]
    [InlineData(") Tj ET ( \\) Tj EMC endstream endobj << /JS (app.alert(1)) >>")]
    [InlineData("<script>alert('x')</script> & %PDF-1.7 &amp; ]]>")]
    public void Text_of_every_kind_survives(string text)
        => Assert.Equal(text.Normalize(NormalizationForm.FormC), Papieren.Lees(Papieren.Met(new Blok.Citaat(text))).Normalize(NormalizationForm.FormC));

    [Theory]
    [InlineData("omge\u202Ekeerd\u202C \u2066weg\u2069 \u200Fx", "omgekeerd weg x")]
    [InlineData("nul\u0000 bel\u0007 wis\u0008 escape\u001B[31m delete\u007F c1\u009B", "nul bel wis escape[31m delete c1")]
    [InlineData("zacht\u00ADkoppel\u200Bteken \uFEFFbom", "zachtkoppelteken bom")]
    [InlineData("geen\uFDD0 teken", "geen teken")]
    [InlineData("tab\tspatie\u2003em\u3000breed", "tab spatie em breed")]
    [InlineData("e\u0301\u0301n A\u030A", "é\u0301n Å")]
    public void Signs_that_steer_are_gone_and_the_words_stay(string text, string expected)
        => Assert.Equal(expected, Papieren.Lees(Papieren.Met(new Blok.Alinea(text))));

    [Fact]
    public void Halves_of_characters_and_noncharacters_are_gone()
    {
        // Not in a theory: an attribute cannot hold half a character.
        Assert.Equal("half paar om", Papieren.Lees(Papieren.Met(new Blok.Alinea("half\uD83D pa\uFFFE\uFFFFar\uDE22 \uDE22\uD83Dom"))));
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\r\nb")]
    [InlineData("a\rb")]
    [InlineData("a\u2028b")]
    [InlineData("a\u0085b")]
    [InlineData("a\vb")]
    public void A_line_break_stays_a_line_break(string text)
    {
        var pieces = Papieren.Open(Papieren.Met(new Blok.Alinea(text))).Contents[0].Pieces.Where(static p => p.Mark is not null).ToList();

        Assert.Equal(["a ", "b"], pieces.Select(static p => p.Text));
        Assert.True(pieces[0].Baseline > pieces[1].Baseline);
    }

    [Fact]
    public void Characters_without_a_glyph_are_squares_on_paper_and_are_reported_once()
    {
        var papier = Papieren.Met(new Blok.Kop(1, "Klacht van 王小明"), new Blok.Alinea("Ik ben 😢😢 \uE000 王."));

        var pdf = Papieren.Write(papier);

        Assert.Equal(["😢", "\uE000", "王", "小", "明"], pdf.Undrawn);
        Assert.Equal("Klacht van □□□|Ik ben □□ □ □.", string.Join('|', PerOwnerLine(new PdfFile(pdf.Bytes))));
    }

    [Fact]
    public void A_document_the_fonts_can_draw_reports_nothing()
        => Assert.Empty(Papieren.Write(Papieren.Klaagschrift()).Undrawn);

    [Fact]
    public void Two_characters_with_one_glyph_stay_two_characters()
    {
        const string Text = "µ μ - ‐ Ω Ω a\u00A0b";

        Assert.Equal(Text.Normalize(NormalizationForm.FormC), Papieren.Lees(Papieren.Met(new Blok.Alinea(Text))));
    }

    [Fact]
    public void Hostile_text_never_becomes_a_command()
    {
        string[] known = ["cs", "sc", "CS", "SC", "BDC", "EMC", "BT", "ET", "Tf", "Tm", "Tj", "w", "m", "l", "S"];
        const string Evil = ") Tj ET Q q 1 0 0 rg <41> Do > BDC \\ EMC /F0 \u0000 % 😢";

        var file = Papieren.Open(Papieren.Met(new Blok.Kop(1, Evil), new Blok.Citaat(Evil), new Blok.Regels([Evil]), new Blok.Lijst([Evil]), new Blok.Tabel(Evil, Evil, [new(Evil, Evil)])) with { Voettekst = Evil, Titel = Evil });

        Assert.All(file.Contents, page => Assert.Empty(page.Operators.Except(known)));
    }

    /// <summary>On purpose: the document goes to people who trust it, and a resident may have typed anything.</summary>
    [Fact]
    public void An_address_is_text_and_cannot_be_clicked()
    {
        var file = Encoding.Latin1.GetString(Papieren.Write(Papieren.Met(new Blok.Citaat("Kijk op https://voorbeeld.example/inloggen"))).Bytes);

        Assert.DoesNotContain("/Annot", file, StringComparison.Ordinal);
        Assert.DoesNotContain("/URI", file, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_comes_out_as_it_went_in()
    {
        var rune = Gen.OneOf(Gen.Choose(0x20, 0x17F), Gen.Choose(0x20, 0x7E), Gen.Elements(0x0A, 0x20, 0x3042, 0x1F622, 0xA0, 0xAD, 0x202E), Gen.Choose(0x300, 0x36F), Gen.Choose(0x370, 0x6FF), Gen.Choose(0, 0x10FFFF));
        var text = rune.ListOf().Select(static codes => string.Concat(codes.Select(static c => c is >= 0xD800 and <= 0xDFFF ? ((char)c).ToString() : char.ConvertFromUtf32(c))));

        Prop.ForAll(text.ToArbitrary(), static written => Papieren.Lees(Papieren.Met(new Blok.Alinea(written))) == Expected(written)).QuickCheckThrowOnFailure();
    }

    private static string Expected(string written)
        => string.Join(' ', CleanText.Lines(written).Where(static line => !string.IsNullOrWhiteSpace(line)).SelectMany(CleanText.Words));

    private static IEnumerable<string> PerOwnerLine(PdfFile file)
        => file.Contents[0].Pieces.Where(static p => p.Mark is not null).GroupBy(static p => p.Baseline).Select(static line => string.Concat(line.Select(static p => p.Text)));
}
