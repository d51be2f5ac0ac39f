using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Dialogs.Turns;

/// <summary>What a resident can ask for at any moment. None of it touches an answer without saying so.</summary>
internal static class Commands
{
    /// <summary>Key of the message about how to reach a person.</summary>
    public const string Person = "mens.contact";

    /// <summary>Key of the message to who stops for now.</summary>
    public const string Later = "stop.bewaard";

    public static void Run(Work work, Command command, string? argument)
    {
        switch (command)
        {
            case Command.Terug:
                Back(work);
                break;
            case Command.Ongedaan:
                Undo(work);
                break;
            case Command.Wijzig:
                Change(work, argument);
                break;
            case Command.Annuleer:
                work.Append(new Entry.Released(work.Now));
                break;
            case Command.Overslaan or Command.WeetNiet:
                Pass(work, command);
                break;
            case Command.Genoeg:
                Enough(work);
                break;
            case Command.Opnieuw or Command.Wis:
                work.Append(new Entry.Confirming(work.Now, command));
                break;
            case Command.Taal:
                Speak(work, argument);
                break;
            default:
                Explain(work, command);
                break;
        }
    }

    private static void Back(Work work)
    {
        var given = work.Position.Given;
        var here = work.Current is { } current ? given.ToList().FindIndex(place => place.Path == current.Path) : -1;
        var previous = (here < 0 ? given.Count : here) - 1;
        if (previous < 0)
        {
            work.Notices.Add("terug.begin");
            return;
        }

        work.Append(new Entry.Focused(work.Now, given[previous].Path));
    }

    private static void Undo(Work work)
    {
        if (Memory.LastUndoable(work.Log) is not { } place)
        {
            if (work.Memory is { Confirming: not null } or { Weighing: not null })
            {
                work.Append(new Entry.Released(work.Now));
            }

            work.Notices.Add("ongedaan.niets");
            return;
        }

        work.Append(new Entry.Undone(work.Now, place));
        work.Notices.Add("ongedaan.gedaan", Tone.Echo);
    }

    /// <summary>Goes to an earlier question: by its path, by a word of its short name, or to the last one.</summary>
    private static void Change(Work work, string? argument)
    {
        var given = work.Position.Given;
        var waiting = work.Position.OnRequest;
        var wanted = argument?.Trim() ?? "";
        var place = given.Concat(waiting).FirstOrDefault(place => place.Path == wanted)
            ?? given.LastOrDefault(place => IsAbout(place, wanted))
            ?? (wanted.Length > 2 ? given.Concat(waiting).LastOrDefault(place => Matches(work.WordsOf(place).Kort, wanted)) : null)
            ?? (wanted.Length == 0 && given.Count > 0 ? given[^1] : null);
        if (place is null)
        {
            work.Notices.Add("wijzig.wat");
            return;
        }

        work.Append(new Entry.Focused(work.Now, place.Path));
    }

    /// <summary>What people call the subject of a correction, by the last part of the question's id or its kind.</summary>
    private static bool IsAbout(Place place, string subject) => subject switch
    {
        "wanneer" => place.Question.Soort == Soort.Datum,
        "bedrag" => place.Question.Soort == Soort.Bedrag,
        "contact" => place.Question.Soort == Soort.Contact,
        "wat" => place.Question is { Soort: Soort.LangeTekst, OnRequest: false },
        "wie" or "gemeente" or "kanaal" => place.Question.Id.Split('.')[^1] == subject,
        _ => false,
    };

    private static bool Matches(string kort, string wanted) => wanted.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Any(word => word.Length > 2 && kort.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static void Pass(Work work, Command command)
    {
        if (work.Current is { } place)
        {
            Answering.Pass(work, place, command == Command.WeetNiet ? Standing.Unknown : Standing.Skipped);
        }
    }

    /// <summary>Skips what is open in this step, as far as the form can do without; whether there is another complaint is always asked.</summary>
    private static void Enough(Work work)
    {
        if (work.Memory.Focus is not null)
        {
            work.Append(new Entry.Released(work.Now));
        }

        if (work.Position.Next is not { } first || !Passable(work, first))
        {
            Pass(work, Command.Overslaan);
            return;
        }

        var passed = new List<string>();
        var answers = work.Memory.Given.ToDictionary();
        for (var next = first; next is not null && Passable(work, next) && next.Stage == first.Stage; next = Walk.Replay(work.Tree, answers, work.Today).Next)
        {
            passed.Add(next.Path);
            answers[next.Path] = new Answer(Standing.Skipped, "");
        }

        work.Append(new Entry.Passed(work.Now, passed));
        work.Notices.Add("genoeg.gedaan", Tone.Echo);
    }

    private static bool Passable(Work work, Place place) => !place.Required && !work.Tree.AsksForMore(place.Question);

    /// <summary>A conversation begins in the language that was asked for, if it is one of ours.</summary>
    public static void Begin(Work work, string? language) => TrySpeak(work, language);

    private static void Speak(Work work, string? language)
    {
        if (TrySpeak(work, language))
        {
            work.Notices.Add("taal.gekozen", Tone.Echo);
        }
    }

    /// <param name="language">BCP-47; only the part before the first dash counts.</param>
    private static bool TrySpeak(Work work, string? language)
    {
        var wanted = language?.Split('-')[0].ToLowerInvariant() ?? "";
        if (wanted.Length == 0 || wanted == work.Memory.Language || !work.Speaks(wanted))
        {
            return false;
        }

        work.Append(new Entry.Spoke(work.Now, wanted));
        return true;
    }

    private static void Explain(Work work, Command command)
    {
        var words = work.Current is { } place ? work.WordsOf(place) : null;
        switch (command)
        {
            case Command.Waarom when words is { Waarom.Length: > 0 }:
                work.Notices.Ready(words.Waarom);
                break;
            case Command.Uitleg when words is { Hulp.Length: > 0 }:
                work.Notices.Ready(words.Hulp);
                break;
            case Command.Herhaal:
                break;
            case Command.Overzicht:
                work.Notices.Ready(work.Summary());
                break;
            case Command.Mens:
                work.Notices.Add(Person);
                break;
            case Command.Stop or Command.Bewaar:
                work.Notices.Add(Later);
                break;
            default:
                work.Notices.Add("help.opdrachten");
                break;
        }
    }
}
