using System.Diagnostics;
using System.Globalization;
using KlachtHulp.Bot.Content;
using KlachtHulp.Dialogs.Recognizers;
using KlachtHulp.Tests.Recognizers;

// Prints what the recognisers cost: dotnet run -c Release --project tests/bench/recognize
var lexicon = LexiconReader.Read(Path.Combine(AppContext.BaseDirectory, "seeds"));
if (args is ["train", var into])
{
    File.WriteAllText(Path.Combine(into, "taal", "gewichten.csv"), string.Join('\n', Training.Lines(into, LexiconReader.Read(into))) + '\n');
    return;
}

if (args is ["alternatives", var sets, var words])
{
    var other = new Alternatives(words, lexicon);
    foreach (var file in Directory.GetFiles(sets, "verhalen-*.tsv").Order(StringComparer.Ordinal))
    {
        Sets.Compare(file, other, lexicon);
    }

    return;
}

if (args is ["sets", var folder, ..])
{
    Sets.Print(folder, args is [_, _, var listed] ? listed : null, Environment.GetEnvironmentVariable("SEEDS") is { } seeds ? LexiconReader.Read(seeds) : lexicon);
    return;
}

var today = new DateOnly(2026, 11, 22);
string[] dates = ["ergens vorig jaar rond kerst", "12-3-2025", "op 4 mei en nog eens op 9 juni", "een week of drie geleden", "van 3 tot en met 7 feb",
    "weet ik niet meer", "sinds maart vorig jaar", "de eerste maandag van oktober"];

var cpu = Process.GetCurrentProcess().TotalProcessorTime;
DutchDates.Read(dates[0], today, lexicon);
Print("first date call, CPU ms", (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds, 50);

for (var i = 0; i < 20_000; i++)
{
    DutchDates.Read(dates[i % dates.Length], today, lexicon);
}

const int Calls = 40_000;
var allocated = GC.GetAllocatedBytesForCurrentThread();
var watch = Stopwatch.StartNew();
for (var i = 0; i < Calls; i++)
{
    DutchDates.Read(dates[i % dates.Length], today, lexicon);
}

Print("bytes allocated per date input", (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)Calls, 10_000);
Print("microseconds per date input", watch.Elapsed.TotalMicroseconds / Calls, 400);

var story = string.Concat(Enumerable.Repeat("Op 4 mei beloofde mijn consulent een cursus van 450 euro, maar in augustus ging het niet door en niemand belde terug. ", 40))[..2000];
for (var i = 0; i < 300; i++)
{
    Everything(story);
}

watch.Restart();
for (var i = 0; i < 300; i++)
{
    Everything(story);
}

Print("ms for a story of 2,000 characters through everything", watch.Elapsed.TotalMilliseconds / 300, 3);

var inputs = args is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 100_000;
var (slowest, at) = Hostile.Run(inputs, text =>
{
    Everything(text);
    MomentReader.Read(text, today, new(12, 0), lexicon);
    NumberReader.Read(text, lexicon);
    OrdinalReader.Read(text, lexicon);
});
Print($"ms for the slowest of {inputs} hostile inputs (number {at})", slowest, 50);

void Everything(string text)
{
    StoryReader.Read(text, today, lexicon);
    CommandReader.Read(text, lexicon);
    CrisisReader.Read(text, lexicon);
    YesNoReader.Read(text, lexicon);
    PostcodeReader.Read(text, lexicon);
    PhoneReader.Read(text);
    EmailReader.Read(text);
    IbanReader.Read(text);
    BsnGuard.Remove(text, lexicon);
}

static void Print(string what, double value, double bar)
    => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-62} {value,10:0.###}   bar {bar} {(value <= bar ? "met" : "MISSED")}"));

/// <summary>Random and hostile texts, the same every run.</summary>
internal static class Hostile
{
    private static readonly string[] Bits =
    [
        "van ", "tot ", "en ", "niet ", "maar ", "de ", "1", "12", "2019", "31", "-", "/", ".", ",", "'", " ", "maart ", "week ", "geleden ", "een ",
            "half ", "vorig jaar ", "€ ", "@", "a.b@c.nl", "06", "NL91",
        "eenentwintig", "honderdduizend", "en", "en", "voor ", "na ", "kerst ", "uur ", "\n", "👍🏽", "é", "ﬀ", "\u0301", "\0", "\ud83d", "ik ", "zou ",
            "bellen ", "mijn ", "dossier ", "?", "!", "z", "\t", "99999999999999999999",
    ];

    public static (double Slowest, int At) Run(int inputs, Action<string> read)
    {
        var random = new Random(20261122);
        double slowest = 0;
        var at = 0;
        for (var i = 0; i < inputs; i++)
        {
            var text = Text(random, i);
            var watch = Stopwatch.StartNew();
            read(text);
            if (watch.Elapsed.TotalMilliseconds > slowest)
            {
                (slowest, at) = (watch.Elapsed.TotalMilliseconds, i);
            }
        }

        return (slowest, at);
    }

    private static string Text(Random random, int i)
    {
        var length = i % 1000 == 0 ? 4000 : random.Next(1, 40);
        return (i % 3) switch
        {
            0 => string.Concat(Enumerable.Range(0, length).Select(_ => Bits[random.Next(Bits.Length)])),
            1 => string.Concat(Enumerable.Repeat(Bits[random.Next(Bits.Length)] + Bits[random.Next(Bits.Length)], length)),
            _ => string.Concat(Enumerable.Range(0, length).Select(_ => (char)random.Next(1, 0x2100))),
        };
    }
}
