using KlachtHulp.Bot.Delivery.Pdf;
using KlachtHulp.Dialogs.Formulier;

namespace KlachtHulp.Tests.Delivery;

/// <summary>Where the text stands: on the page, within the margins, with its heading.</summary>
public sealed class PdfLayoutTests
{
    private const string Zin = "De gemeente heeft mij in oktober een opleiding toegezegd, met boeken en reiskosten.";

    [Fact]
    public void A_table_of_many_pages_draws_its_header_on_each_and_has_it_read_once()
    {
        var rows = Enumerable.Range(1, 400).Select(static i => new Rij($"Vraag nummer {i}", string.Join(' ', Enumerable.Repeat(Zin, 1 + (i % 4)))));

        var file = Papieren.Open(Papieren.Met(new Blok.Tabel("Gevraagd", "Geantwoord", [.. rows])));

        Assert.InRange(file.Pages.Count, 20, 60);
        Assert.All(file.Contents, static page => Assert.Contains("Geantwoord", string.Join('|', page.Pieces.Select(static p => p.Text)), StringComparison.Ordinal));
        Assert.Equal(401, PdfTree.Of(file).All.Count(static e => e.Type == "TR"));
        Assert.Single(PdfTree.Of(file).All, static e => e.Text == "Geantwoord");
        Assert.All(file.Contents.Skip(1), static page => Assert.Contains("Geantwoord", page.Artifacts, StringComparison.Ordinal));
        AssertWithinMargins(file);
    }

    [Fact]
    public void Every_page_says_which_of_how_many_it_is()
    {
        var file = Papieren.Open(Papieren.Met(new Blok.Alinea(string.Join(' ', Enumerable.Repeat(Zin, 150)))));

        var expected = Enumerable.Range(1, file.Pages.Count).Select(i => $"Klacht KH-0042\nPagina {i} van {file.Pages.Count}");
        Assert.InRange(file.Pages.Count, 3, 8);
        Assert.Equal(expected, file.Contents.Select(static page => page.Artifacts));
    }

    [Fact]
    public void A_heading_stays_with_what_it_heads_wherever_the_page_ends()
    {
        Blok[] below = [new Blok.Alinea(Zin + Zin + Zin), new Blok.Tabel("Vraag", "Antwoord", [new("Wat?", Zin + Zin)]), new Blok.Regels(["a", "b", "c", "d"]), new Blok.Lijst([Zin + Zin]), new Blok.Citaat(Zin + Zin)];
        foreach (var (block, lines) in below.SelectMany(static b => Enumerable.Range(25, 25).Select(n => (b, n))))
        {
            var filler = new Blok.Regels([.. Enumerable.Repeat("regel", lines)]);
            var file = Papieren.Open(Papieren.Met(filler, new Blok.Kop(1, "Hoofd"), new Blok.Kop(2, "Kop"), block));

            var kids = PdfTree.Of(file).Kids;
            Assert.Equal(kids[2].FirstPage, kids[1].FirstPage);
            Assert.Equal(kids[3].FirstPage, kids[2].FirstPage);
            AssertWithinMargins(file);
        }
    }

    [Fact]
    public void No_line_of_a_paragraph_stands_alone_on_a_page()
    {
        foreach (var lines in Enumerable.Range(30, 16))
        {
            var filler = new Blok.Regels([.. Enumerable.Repeat("regel", lines)]);
            var file = Papieren.Open(Papieren.Met(filler, new Blok.Alinea(string.Join(' ', Enumerable.Repeat(Zin, 6)))));

            var paragraph = PdfTree.Of(file).Kids[1];
            Assert.All(paragraph.Contents, c => Assert.True(Lines(file, c) > 1, $"alone on page {c.Page} after {lines} lines"));
        }
    }

