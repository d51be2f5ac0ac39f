using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Recognizers;
using Command = KlachtHulp.Dialogs.Flow.Command;
using Heard = KlachtHulp.Dialogs.Recognizers.Command;

namespace KlachtHulp.Dialogs.Turns;

/// <summary>Commands and corrections in words: "terug", "nee, ik bedoel juli", "waarom wilt u dat weten".</summary>
internal static class Spoken
{
    /// <param name="only">The commands that are listened to; null for all.</param>
    /// <param name="asked">The question that the words are about; null for the one on screen. Only passing a question is an answer to it: every other command is about the conversation.</param>
    /// <returns>false when the words are an answer.</returns>
    public static bool Handle(Work work, string text, IReadOnlyList<Command>? only = null, Place? asked = null)
    {
        if (CommandReader.Read(text, work.Knowledge.Lexicon) is not { } spoken)
        {
            return false;
        }

        var command = CommandOf(spoken.Command);
        if (only?.Contains(command) == false)
        {
            return false;
        }

        if (command == Command.Wijzig)
        {
            return Correct(work, spoken, text);
        }

        if (asked is not null && command is Command.Overslaan or Command.WeetNiet)
        {
            Answering.Return(work, asked);
        }

        Commands.Run(work, command, argument: null);
        return true;
    }

    /// <summary>"english", "türkçe": another language, and nothing else is said.</summary>
    public static bool Language(Work work, string text)
    {
        if (work.Knowledge.Talen.Read(text) is not { } language || language == work.Memory.Language || !work.Speaks(language))
        {
            return false;
        }

        Commands.Run(work, Command.Taal, language);
        return true;
    }

    private static Command CommandOf(Heard heard) => heard switch
    {
        Heard.Correct => Command.Wijzig,
        Heard.Back => Command.Terug,
        Heard.Undo => Command.Ongedaan,
        Heard.Explain => Command.Uitleg,
        Heard.Why => Command.Waarom,
        Heard.Skip => Command.Overslaan,
        Heard.Enough => Command.Genoeg,
        Heard.DontKnow => Command.WeetNiet,
        Heard.Stop => Command.Stop,
        Heard.Help => Command.Help,
        Heard.Human => Command.Mens,
        Heard.Restart => Command.Opnieuw,
        Heard.Erase => Command.Wis,
        Heard.Repeat => Command.Herhaal,
        Heard.Overview => Command.Overzicht,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>"Nee, ik bedoel juli" gives the last question another answer; "dat van die datum klopt niet" goes to the question it is about.</summary>
    private static bool Correct(Work work, CommandReading spoken, string text)
    {
        if (spoken.Rest.Length == 0)
        {
            Commands.Run(work, Command.Wijzig, spoken.Subject);
            return true;
        }

        if (work.Memory.Focus is not null && work.Current is { } current)
        {
            Answering.Read(work, current, spoken.Rest);
            return true;
        }

        var given = work.Position.Given;
        if (given.Count == 0 || Corrects(work, given[^1], spoken.Rest) || given.Reverse().Where(IsExact).Any(place => Corrects(work, place, spoken.Rest)))
        {
            return given.Count > 0;
        }

        if (work.Current is { } asked && (asked.Question.Soort == Soort.LangeTekst || Answers(work, asked, text, spoken.Rest)))
        {
            return false;
        }

        Commands.Run(work, Command.Wijzig, "");
        return true;
    }

    /// <summary>"Nee, dat was alleen in een gesprek" answers a question with no; "nee, ik bedoel juli" does not.</summary>
    private static bool Answers(Work work, Place asked, string text, string rest)
        => asked.Question.Read(text, work.Reading(asked)) is Reading.Accepted && DutchDates.Read(rest, work.Today, work.Knowledge.Lexicon).Readings.Count == 0;

    /// <summary>Questions of which the answer cannot be mistaken for that of another.</summary>
    private static bool IsExact(Place place) => place.Question.Soort is Soort.Datum or Soort.Bedrag;

    private static bool Corrects(Work work, Place place, string words)
    {
        if (place.Question.Read(words, work.Reading(place)) is not Reading.Accepted accepted)
        {
            return false;
        }

        Answering.Accept(work, place, accepted);
        return true;
    }
}
