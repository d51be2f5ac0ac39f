using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Topics;
using KlachtHulp.Dialogs.Turns;

// How fast the dialog engine is: dotnet run -c Release --project tests/bench/engine
// Asked for: a message in a conversation of 40 answers within 50 microseconds and 32 kB; start with proof within one second.
var watch = Stopwatch.StartNew();
var klachthulp = GesprekSetup.Load(GesprekSetup.SeedFolder);
Say("start: seeds read, tree and words proven", watch.Elapsed.TotalMilliseconds, "ms");
Say("  of which this process worked, start of the runtime included", Environment.CpuUsage.TotalTime.TotalMilliseconds, "ms");
watch.Restart();
var problems = Proof.Problems(klachthulp.Tree);
Say($"proof alone ({problems.Count} problems)", watch.Elapsed.TotalMilliseconds, "ms");

var moment = new Moment(new DateTimeOffset(2026, 11, 22, 9, 30, 0, TimeSpan.Zero), new DateOnly(2026, 11, 22));
var log = Answered(40);
var position = Walk.Replay(klachthulp.Tree, Memory.Of(log, klachthulp.Tree.Seals).Given, moment.Today);
var next = position.Next ?? throw new InvalidOperationException("The conversation is over before 40 answers.");
var body = LogCodec.Write(log);
Console.WriteLine($"conversation: {position.Given.Count} answers, {log.Length} entries, {body.Length} bytes; next {next.Path}");

Incoming answer = next.Question.Options is [var first, ..] ? new Incoming.Chose(next.Path, first, first) : new Incoming.Said("Dat was bij de balie op het stadhuis.");
var turn = klachthulp.Engine.Step(log, answer, moment);
Measure("step", () => klachthulp.Engine.Step(log, answer, moment));
Measure("prompts", () => klachthulp.Prompter.Prompts(turn, moment));
Measure("read log", () => LogCodec.Read(body));
Measure("write log", () => LogCodec.Write(log));
Measure("memory", () => Memory.Of(log, klachthulp.Tree.Seals));
Measure("replay", () => Walk.Replay(klachthulp.Tree, turn.Memory.Given, moment.Today));

// Facts, routes, letters and every term at the end of a whole conversation of five complaints; asked for: 100 microseconds and 64 kB for routes and terms.
var whole = Answered(1000);
var end = Walk.Replay(klachthulp.Tree, Memory.Of(whole, klachthulp.Tree.Seals).Given, moment.Today);
var feiten = Eindstand.Van(end, whole, klachthulp.Knowledge, moment.Today).Feiten;
Console.WriteLine($"whole conversation: {end.Given.Count} answers, end {end.Outcome?.Id}");
Measure("routes+terms", () => klachthulp.Knowledge.Routewijzer.Bepaal(feiten, moment.Today));
Measure("end", () => Eindstand.Van(end, whole, klachthulp.Knowledge, moment.Today));

// Answers each question with its first option, or with a line of text.
ImmutableArray<Entry> Answered(int count)
{
    var entries = ImmutableArray<Entry>.Empty;
    while (Walk.Replay(klachthulp.Tree, Memory.Of(entries, klachthulp.Tree.Seals).Given, moment.Today) is { Next: { } open, Given.Count: var given } && given < count)
    {
        if (entries.Length > count)
        {
            throw new InvalidOperationException($"{open.Path} does not take its answer.");
        }

        entries = entries.Add(new Entry.Answered(moment.Now, open.Path, new Answer(Standing.Given, Value(open)), Via.Typed));
    }

    return entries;
}

static string Value(Place place) => place switch
{
    { Question.Id: "besluit" or "eerder.geklaagd" } => "nee",
    { Question.Options: [var option, ..] } => option,
    { Question.Id: "gemeente" } => "0344",
    _ when place.Question.IsValid("2026-11-16/2026-11-17|dag|16 november 2026") && !place.Question.IsValid("woorden van de inwoner 12") => "2026-11-16/2026-11-17|dag|16 november 2026",
    _ when place.Question.IsValid("150.00") && !place.Question.IsValid("woorden van de inwoner 12") => "150.00",
    { Question.Id: "gegevens.naam" or "ondertekening" } => "Fenna Voorbeeld",
    { Question.Id: "gegevens.adres" } => "Voorbeeldstraat 12, 1234 AB Voorbeeldstad",
    { Question.Id: "gegevens.email" } => "fenna@voorbeeld.nl",
    { Question.Id: "gegevens.telefoon" } => "0612345678",
    _ => "Dit zijn woorden van de inwoner, nummer 12.",
};

static void Measure(string name, Func<object> work)
{
    for (var i = 0; i < 3000; i++)
    {
        work();
    }

    const int Rounds = 9;
    const int Times = 2000;
    var micros = new double[Rounds];
    var bytes = GC.GetAllocatedBytesForCurrentThread();
    for (var round = 0; round < Rounds; round++)
    {
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < Times; i++)
        {
            work();
        }

        micros[round] = Stopwatch.GetElapsedTime(began).TotalMicroseconds / Times;
    }

    bytes = (GC.GetAllocatedBytesForCurrentThread() - bytes) / (Rounds * Times);
    Array.Sort(micros);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-12} median {micros[Rounds / 2],8:0.0} us   best {micros[0],8:0.0} us   {bytes / 1024.0,7:0.0} kB"));
}

static void Say(string what, double number, string unit) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {number:0} {unit}"));
