using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Kinds;
using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>Short words for building the tree.</summary>
internal static class Build
{
    /// <summary>Longest text of one answer, in characters.</summary>
    public const int LongestStory = 8000;

    private const int LongestText = 4000;
    private const int LongestLine = 200;

    public static Node Nothing { get; } = new Node.Seq();

    /// <summary>A text the form cannot do without.</summary>
    public static Question<string> Story(string id) => new(id, new TekstKind(Min: 10, LongestStory, Lines: true)) { Sensitivity = Sensitivity.Special, AllowsUnknown = false };

    public static Question<string> Text(string id) => new(id, new TekstKind(Min: 2, LongestText, Lines: true)) { Sensitivity = Sensitivity.Special };

    public static Question<string> Line(string id) => new(id, new TekstKind(Min: 2, LongestLine, Lines: false));

    public static Question<bool> YesNo(string id) => new(id, new JaNeeKind());

    public static Question<Wanneer> Date(string id) => new(id, new DatumKind());

    public static Question<string> Choice(string id, params IReadOnlyList<string> options) => new(id, new KeuzeKind(options));

    public static Question<IReadOnlyList<string>> Several(string id, params IReadOnlyList<string> options) => new(id, new MeerkeuzeKind(options));

    /// <param name="alone">Option that means none of the others.</param>
    public static Question<IReadOnlyList<string>> SeveralOr(string id, string alone, params IReadOnlyList<string> options)
        => new(id, new MeerkeuzeKind([.. options, alone], alone));

    public static Node.Ask Required(Question question) => new(question) { Required = true };

    public static Node Asks(params Question[] questions) => new Node.Seq([.. questions.Select(static question => new Node.Ask(question))]);

    public static Node Tell(string key) => new Node.Tell(key, Tone.Plain);

    public static Node Warn(string key) => new Node.Tell(key, Tone.Warning);
}
