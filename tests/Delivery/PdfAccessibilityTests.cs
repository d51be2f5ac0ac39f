using System.Xml.Linq;
using KlachtHulp.Dialogs.Formulier;
using PdfDictionary = System.Collections.Generic.Dictionary<string, object?>;

namespace KlachtHulp.Tests.Delivery;

/// <summary>What PDF/UA-1 and PDF/A-3a ask, as far as rules can be read from the file.</summary>
public sealed class PdfAccessibilityTests
{
    private readonly PdfFile _file = Papieren.Open(Papieren.Klaagschrift(), Papieren.Json);

    [Fact]
    public void The_structure_follows_the_blocks_in_reading_order()
    {
        var types = PdfTree.Of(_file).Kids.Select(static e => e.Type);

        Assert.Equal("P H1 P P H2 BlockQuote BlockQuote H2 Table H3 L", string.Join(' ', types));
    }

    [Fact]
    public void Lists_tables_and_quotes_have_their_inner_parts()
    {
        var all = PdfTree.Of(_file).All.ToList();

        Assert.Equal("LI LI", Types(all.First(static e => e.Type == "L")));
        Assert.All(all.Where(static e => e.Type == "LI"), static e => Assert.Equal("Lbl LBody", Types(e)));
        Assert.Equal("TR TR TR TR", Types(all.First(static e => e.Type == "Table")));
        Assert.Equal("P P", Types(all.First(static e => e.Type == "BlockQuote")));
        Assert.Equal(["TH TH", "TH TD", "TH TD", "TH TD"], all.Where(static e => e.Type == "TR").Select(Types));
    }

    [Fact]
    public void Every_table_header_says_whether_it_heads_a_column_or_a_row()
    {
        var scopes = PdfTree.Of(_file).All.Where(static e => e.Type == "TH").Select(e => PdfFile.Name(_file.Dictionary(e.Entries["A"])["Scope"]));

        Assert.Equal(["Column", "Column", "Row", "Row", "Row"], scopes);
    }

    [Fact]
    public void Every_piece_of_a_page_has_one_owner_and_the_owner_knows_it()
    {
        var many = Papieren.Klaagschrift().Blokken.Concat(Enumerable.Range(0, 60).Select(static i => new Blok.Citaat($"Regel {i} 😢 einde.\nقالت لي الموظفة 😢 رقم {i}")));
        var file = Papieren.Open(Papieren.Met([.. many]));
        var owners = PdfTree.Of(file).All.SelectMany(static e => e.Contents.Select(c => (c, e.Self))).ToDictionary();
        var parents = file.List(file.Dictionary(file.Dictionary(file.Catalog["StructTreeRoot"])["ParentTree"])["Nums"]);

        for (var page = 0; page < file.Pages.Count; page++)
        {
            Assert.Equal((double)page, file.Pages[page]["StructParents"]);
            Assert.Equal((double)page, parents[2 * page]);
            var listed = file.List(parents[(2 * page) + 1]);
            Assert.Equal(Enumerable.Range(0, listed.Count), file.Contents[page].Marks);
            Assert.Equal(listed, file.Contents[page].Marks.Select(mark => (object?)owners[(page, mark)]));
        }

        Assert.Equal(owners.Count, file.Contents.Sum(static c => c.Marks.Count));
    }

    [Fact]
    public void Nothing_is_painted_that_is_neither_text_with_an_owner_nor_an_artifact()
        => Assert.All(_file.Contents, static page => Assert.Empty(page.Unmarked));