    [Fact]
    public void A_word_longer_than_a_line_is_cut_and_loses_nothing()
    {
        var word = new string('w', 10_000);
        var file = Papieren.Open(Papieren.Met(new Blok.Alinea(word), new Blok.Tabel("a", "b", [new(word, word)]), new Blok.Lijst([word]), new Blok.Kop(1, word)));

        AssertWithinMargins(file);
        Assert.Equal(5, PdfTree.Of(file).All.Count(e => e.Type is "P" or "TH" or "TD" or "LBody" or "H1" && e.Text == word));
    }

    [Fact]
    public void A_web_address_is_cut_after_a_sign_and_not_within_a_word()
    {
        var address = "https://www.voorbeeldstad.nl/werk-en-inkomen/" + string.Join('/', Enumerable.Repeat("onderwerp", 12));

        var pieces = Papieren.Open(Papieren.Met(new Blok.Alinea(address))).Contents[0].Pieces.Where(static p => p.Mark is not null).ToList();

        Assert.Equal(address, string.Concat(pieces.Select(static p => p.Text)));
        Assert.All(pieces.SkipLast(1), static p => Assert.EndsWith("/", p.Text, StringComparison.Ordinal));
        Assert.True(pieces.Count > 1);
    }

    [Fact]
    public void A_row_higher_than_a_page_goes_on_over_the_pages()
    {
        var answer = string.Join(' ', Enumerable.Repeat(Zin, 200));

        var file = Papieren.Open(Papieren.Met(new Blok.Tabel("Vraag", "Antwoord", [new("Wat gebeurde er?", answer), new("Wanneer?", "In juli")])));

        Assert.InRange(file.Pages.Count, 6, 12);
        Assert.Equal(answer, PdfTree.Of(file).All.First(static e => e.Type == "TD").Text);
        AssertWithinMargins(file);
    }

    [Fact]
    public void A_header_higher_than_a_page_ends_too()
    {
        var header = string.Join(' ', Enumerable.Repeat(Zin, 120));

        var text = Papieren.Lees(Papieren.Met(new Blok.Tabel(header, "b", [.. Enumerable.Repeat(new Rij("Vraag", Zin), 60)])));

        Assert.StartsWith(header, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_an_address_stay_together_and_apart_from_each_other()
    {
        var file = Papieren.Open(Papieren.Met(new Blok.Regels([.. Enumerable.Repeat("regel", 42)]), new Blok.Regels(["Straat 1", "1234 AB  Plaats", "Nederland"])));

        var address = PdfTree.Of(file).Kids[1];
        Assert.Equal("Straat 1 1234 AB Plaats Nederland", address.Text);
        Assert.Equal(3, Lines(file, Assert.Single(address.Contents)));
    }

    [Fact]
    public void The_space_of_blocks_without_text_is_not_taken()
    {
        var text = Papieren.Lees(Papieren.Met(new Blok.Kop(1, " "), new Blok.Alinea("\n\n"), new Blok.Citaat(""), new Blok.Lijst([]), new Blok.Lijst(["", " "]), new Blok.Tabel("", "", []), new Blok.Alinea("Einde")));

        Assert.Equal("Einde", text);
    }

    private static int Lines(PdfFile file, (int Page, int Mark) content)
        => file.Contents[content.Page].Pieces.Where(p => p.Mark == content.Mark).Select(static p => p.Baseline).Distinct().Count();

    private static void AssertWithinMargins(PdfFile file) => Assert.All(file.Contents.SelectMany(static page => page.Pieces), static piece =>
    {
        Assert.InRange(piece.Left, PageStyle.Left - 0.01, PageStyle.PageWidth);
        // The space at the end of a line may hang out, as nobody sees it.
        Assert.True(piece.Right - (piece.Text.EndsWith(' ') ? 0.3 * piece.Size : 0) <= PageStyle.PageWidth - PageStyle.Left + 0.1, $"'{piece.Text}' ends at {piece.Right}");
        Assert.InRange(piece.Baseline, piece.Size < 10 ? 36 : PageStyle.Bottom, PageStyle.Top);
    });
}
