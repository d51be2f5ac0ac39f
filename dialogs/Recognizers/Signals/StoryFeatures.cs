using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers.Signals;

/// <summary>Something of a story that may weigh for a label.</summary>
/// <param name="Name">A stem, two stems ("niet_gebel"), the start of a word ("geb~"), a concept ("#beloven") or a rule that applied ("!bejegening").</param>
/// <param name="Token">Where it stands first.</param>
/// <param name="Next">The token after its last.</param>
internal readonly record struct Feature(string Name, int Token, int Next);

/// <summary>What the weights of seeds/taal/gewichten.csv look at. Each feature counts once, however often it stands in the story.</summary>
internal static class StoryFeatures
{
    private const int StemLength = 7;
    private const int StartLength = 4;

    /// <param name="concepts">Concepts found in the story.</param>
    /// <param name="applied">What the rules found.</param>
    public static List<Feature> Of(IReadOnlyList<Token> tokens, ConceptBook book, IReadOnlyList<ConceptHit> concepts, IReadOnlyList<Signal> applied)
    {
        var keys = SoundKey.Of(tokens);
        var seen = new HashSet<string>(keys.Length * 4, StringComparer.Ordinal);
        var features = new List<Feature>(keys.Length * 3);
        string? before = null;
        for (var at = 0; at < keys.Length; at++)
        {
            var stem = Stem(tokens[at], keys[at]);
            if (stem is null)
            {
                before = tokens[at].Text is "." or "!" or "?" ? null : before;
                continue;
            }

            Add(stem, at, at + 1);
            if (keys[at].Length > StartLength)
            {
                Add(keys[at][..StartLength] + "~", at, at + 1);
            }

            if (before is not null)
            {
                Add($"{before}_{stem}", at - 1, at + 1);
            }

            before = stem;
        }

        foreach (var hit in concepts)
        {
            Add("#" + book.NameOf(hit.Concept), hit.From, hit.Next);
        }

        foreach (var signal in applied)
        {
            Add("!" + signal.Label, 0, 1);
        }

        return features;

        void Add(string name, int token, int next)
        {
            if (seen.Add(name))
            {
                features.Add(new(name, Math.Max(0, token), next));
            }
        }
    }

    private static string? Stem(Token token, string key) => token.Kind switch
    {
        TokenKind.Word => key.Length > StemLength ? key[..StemLength] : key,
        TokenKind.Number => "0",
        _ => token.Text == "?" ? "?" : null,
    };
}
