using PdfDictionary = System.Collections.Generic.Dictionary<string, object?>;

namespace KlachtHulp.Tests.Delivery;

/// <summary>An element of the structure tree with what it holds, as a screen reader meets it.</summary>
internal sealed class PdfTree
{
    private PdfTree(PdfFile file, PdfReference self)
    {
        Self = self;
        Entries = file.Dictionary(self);
        var home = Entries.GetValueOrDefault("Pg");
        foreach (var kid in file.List(Entries["K"]))
        {
            switch (kid)
            {
                case PdfReference reference:
                    Kids.Add(new PdfTree(file, reference));
                    Parts.Add(Kids[^1].Text);
                    break;
                case double mark:
                    AddContent(file, home, (int)mark);
                    break;
                default:
                    var content = file.Dictionary(kid);
                    AddContent(file, content["Pg"], (int)Assert.IsType<double>(content["MCID"]));
                    break;
            }
        }
    }

    public PdfReference Self { get; }

    public PdfDictionary Entries { get; }

    public List<PdfTree> Kids { get; } = [];

    /// <summary>Page index and number of each marked content.</summary>
    public List<(int Page, int Mark)> Contents { get; } = [];

    public string Type => PdfFile.Name(Entries["S"]);

    public string Text => Entries.TryGetValue("ActualText", out var actual) ? PdfFile.Text(actual) : string.Concat(Parts);

    /// <summary>This element and all below it, in reading order.</summary>
    public IEnumerable<PdfTree> All => Kids.SelectMany(static kid => kid.All).Prepend(this);

    /// <summary>The page its first content stands on.</summary>
    public int FirstPage => All.SelectMany(static e => e.Contents).First().Page;

    private List<string> Parts { get; } = [];

    public static PdfTree Of(PdfFile file)
        => new(file, Assert.IsType<PdfReference>(file.List(file.Dictionary(file.Catalog["StructTreeRoot"])["K"])[0]));

    private void AddContent(PdfFile file, object? page, int mark)
    {
        var index = file.List(file.Dictionary(file.Catalog["Pages"])["Kids"]).IndexOf(page);
        Contents.Add((index, mark));
        Parts.Add(string.Concat(file.Contents[index].Pieces.Where(p => p.Mark == mark).Select(static p => p.Text)));
    }
}
