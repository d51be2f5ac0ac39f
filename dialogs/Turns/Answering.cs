using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Dialogs.Turns;

/// <summary>From words or a button to an answer in the log.</summary>
internal static class Answering
{
    /// <summary>After this many unusable answers in a row the resident is shown ways around the question.</summary>
    private const int StumblesBeforeHelp = 3;

    /// <summary>More of a story that was saved meanwhile comes behind it: whoever goes on telling does not take back what was told.</summary>
    public static string Added(Work work, Place place, string text)
        => place.Question.Soort == Soort.LangeTekst && place.Path != work.Current?.Path
            && work.Memory.Given.GetValueOrDefault(place.Path) is { Standing: Standing.Given, Value: { Length: > 0 } told }
            ? told.Contains(text, StringComparison.Ordinal) ? told : $"{told}\n{text}"
            : text;

    /// <summary>Brings an earlier question back before words about it are read: what is said about those words must stand beside it.</summary>
    public static void Return(Work work, Place place)
    {
        if (place.Path != work.Current?.Path)
        {
            work.Append(new Entry.Focused(work.Now, place.Path));
        }
    }

    /// <summary>Reads what was typed as the answer to a question.</summary>
    public static void Read(Work work, Place place, string text)
    {
        var reading = place.Question.Read(text, work.Reading(place));
        if (reading is Reading.Refused && place.Question.Soort is not (Soort.JaNee or Soort.Controle) && work.ReadingDutch(place) is { } dutch && place.Question.Read(text, dutch) is var other and (Reading.Accepted or Reading.Unknown))
        {
            reading = other;
        }

        switch (reading)
        {
            case Reading.Accepted accepted:
                Accept(work, place, accepted);
                break;
            case Reading.Unknown:
                Pass(work, place, Standing.Unknown);
                break;
            case Reading.Nothing:
                Pass(work, place, Standing.Skipped);
                break;
            case Reading.Ambiguous ambiguous:
                work.Append(new Entry.Offered(work.Now, place.Path, ambiguous.Candidates));
                work.Notices.Add("fout.meer_mogelijk", Tone.Echo);
                break;
            case Reading.Refused refused:
                Refuse(work, place, refused.TextKey);
                break;
        }
    }

    /// <summary>The stored form of what a button of a question stands for: an option, a proposal, or the answer that was there already.</summary>
    /// <returns>null when the question has no such button; what was sent is then words like any other.</returns>
    public static string? Button(Work work, Place place, string value)
    {
        var canonical = place.Question.Canonical(value);
        var shown = canonical is not null && (place.Question.Options.Count > 0
            || work.Memory.Offers.GetValueOrDefault(place.Path)?.Contains(canonical) == true
            || work.Memory.Given.GetValueOrDefault(place.Path).Value == canonical);
        return shown ? canonical : null;
    }

    /// <summary>Takes a button press; the same button pressed twice changes nothing.</summary>
    /// <param name="value">As <see cref="Button"/> gave it.</param>
    public static void Press(Work work, Place place, string value)
    {
        if (work.Current?.Path == place.Path || work.Memory.Given.GetValueOrDefault(place.Path) != new Answer(Standing.Given, value))
        {
            Accept(work, place, new Answer(Standing.Given, value), Via.Button, echo: false);
        }
    }

    /// <summary>"Weet ik niet" or "sla over".</summary>
    public static void Pass(Work work, Place place, Standing standing)
    {
        if (place.Required)
        {
            work.Notices.Add("fout.verplicht", Tone.Error, ("waarom", work.WordsOf(place).Waarom));
            work.Append(new Entry.Stumbled(work.Now, place.Path));
            return;
        }

        Accept(work, place, new Answer(place.Question.AllowsUnknown ? standing : Standing.Skipped, ""), Via.Typed, echo: false);
    }

