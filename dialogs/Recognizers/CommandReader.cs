using KlachtHulp.Dialogs.Recognizers.Commands;
using KlachtHulp.Dialogs.Recognizers.Text;

namespace KlachtHulp.Dialogs.Recognizers;

/// <summary>What a resident can ask of the assistant at any moment.</summary>
public enum Command
{
    /// <summary>Change an answer.</summary>
    Correct,
    Back,
    Undo,
    Explain,
    Why,
    Skip,

    /// <summary>Skip everything that is open in this step.</summary>
    Enough,
    DontKnow,
    Stop,
    Help,
    Human,
    Restart,
    Erase,
    Repeat,
    Overview,
}

/// <param name="Rest">What stands after the command, such as the new answer in "nee, ik bedoel juli"; empty when nothing does.</param>
/// <param name="Subject">For <see cref="Command.Correct"/>: what is wrong, as a key of seeds/taal/opdrachten.yaml (wanneer, wie, gemeente, bedrag,
/// wat, kanaal, contact); empty when it was not said.</param>
public sealed record CommandReading(Command Command, string Rest, string Subject);

/// <summary>Tells a command to the assistant from an answer that happens to contain the same words.</summary>
public static class CommandReader
{
    /// <summary>A command is short; in a longer text the words belong to the story.</summary>
    private const int LongestWhole = 12;
    private const int LongestCorrection = 25;

    public static CommandReading? Read(string text, Lexicon lexicon)
    {
        if (text.Length > Tokenizer.MaxLength)
        {
            return null;
        }

        var tokens = Tokenizer.Read(text);
        if (tokens.Count == 0)
        {
            return null;
        }

        if (IsInitials(text, tokens))
        {
            return null;
        }

        return Whole(tokens, lexicon.Commands) ?? Opening(text, tokens, lexicon.Commands) ?? About(tokens, lexicon.Commands);
    }

    /// <summary>"A. Voorbeeld" is a name; "a.u.b. stoppen" is not.</summary>
    private static bool IsInitials(string text, List<Token> tokens)
        => tokens.Count > 2 && tokens[0].Text.Length == 1 && char.IsUpper(text[tokens[0].Start]) && tokens[1].Is(".") && !tokens[2].Is("u");

    private static CommandReading? Whole(List<Token> tokens, CommandBook book)
    {
        if (tokens.Count > LongestWhole)
        {
            return null;
        }

        for (var from = 0; from < tokens.Count; from++)
        {
            if (book.TryWhole(tokens, from, out var command, out var next) && book.IsFiller(tokens, next, tokens.Count))
            {
                return new(command, "", "");
            }

            if (!book.IsFiller(tokens, from, from + 1))
            {
                return null;
            }
        }

        return null;
    }

    private static CommandReading? Opening(string text, List<Token> tokens, CommandBook book)
    {
        if (tokens.Count > LongestCorrection || !book.Openings.TryRead(WithoutCommas(tokens), 0, out var command, out var words))
        {
            return null;
        }

        var at = Skip(tokens, words);
        return at < tokens.Count ? new(command, text[tokens[at].Start..tokens[^1].End], "") : null;
    }

    private static List<Token> WithoutCommas(List<Token> tokens) => tokens.FindAll(static token => !token.Is(","));

    /// <summary>Index of the token after this many words, commas not counted.</summary>
    private static int Skip(List<Token> tokens, int words)
    {
        var at = 0;
        for (; at < tokens.Count && (words > 0 || tokens[at].Text is "," or ":"); at++)
        {
            words -= tokens[at].Is(",") ? 0 : 1;
        }

        return at;
    }

    /// <summary>"dat van die datum klopt niet".</summary>
    private static CommandReading? About(List<Token> tokens, CommandBook book)
    {
        var from = 0;
        while (book.SubjectStart.TryRead(tokens, from, out _, out var next))
        {
            from = next;
        }

        if (!book.Subjects.TryRead(tokens, from, out var subject, out var end) || !book.SubjectEnd.TryRead(tokens, end, out _, out var last))
        {
            return null;
        }

        return book.IsFiller(tokens, last, tokens.Count) ? new(Command.Correct, "", subject) : null;
    }
}
