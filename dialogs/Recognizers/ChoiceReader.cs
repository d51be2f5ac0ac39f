using KlachtHulp.Dialogs.Recognizers.Answers;
using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers;

/// <summary>What the resident chose from a list of options.</summary>
public abstract record Choice
{
    private Choice()
    {
    }

    public sealed record One(string Id) : Choice;

    /// <param name="Ids">In the order of the options, without doubles.</param>
    public sealed record Several(IReadOnlyList<string> Ids) : Choice;

    /// <summary>More than one option fits as well; ask which.</summary>
    public sealed record Ambiguous(IReadOnlyList<string> Candidates) : Choice;

    public sealed record None : Choice;
}

/// <summary>An option with everything people call it, cut into words once.</summary>
public sealed class ChoiceOption(string id, IReadOnlyList<string> names)
{
    public string Id => id;

    /// <summary>The first of its names; empty when it has none.</summary>
    public string Name => names.Count > 0 ? names[0] : "";

    /// <summary>The words of each name; a name without words never fits.</summary>
    internal string[][] Labels { get; } = [.. names.Select(static name => LabelMatch.Words(Tokenizer.Read(name)))];
}

/// <summary>Reads a choice by number, place in the list, label, part of a label, synonym or label with a typing error.</summary>
public static class ChoiceReader
{
    private const int LongestAnswer = 400;

    /// <param name="options">In the order in which the resident saw them.</param>
    /// <param name="multiple">Whether more than one may be chosen; otherwise several named options are <see cref="Choice.Ambiguous"/>.</param>
    public static Choice Read(string text, IReadOnlyList<ChoiceOption> options, Lexicon lexicon, bool multiple = false)
    {
        if (options.Count == 0 || text.Length > LongestAnswer)
        {
            return new Choice.None();
        }

        var tokens = Tokenizer.Read(text);
        var whole = LabelMatch.Whole(tokens, options, lexicon);
        if (whole.Count > 0)
        {
            return Answer(whole, options, multiple: false);
        }

        if (IsQuestion(tokens, lexicon) || tokens.Exists(token => lexicon.ChoiceExceptions.Contains(token.Text)))
        {
            return new Choice.None();
        }

        var places = Places.Read(tokens, options.Count, lexicon);
        if (places.Count > 0)
        {
            return Answer(places, options, multiple);
        }

        var named = LabelMatch.Named(tokens, options, lexicon);
        return named.Count > 0 ? Answer(named, options, multiple) : Answer(LabelMatch.Parts(tokens, options, lexicon), options, multiple: false);
    }

    /// <summary>The one option of which a synonym stands in the text; null when there is none or more than one. Numbers and places do not count.</summary>
    public static string? ReadNamed(string text, IReadOnlyList<ChoiceOption> options, Lexicon lexicon)
    {
        var tokens = Tokenizer.Read(text.Length > LongestAnswer ? "" : text);
        return !IsQuestion(tokens, lexicon) && !tokens.Exists(token => lexicon.ChoiceExceptions.Contains(token.Text)) && LabelMatch.Named(tokens, options, lexicon) is [var one] ? options[one].Id : null;
    }

    /// <summary>A question about an option is not yet a choice for it.</summary>
    private static bool IsQuestion(List<Token> tokens, Lexicon lexicon)
        => tokens.Count > 0 && (tokens[^1].Is("?") || (lexicon.QuestionStarts.TryRead(tokens, 0, out var asks, out _) && asks));

    private static Choice Answer(IReadOnlyCollection<int> indexes, IReadOnlyList<ChoiceOption> options, bool multiple)
    {
        string[] ids = [.. indexes.Distinct().Order().Select(index => options[index].Id)];
        return ids.Length switch
        {
            0 => new Choice.None(),
            1 => new Choice.One(ids[0]),
            _ => multiple ? new Choice.Several(ids) : new Choice.Ambiguous(ids),
        };
    }
}
