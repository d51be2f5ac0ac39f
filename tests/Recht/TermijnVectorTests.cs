using System.Text.Json;
using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Tests.Recht;

public sealed class TermijnVectorTests
{
    private static readonly JsonElement Vectoren = Read();

    public static TheoryData<string, string, string, string, string, string, bool, string> Rows()
    {
        var rows = new TheoryData<string, string, string, string, string, string, bool, string>();
        foreach (var row in Vectoren.GetProperty("termijnen").EnumerateArray())
        {
            rows.Add(Text(row, "wat"), Text(row, "code"), Text(row, "start"), Text(row, "nominaal"), Text(row, "uiterlijk"), Text(row, "inWoorden"),
                row.GetProperty("verlengd").GetBoolean(), Text(row, "zekerheid"));
        }

        return rows;
    }

    public static TheoryData<string, string, string, string, string, string> Cases()
    {
        var rows = new TheoryData<string, string, string, string, string, string>();
        foreach (var row in Vectoren.GetProperty("gevallen").EnumerateArray())
        {
            rows.Add(Text(row, "wat"), Text(row, "code"), Text(row, "start"), Text(row, "nominaal"), Text(row, "uiterlijk"), Text(row, "inWoorden"));
        }

        return rows;
    }

    public static TheoryData<int> Years() => [.. Vectoren.GetProperty("feestdagen").EnumerateObject()
        .Select(static year => int.Parse(year.Name, System.Globalization.CultureInfo.InvariantCulture))];

    [Fact]
    public void All_25_vectors_are_there() => Assert.Equal(25, Vectoren.GetProperty("termijnen").GetArrayLength());

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_vector_ends_on_its_day(string wat, string code, string start, string nominaal, string uiterlijk, string inWoorden, bool verlengd,
        string zekerheid)
    {
        var termijn = Seeds.Termijnen.Van(code, Seeds.Dag(start));

        Assert.Equal((wat, Seeds.Dag(nominaal), Seeds.Dag(uiterlijk), verlengd), (wat, termijn.Nominaal, termijn.Uiterlijk, termijn.Verlengd));
        Assert.Equal(inWoorden, DagInWoorden.Van(termijn.Uiterlijk));
        Assert.Equal(zekerheid == "hoog", termijn.Zekerheid == Zekerheid.Hoog || EndsAfterTheKnownDecrees(termijn));
        Assert.NotEmpty(termijn.Grondslag);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_term_of_the_example_cases_ends_on_its_day(string wat, string code, string start, string nominaal, string uiterlijk, string inWoorden)
    {
        var termijn = Seeds.Termijnen.Van(code, Seeds.Dag(start));

        Assert.Equal((wat, Seeds.Dag(nominaal), Seeds.Dag(uiterlijk), inWoorden),
            (wat, termijn.Nominaal, termijn.Uiterlijk, DagInWoorden.Van(termijn.Uiterlijk)));
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void The_calendar_of_a_year_is_exactly_the_list(int year)
    {
        var expected = Vectoren.GetProperty("feestdagen").GetProperty($"{year}").EnumerateArray().Select(static day => Seeds.Dag(day.GetString()!)).ToArray();
        var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(i => new DateOnly(year, 1, 1).AddDays(i));

        var found = days.Where(static day => Seeds.Termijnen.Kalender.IsFeestdag(day, out _)).ToArray();

        Assert.Equal(expected.Distinct().Order(), found);
    }

    private static bool EndsAfterTheKnownDecrees(Termijn termijn) => termijn.Uiterlijk > Seeds.Termijnen.Kalender.Besluiten.Tot;

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;

    private static JsonElement Read()
    {
        using var stream = typeof(TermijnVectorTests).Assembly.GetManifestResourceStream("vectoren.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