    /// <summary>Takes what was understood from words; under a name that is no longer in use the resident hears the one of today.</summary>
    public static void Accept(Work work, Place place, Reading.Accepted accepted)
    {
        SayOldName(work, place, accepted);
        Accept(work, place, new Answer(Standing.Given, accepted.Canonical), Via.Typed, accepted.Echo && accepted.OudeNaam.Length == 0);
    }

    /// <summary>Puts the answer in the log; when it is a change that makes other answers lapse, the resident is asked first.</summary>
    public static void Accept(Work work, Place place, Answer answer, Via via, bool echo)
    {
        var changes = work.Memory.Given.TryGetValue(place.Path, out var old) && old != answer;
        if (changes && Lapsing(work, place, answer) is { Count: > 0 } lapsing)
        {
            work.Append(new Entry.Weighed(work.Now, place.Path, answer));
            work.Notices.Add("wijzig.vervalt", Tone.Warning, ("antwoorden", string.Join(", ", lapsing)));
            return;
        }

        Put(work, place, answer, via);
        if (changes)
        {
            work.Notices.Add("wijzig.gedaan", Tone.Echo, ("vraag", work.WordsOf(place).Kort), ("antwoord", work.Show(place, answer)));
        }
        else if (echo)
        {
            work.Notices.Add(place.Question.Options.Count > 0 ? "echo.gekozen" : "echo.gelezen", Tone.Echo, ("antwoord", work.Show(place, answer)));
        }
    }

    /// <summary>Puts the answer in the log without asking, and offers what the words say about later questions. Only Dutch is read for that: in another language it would be guessing.</summary>
    public static void Put(Work work, Place place, Answer answer, Via via)
    {
        work.Append(new Entry.Answered(work.Now, place.Path, answer, via));
        if (answer.Standing != Standing.Given || place.Question is not { Soort: Soort.LangeTekst, OnRequest: false } || work.Memory.Language != Content.Catalogue.Dutch)
        {
            return;
        }

        foreach (var (path, value) in work.Proposer.Read(place.Path, answer.Value, work.Moment))
        {
            if (!work.Memory.Given.ContainsKey(path))
            {
                work.Append(new Entry.Offered(work.Now, path, [value]));
                if (work.Find(path) is { } next && next.Question.Read(answer.Value, work.Reading(next)) is Reading.Accepted read)
                {
                    SayOldName(work, next, read);
                }
            }
        }
    }

    private static void SayOldName(Work work, Place place, Reading.Accepted accepted)
    {
        if (accepted.OudeNaam.Length > 0)
        {
            work.Notices.Add("echo.oude_naam", Tone.Echo, ("oud", accepted.OudeNaam), ("antwoord", work.Show(place, new Answer(Standing.Given, accepted.Canonical))));
        }
    }

    private static void Refuse(Work work, Place place, string textKey)
    {
        work.Append(new Entry.Stumbled(work.Now, place.Path));
        work.Notices.Add(textKey, Tone.Error);
        if (work.Memory.Stumbles >= StumblesBeforeHelp)
        {
            work.Notices.Add(place.Required ? "fout.drie_keer_verplicht" : "fout.drie_keer");
        }
    }

    /// <summary>Words about all the other answers hold no longer when one of those changes.</summary>
    private static bool IsOutdated(Work work, Place given, Place changed)
        => given.Question.OnRequest && given.Path != changed.Path && work.Memory.Latest == given.Path && !changed.Question.Seals && work.Memory.Given[given.Path].Standing == Standing.Given;

    /// <summary>Short names of the answers that would no longer count.</summary>
    private static List<string> Lapsing(Work work, Place place, Answer answer)
    {
        var after = work.Memory.Given.ToDictionary();
        after[place.Path] = answer;
        var unused = Walk.Review(work.Tree, after, work.Today).Unused;
        return [.. work.Position.Given.Where(given => (unused.Contains(given.Path) && !given.Question.Seals) || IsOutdated(work, given, place)).Select(given => work.WordsOf(given).Kort).Distinct()];
    }
}
