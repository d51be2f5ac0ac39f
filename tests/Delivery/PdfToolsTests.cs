using System.Diagnostics;
using KlachtHulp.Dialogs.Formulier;

namespace KlachtHulp.Tests.Delivery;

/// <summary>What programs that others wrote make of the file.</summary>
public sealed class PdfToolsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("klachthulp-pdf-").FullName;

    private string Pdf => Path.Combine(_folder, "klacht.pdf");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Qpdf_finds_nothing_to_complain_about()
    {
        File.WriteAllBytes(Pdf, Papieren.Write(Lang(), Papieren.Json).Bytes);

        Assert.Contains("No syntax or stream encoding errors found", Run("qpdf", "--check", Pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void Poppler_walks_through_the_structure()
    {
        File.WriteAllBytes(Pdf, Papieren.Write(Papieren.Klaagschrift()).Bytes);

        // Which types poppler calls a block differs between its versions.
        var lines = Run("pdfinfo", "-struct-text", Pdf).Replace(" (block)", "", StringComparison.Ordinal).Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0);

        Assert.Equal(
            """
            Document | P | "A. Voorbeeld Dorpsstraat 12 1234 AB Voorbeeldstad" | H1 | "Klacht over een toezegging" |
            P | "Geacht college," | P | "Ik dien een klacht in. Ik kreeg € 1.250,00 minder dan is toegezegd." | H2 | "Wat is er gebeurd?" |
            BlockQuote | P | "Ze zeiden in oktober dat het mocht." | P | "In juli mocht het niet meer." | BlockQuote | P | "Söz verdiler." |
            H2 | "De toezegging" | Table | TR | TH: | /Scope /Column | "Vraag" | TH: | /Scope /Column | "Antwoord" |
            TR | TH: | /Scope /Row | "Wanneer?" | TD | "Op 18 oktober 2018" | TR | TH: | /Scope /Row | "Wat is toegezegd?" | TD | "Een opleiding. Met boeken." |
            TR | TH: | /Scope /Row | "Door wie?" | TD | H3 | "Bijlagen" |
            L: | /ListNumbering /Disc | LI | Lbl | "• " | LBody | "Brief van 12 november 2018" | LI | Lbl | "• " | LBody | "E-mail"
            """.ReplaceLineEndings(" "),
            string.Join(" | ", lines));
    }

    [Fact]
    public void Poppler_reads_the_text_with_the_characters_behind_the_squares()
    {
        File.WriteAllBytes(Pdf, Papieren.Write(Papieren.Met(new Blok.Alinea("Wałęsa en Şükrü kregen € 5 😢 en 愛."))).Bytes);

        Assert.Contains("Wałęsa en Şükrü kregen € 5 😢 en 愛.", Run("pdftotext", "-enc", "UTF-8", Pdf, "-"), StringComparison.Ordinal);
    }

    [Fact]
    public void Poppler_reads_a_story_in_Arabic_in_its_own_order()
    {
        const string Verhaal = "قالت لي الموظفة في الشباك رقم 4 إن طلبي لم يسجل بعد. هل هذا صحيح؟ كتبت إلى info@voorbeeldstad.nl يوم أمس.";
        File.WriteAllBytes(Pdf, Papieren.Write(Papieren.Met(new Blok.Citaat(Verhaal) { Taal = "ar" })).Bytes);

        var structure = Run("pdfinfo", "-struct-text", Pdf).Split('\n').Select(static line => line.Trim()).Where(static line => line.StartsWith('"')).Select(static line => line.Trim('"'));
        Assert.Equal(Verhaal, string.Join(' ', structure));
        Assert.Contains("قالت لي الموظفة في الشباك رقم", Run("pdftotext", "-enc", "UTF-8", Pdf, "-"), StringComparison.Ordinal);
    }

    [Fact]
    public void Poppler_finds_both_fonts_embedded_in_part_and_with_a_map_to_text()
    {
        File.WriteAllBytes(Pdf, Papieren.Write(Papieren.Klaagschrift()).Bytes);

        var fonts = Run("pdffonts", Pdf).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];

        Assert.Equal(2, fonts.Length);
        Assert.All(fonts, static font => Assert.Matches("CID TrueType +Identity-H +yes yes yes", font));
    }

    [Fact]
    public void Poppler_takes_the_bijlage_out_unchanged()
    {
        File.WriteAllBytes(Pdf, Papieren.Write(Papieren.Klaagschrift(), Papieren.Json).Bytes);

        Run("pdfdetach", "-saveall", "-o", _folder, Pdf);

        Assert.Equal(Papieren.Json.Inhoud.ToArray(), File.ReadAllBytes(Path.Combine(_folder, "klacht.json")));
    }

    [Fact]
    public void Poppler_draws_every_page_without_a_word_of_warning()
    {
        File.WriteAllBytes(Pdf, Papieren.Write(Lang()).Bytes);

        Assert.Equal("", Run("pdftoppm", "-r", "20", "-gray", Pdf, Path.Combine(_folder, "pagina")));
        Assert.InRange(Directory.GetFiles(_folder, "pagina*").Length, 20, 60);
    }

    private static Papier Lang() => Papieren.Met([.. Enumerable.Range(1, 14).SelectMany(static i => Papieren.Klaagschrift().Blokken.Append(new Blok.Alinea($"Deel {i} 😢 " + new string('w', 400 * i))))]);

    /// <summary>Everything the program says; fails when it is not there or is not content.</summary>
    private static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
        try
        {
            using var process = Process.Start(start);
            Assert.NotNull(process);
            var complaint = process.StandardError.ReadToEndAsync();
            var said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {said}{complaint.Result}");
            return said + complaint.Result;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new InvalidOperationException($"{program} is not installed. Run tests/run.sh, or install the Debian packages qpdf and poppler-utils.");
        }
    }
}
