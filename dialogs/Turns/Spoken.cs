using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Dialogs.Turns;

/// <summary>Commands and corrections in words: "terug", "nee, ik bedoel juli", "waarom wilt u dat weten".</summary>
internal static class Spoken
{
    /// <param name="only">The commands that are listened to; null for all.</param>
    /// <returns>false when the words are an answer.</returns>
    public static bool Handle(Work work, string text, IReadOnlyList<Command>? only = null)
    {
        if (CommandReader.Read(text, work.Knowledge.Lexicon) is not { } spoken)
        {
            return false;
        }

        if (spoken.Name == "correctie")
        {
            return only is null && Correct(work, spoken.Rest);
        }

        if (!Enum.TryParse<Command>(spoken.Name, ignoreCase: true, out var command) || only?.Contains(command) == false)
        {
            return false;
        }

        Commands.Run(work, command, spoken.Rest);
        return true;
    }

    /// <summary>Reads the rest as another answer to the last question that was answered.</summary>
    private static bool Correct(Work work, string rest)
    {
        if (work.Memory.Focus is not null || work.Position.Given.Count == 0)
        {
            return false;
        }

        var last = work.Position.Given[^1];
        if (last.Question.Read(rest, work.Reading(last)) is not Reading.Accepted accepted)
        {
            return false;
        }

        Answering.Accept(work, last, new Answer(Standing.Given, accepted.Canonical), Via.Typed, accepted.Echo);
        return true;
    }
}
