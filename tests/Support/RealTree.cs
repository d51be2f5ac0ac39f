using System.Collections.Immutable;
using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Formulier;
using KlachtHulp.Dialogs.Turns;

namespace KlachtHulp.Tests.Support;

/// <summary>The real tree with the real seeds, read and proven once for all tests.</summary>
internal static class RealTree
{
    public const string Kenmerk = "KH-TEST-TEST-TEST";

    public static readonly Moment Moment = new(new DateTimeOffset(2026, 11, 22, 9, 30, 0, TimeSpan.Zero), new DateOnly(2026, 11, 22));

    private static readonly Lazy<Klachthulp> Loaded = new(static () => GesprekSetup.Load(GesprekSetup.SeedFolder));
    private static readonly Lazy<DocumentMaker> Maker = new(static () => GesprekSetup.Documents(Loaded.Value));

    public static Klachthulp Klachthulp => Loaded.Value;

    public static DocumentMaker Documents => Maker.Value;

    public static Tree Tree => Klachthulp.Tree;

    public static Words Dutch => Klachthulp.Catalogue.In(Catalogue.Dutch);

    public static DateOnly Today => Moment.Today;

    public static ReadingContext Context(Question question) => new(Today, Dutch.Question(question.Id), Klachthulp.Knowledge);

    public static Memory Remember(ImmutableArray<Entry> log) => Memory.Of(log, Tree.Seals);

    /// <summary>A message as it is said on a screen of the resident's own.</summary>
    public static string Said(Words words, string key)
        => words.Message(key, new Dictionary<string, string> { ["bewaard"] = words.Message("antwoorden.bewaard") });

    /// <summary>The form of a log; null when it has not reached an end with one.</summary>
    public static Klachtformulier? Form(ImmutableArray<Entry> log)
    {
        var memory = Remember(log);
        var position = Walk.Replay(Tree, memory.Given, Today);
        return FormulierBouwer.Bouw(new Bron(position, memory, Today, Kenmerk, Dutch, Klachthulp.Knowledge));
    }

    /// <summary>A log in which these answers were given, in this order.</summary>
    public static ImmutableArray<Entry> LogOf(IEnumerable<KeyValuePair<string, Answer>> answers)
        => [.. answers.Select(static pair => new Entry.Answered(Moment.Now, pair.Key, pair.Value, Via.Button))];
}
