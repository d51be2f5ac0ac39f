using System.Globalization;
using KlachtHulp.Bot.Delivery.Pdf;
using KlachtHulp.Dialogs.Formulier;

namespace KlachtHulp.Tests.Delivery;

/// <summary>The file as a file: found by its own table, equal for equal input, with the bijlagen inside.</summary>
public sealed class PdfSyntaxTests
{
    [Fact]
    public void Every_object_stands_where_the_cross_reference_says_and_none_is_left_over()
    {
        var file = Papieren.Open(Papieren.Klaagschrift(), Papieren.Json);

        Assert.Equal((double)file.Count, file.Trailer["Size"]);
        Assert.All(file.Objects, Assert.NotNull);
        Assert.Equal(file.Count - 1, Reachable(file).Count);
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes()
    {
        var first = Papieren.Write(Papieren.Klaagschrift(), Papieren.Json);
        var second = Papieren.Write(Papieren.Klaagschrift(), Papieren.Json);

        Assert.Equal(first.Bytes, second.Bytes);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("sv-SE")]
    public void The_bytes_do_not_depend_on_the_language_of_the_machine(string culture)
    {
        var papier = Papieren.Met([.. Papieren.Klaagschrift().Blokken, new Blok.Citaat("İSTANBUL ıiIİ: قالت لي الموظفة في 12 مارس لا.")]);
        var usual = Papieren.Write(papier, Papieren.Json).Bytes;
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(usual, Papieren.Write(papier, Papieren.Json).Bytes);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void One_other_letter_gives_another_identity()
    {
        var one = Papieren.Open(Papieren.Met(new Blok.Alinea("abc")));
        var other = Papieren.Open(Papieren.Met(new Blok.Alinea("abd")));

        Assert.NotEqual(one.List(one.Trailer["ID"])[0], other.List(other.Trailer["ID"])[0]);
    }

    [Fact]
    public void Documents_written_at_the_same_time_do_not_touch_each_other()
    {
        var writer = new PapierPdf(PdfFonts.Load(Papieren.FontFolder), new PdfTeksten("{pagina}/{totaal}"));
        var alone = writer.Write(Papieren.Klaagschrift(), []).Bytes;

        var together = Enumerable.Range(0, 16).AsParallel().Select(_ => writer.Write(Papieren.Klaagschrift(), []).Bytes).ToList();

        Assert.All(together, bytes => Assert.Equal(alone, bytes));
    }

    [Fact]
    public void A_letter_of_two_pages_stays_under_60_kB()
    {
        var words = string.Join(' ', Enumerable.Repeat("De gemeente heeft mij in oktober een opleiding toegezegd, met boeken en reiskosten.", 30));

        var pdf = Papieren.Write(Papieren.Klaagschrift() with { Blokken = [.. Papieren.Klaagschrift().Blokken, new Blok.Alinea(words)] }, Papieren.Json);

        Assert.Equal(2, pdf.Pages);
        Assert.InRange(pdf.Bytes.Length, 1, 60_000);
    }

    [Fact]
    public void A_bijlage_comes_out_as_it_went_in_and_is_tied_to_the_document()
    {
        var photo = new Bijlage("bewijs é.bin", "application/octet-stream", Enumerable.Range(0, 5000).Select(static i => (byte)(i * 7)).ToArray(), "Bewijs");

        var file = Papieren.Open(Papieren.Klaagschrift(), Papieren.Json, photo);

        var names = file.List(file.Dictionary(file.Dictionary(file.Catalog["Names"])["EmbeddedFiles"])["Names"]);
        Assert.Equal(["bewijs é.bin", "klacht.json"], names.Where(static n => n is byte[]).Select(PdfFile.Text));
        Assert.Equal(names.Where(static n => n is PdfReference), file.List(file.Catalog["AF"]));
        Assert.Equal(photo.Inhoud.ToArray(), Embedded(file, names[1]));
        Assert.Equal(Papieren.Json.Inhoud.ToArray(), Embedded(file, names[3]));
        Assert.Equal("Data", PdfFile.Name(file.Dictionary(names[3])["AFRelationship"]));
        Assert.Equal("application/json", PdfFile.Name(file.Dictionary(file.Dictionary(file.Dictionary(names[3])["EF"])["UF"])["Subtype"]));
        Assert.Equal("De klacht als gegevens", PdfFile.Text(file.Dictionary(names[3])["Desc"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../klacht.json")]
    [InlineData("map\\klacht.json")]
    [InlineData("klacht\n.json")]
    [InlineData("klacht\u202Enosj.exe")]
    public void A_bijlage_with_a_name_that_is_no_file_name_is_refused(string name)
        => Assert.Throws<ArgumentException>(() => Papieren.Write(Papieren.Klaagschrift(), Papieren.Json with { Naam = name }));

    [Fact]
    public void Two_bijlagen_with_one_name_are_refused()
        => Assert.Throws<ArgumentException>(() => Papieren.Write(Papieren.Klaagschrift(), Papieren.Json, Papieren.Json));

    [Theory]
    [InlineData("")]
    [InlineData("nl NL")]
    [InlineData("nl)/Evil(")]
    [InlineData("nl-")]
    public void A_document_language_that_is_no_language_tag_is_refused(string taal)
        => Assert.Throws<ArgumentException>(() => Papieren.Write(Papieren.Klaagschrift() with { Taal = taal }));

    [Fact]
    public void A_document_without_blocks_is_one_page_with_its_foot()
    {
        var file = Papieren.Open(Papieren.Met());

        Assert.Equal("Klacht KH-0042\nPagina 1 van 1", Assert.Single(file.Contents).Artifacts);
    }

    private static byte[] Embedded(PdfFile file, object? specification) => file.Stream(file.Dictionary(file.Dictionary(specification)["EF"])["F"]);

    private static HashSet<int> Reachable(PdfFile file)
    {
        var seen = new HashSet<int>();
        var todo = new Stack<object?>([file.Trailer]);
        while (todo.TryPop(out var value))
        {
            IEnumerable<object?> inside = value switch
            {
                PdfReference reference when seen.Add(reference.Number) => [file.Resolve(reference)],
                Dictionary<string, object?> dictionary => dictionary.Values,
                List<object?> list => list,
                _ => [],
            };
            inside.ToList().ForEach(todo.Push);
        }

        return seen;
    }
}
