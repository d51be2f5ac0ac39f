namespace KlachtHulp.Tests.Recognizers;

/// <summary>
/// The tables in tests/Recognizers/Zinnen: how people write a day, a time, an amount, a choice or a story, and what is read in it, each line looked at. Also what
/// must not be read: file numbers, fractions, denials. A line is "sentence, tab, what is read"; nothing after the tab means that nothing is read.
/// </summary>
public sealed class ZinnenTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Recognizers", "Zinnen");

    /// <param name="today">A Sunday in November, or a leap day.</param>
    [Theory]
    [InlineData("wanneer", "2026-11-22", "wanneer")]
    [InlineData("wanneer-schrikkeldag", "2024-02-29", "wanneer")]
    [InlineData("wanneer-in-een-verhaal", "2026-11-22", "wanneer")]
    [InlineData("momenten", "2026-11-22", "momenten")]
    [InlineData("momenten-in-een-verhaal", "2026-11-22", "momenten")]
    [InlineData("getallen", "2026-11-22", "getallen")]
    [InlineData("rangtelwoorden", "2026-11-22", "rangtelwoorden")]
    [InlineData("geld", "2026-11-22", "geld")]
    [InlineData("bedragen", "2026-11-22", "bedragen")]
    [InlineData("bedrag-gevraagd", "2026-11-22", "bedrag-gevraagd")]
    [InlineData("telefoon", "2026-11-22", "telefoon")]
    [InlineData("iban", "2026-11-22", "iban")]
    [InlineData("email", "2026-11-22", "email")]
    [InlineData("bsn", "2026-11-22", "bsn")]
    [InlineData("postcode", "2026-11-22", "postcode")]
    [InlineData("antwoorden", "2026-11-22", "antwoorden")]
    [InlineData("verhaal", "2026-11-22", "verhaal")]
    [InlineData("opdrachten", "2026-11-22", "opdrachten")]
    [InlineData("keuze", "2026-11-22", "keuze")]
    [InlineData("keuzes", "2026-11-22", "keuzes")]
    [InlineData("ja-nee", "2026-11-22", "ja-nee")]
    public void Every_sentence_of_the_table_is_read_as_it_says(string table, string today, string reader)
    {
        var rows = File.ReadLines(Path.Combine(Folder, table + ".tsv")).Select(static line => line.Split('\t')).ToList();

        var faults = rows.Select(row => (Row: row, Read: Zinnen.Read(reader, row[0], Taal.Day(today))))
            .Where(static pair => pair.Read != pair.Row[1])
            .Select(static pair => $"{pair.Row[0]}: {pair.Row[1]} expected, {pair.Read} read")
            .ToList();

        Assert.NotEmpty(rows);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