    [Fact]
    public void No_colour_depends_on_the_device()
    {
        string[] device = ["g", "G", "rg", "RG", "k", "K"];

        Assert.All(_file.Contents, page => Assert.Empty(page.Operators.Intersect(device)));
        Assert.All(_file.Pages, page => Assert.Equal(new PdfName("CalGray"), _file.List(Part(page, "Resources", "ColorSpace")["G"])[0]));
        Assert.All(_file.Pages, page => Assert.StartsWith("/G cs 0 sc /G CS 0 SC\n", System.Text.Encoding.ASCII.GetString(_file.Stream(page["Contents"])), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_font_is_inside_with_a_map_back_to_text()
    {
        var fonts = Part(_file.Pages[0], "Resources", "Font").Values.Select(_file.Dictionary).ToList();

        Assert.Equal(2, fonts.Count);
        foreach (var font in fonts)
        {
            var cid = _file.Dictionary(_file.List(font["DescendantFonts"])[0]);
            Assert.NotEmpty(_file.Stream(font["ToUnicode"]));
            Assert.Equal("Identity", PdfFile.Name(cid["CIDToGIDMap"]));
            Assert.Equal([0, 1, 0, 0], _file.Stream(Part(cid, "FontDescriptor")["FontFile2"])[..4]);
            Assert.Matches(@"^[A-Z]{6}\+SourceSans3-(Regular|Bold)$", PdfFile.Name(font["BaseFont"]));
        }
    }

    [Fact]
    public void The_document_tells_its_language_its_title_and_that_it_is_tagged()
    {
        Assert.Equal("nl-NL", PdfFile.Text(_file.Catalog["Lang"]));
        Assert.Equal(true, Part(_file.Catalog, "MarkInfo")["Marked"]);
        Assert.Equal(true, Part(_file.Catalog, "ViewerPreferences")["DisplayDocTitle"]);
        Assert.Equal("Klacht over een toezegging", PdfFile.Text(Part(_file.Trailer, "Info")["Title"]));
        Assert.All(_file.Pages, static page => Assert.Equal(new PdfName("S"), page["Tabs"]));
    }

    [Fact]
    public void Words_in_another_language_say_so()
    {
        var quote = PdfTree.Of(_file).Kids.Single(static e => e.Text == "Söz verdiler.");

        Assert.Equal("tr", PdfFile.Text(quote.Entries["Lang"]));
    }

    [Fact]
    public void A_language_of_a_block_that_is_no_tag_is_left_out_and_the_text_stays()
    {
        var file = Papieren.Open(Papieren.Met(new Blok.Alinea("Hallo") { Taal = "x)/Evil(" }));

        var paragraph = Assert.Single(PdfTree.Of(file).Kids);
        Assert.Equal("Hallo", paragraph.Text);
        Assert.DoesNotContain("Lang", paragraph.Entries.Keys);
    }

    [Fact]
    public void Headings_never_skip_a_level()
    {
        var file = Papieren.Open(Papieren.Met(new Blok.Kop(3, "a"), new Blok.Kop(3, "b"), new Blok.Kop(3, "c"), new Blok.Kop(1, "d"), new Blok.Kop(9, "e"), new Blok.Kop(0, "f")));

        Assert.Equal("H1 H2 H3 H1 H2 H1", Types(PdfTree.Of(file)));
    }

    [Fact]
    public void The_headings_are_bookmarks()
    {
        var bookmarks = Bookmarks(Part(_file.Catalog, "Outlines"), 0).ToList();

        Assert.Equal(["0 Klacht over een toezegging", "1 Wat is er gebeurd?", "1 De toezegging", "2 Bijlagen"], bookmarks);
    }

    [Fact]
    public void The_metadata_says_the_same_as_the_document_and_to_what_it_is_built()
    {
        const string Expected = "3 A 1 | Klacht <over> & \"een\" | nl-NL | 2026-11-21T00:00:00Z | D:20261121000000Z";
        var file = Papieren.Open(Papieren.Met() with { Titel = "Klacht <over>\u0000 &\r\n\"een\"\u202E" });

        var xml = XDocument.Parse(System.Text.Encoding.UTF8.GetString(file.Stream(file.Catalog["Metadata"])));

        string Value(string name) => xml.Descendants().Single(e => e.Name.LocalName == name && !e.Name.NamespaceName.EndsWith("property#", StringComparison.Ordinal)).Value.Trim();
        var uniform = xml.Descendants(XName.Get("part", "http://www.aiim.org/pdfua/ns/id/")).Single().Value;
        var archive = xml.Descendants(XName.Get("part", "http://www.aiim.org/pdfa/ns/id/")).Single().Value;
        Assert.Equal(Expected, $"{archive} {Value("conformance")} {uniform} | {Value("title")} | {Value("language")} | {Value("CreateDate")} | {PdfFile.Text(file.Dictionary(file.Trailer["Info"])["CreationDate"])}");
        Assert.Equal(Value("title"), PdfFile.Text(file.Dictionary(file.Trailer["Info"])["Title"]));
        Assert.Equal("pdfuaid", Value("prefix"));
        Assert.DoesNotContain("Filter", file.Dictionary(file.Catalog["Metadata"]).Keys);
    }

    private static string Types(PdfTree element) => string.Join(' ', element.Kids.Select(static k => k.Type));

    private PdfDictionary Part(PdfDictionary owner, params string[] path) => path.Aggregate(owner, (part, key) => _file.Dictionary(part[key]));

    private IEnumerable<string> Bookmarks(PdfDictionary parent, int depth)
    {
        for (var next = parent.GetValueOrDefault("First"); next is not null;)
        {
            var node = _file.Dictionary(next);
            yield return $"{depth} {PdfFile.Text(node["Title"])}";
            foreach (var kid in Bookmarks(node, depth + 1))
            {
                yield return kid;
            }

            next = node.GetValueOrDefault("Next");
        }
    }
}
