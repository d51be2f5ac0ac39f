using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Recognizers;
using Command = KlachtHulp.Dialogs.Flow.Command;

namespace KlachtHulp.Dialogs.Turns;

/// <summary>What waits for a yes: a proposal, a change that makes answers lapse, a command that cannot be taken back.</summary>
internal static class Pending
{
    /// <summary>Path under which a client answers the question whether a command is meant.</summary>
    public const string ConfirmPath = "opdracht.bevestig";

    /// <summary>Path under which a client answers the question whether a change is meant.</summary>
    public const string WeighPath = "opdracht.wijzig";

    public const string Yes = "ja";

    /// <summary>Up to this many characters a yes under a question for words is a yes to the proposal.</summary>
    private const int ShortWords = 24;

    /// <summary>Reads typed words as the answer to what waits.</summary>
    /// <param name="asked">The question that was on screen instead of what waits, and that the words are about; null when that is not told. Such a yes was to something else.</param>
    /// <returns>false when nothing waits, or the words are the answer to the question itself.</returns>
    public static bool Handle(Work work, string text, Place? asked = null)
    {
        var said = YesNoReader.Read(text, work.Knowledge.Lexicon);
        if (work.Memory.Confirming is not null || work.Memory.Weighing is not null)
        {
            if (asked is null && said is (YesNo.Yes or YesNo.No))
            {
                Decide(work, said == YesNo.Yes);
                return true;
            }

            work.Append(new Entry.Released(work.Now));
            return false;
        }

        return (asked ?? work.Current) is { } place && work.Memory.Offers.GetValueOrDefault(place.Path) is { Count: 1 } offer && !IsCommand(work, text) && Answer(work, place, offer[0], text, said);
    }

    /// <summary>"Ik snap de vraag niet" refuses no proposal.</summary>
    private static bool IsCommand(Work work, string text) => CommandReader.Read(text, work.Knowledge.Lexicon) is { } heard
        && (heard.Command is not (Recognizers.Command.Correct or Recognizers.Command.Skip or Recognizers.Command.DontKnow) || heard.Subject.Length > 0);

    /// <summary>Takes a button press on what waits.</summary>
    public static bool Choose(Work work, Incoming.Chose chose)
    {
        if (chose.Vraag is ConfirmPath or WeighPath)
        {
            if (work.Memory.Confirming is not null || work.Memory.Weighing is not null)
            {
                Decide(work, chose.Antwoord == Yes);
            }

            return true;
        }

        if (work.Memory.Confirming is not null || work.Memory.Weighing is not null)
        {
            work.Append(new Entry.Released(work.Now));
        }

        return false;
    }

    private static void Decide(Work work, bool yes)
    {
        if (work.Memory.Weighing is { } weighing)
        {
            Weigh(work, weighing, yes);
            return;
        }

        var command = work.Memory.Confirming;
        work.Append(new Entry.Released(work.Now));
        if (!yes)
        {
            work.Notices.Add("bevestig.niet_gedaan", Tone.Echo);
        }
        else if (command == Command.Wis)
        {
            work.Erase = true;
        }
        else
        {
            work.Append(new Entry.Restarted(work.Now));
            work.Notices.Add("opnieuw.gedaan", Tone.Echo);
        }
    }

    private static void Weigh(Work work, Entry.Weighed weighing, bool yes)
    {
        if (yes && work.Find(weighing.Path) is { } place)
        {
            Answering.Put(work, place, weighing.Answer, Via.Typed);
            work.Notices.Add("wijzig.gedaan", Tone.Echo, ("vraag", work.WordsOf(place).Kort), ("antwoord", work.Show(place, weighing.Answer)));
        }
        else
        {
            work.Append(new Entry.Released(work.Now));
            work.Notices.Add("wijzig.niet_gedaan", Tone.Echo);
        }
    }

    /// <summary>"Ja" takes the proposal, "nee" puts it aside; words that answer the question themselves go before both.</summary>
    private static bool Answer(Work work, Place place, string value, string text, YesNo said)
    {
        var own = place.Question.Soort == Soort.JaNee || said == YesNo.None ? null : place.Question.Read(text, work.Reading(place));
        var words = place.Question.Soort is Soort.Tekst or Soort.LangeTekst or Soort.Contact && text.Length <= ShortWords ? null : own as Reading.Accepted;
        if (said == YesNo.Yes && (place.Question.Soort != Soort.JaNee || value == Yes) && (words is null || words.Canonical == value))
        {
            Answering.Accept(work, place, new Answer(Standing.Given, value), Via.Proposal, echo: false);
            return true;
        }

        if (said == YesNo.No && place.Question.Soort != Soort.JaNee && own is not (Reading.Accepted or Reading.Ambiguous))
        {
            work.Append(new Entry.Declined(work.Now, place.Path));
            return true;
        }

        return false;
    }
}
