using System.Collections.Immutable;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Dialogs.Turns;

/// <summary>The whole conversation logic: a pure function from a log, a message and a moment to the next log and what to say.</summary>
public sealed class Engine(Tree tree, Catalogue catalogue, Knowledge knowledge, Proposer proposer)
{
    public Tree Tree => tree;

    public Catalogue Catalogue => catalogue;

    public Knowledge Knowledge => knowledge;

    public Turn Step(ImmutableArray<Entry> log, Incoming incoming, Moment moment)
    {
        var work = new Work(tree, catalogue, knowledge, proposer, log, moment);
        switch (incoming)
        {
            case Incoming.Said or Incoming.Chose or Incoming.Commanded { Command: not (Flow.Command.Wis or Flow.Command.Help or Flow.Command.Mens or Flow.Command.Taal) } when work.Closed:
                Closed(work, incoming);
                break;
            case Incoming.Joined joined:
                Commands.Begin(work, joined.Taal);
                Join(work);
                break;
            case Incoming.Said said:
                Hear(work, said.Text, said.Vraag is { } vraag ? work.Find(vraag) : null, typed: true);
                break;
            case Incoming.Chose chose:
                Choose(work, chose);
                break;
            case Incoming.Commanded commanded:
                Commands.Run(work, commanded.Command, commanded.Argument);
                break;
            case Incoming.Opgenomen taken when !work.Closed && work.Memory.Opname is null:
                work.Append(new Entry.Opgenomen(work.Now, taken.Opname));
                break;
        }

        work.Notices.Remind();
        return work.Turn();
    }

    private void Join(Work work)
    {
        if (work.Memory.Given.Count == 0)
        {
            work.Notices.Add("begin.welkom");
            work.Notices.Add("begin.privacy");
            if (proposer.Begin(work.Moment) is var (path, value) && !work.Memory.Offers.ContainsKey(path))
            {
                work.Append(new Entry.Offered(work.Now, path, [value]));
            }
        }
        else
        {
            work.Notices.Add("begin.terug");
        }
    }

    /// <summary>After sending nothing can be changed; help in danger and erasing still work.</summary>
    private void Closed(Work work, Incoming incoming)
    {
        var text = incoming is Incoming.Said said ? TextGuard.Clean(said.Text) : "";
        if (incoming is Incoming.Chose chose && Pending.Choose(work, chose))
        {
            return;
        }

        Watch(work, text);
        if (!Spoken.Language(work, text) && !Pending.Handle(work, text) && !Spoken.Handle(work, text, only: [Flow.Command.Wis, Flow.Command.Help, Flow.Command.Mens]))
        {
            work.Notices.Add("einde.al_verstuurd");
        }
    }

    /// <returns>Whether the words speak of danger.</returns>
    private bool Watch(Work work, string text)
    {
        var dangers = CrisisReader.Read(text, knowledge.Lexicon);
        foreach (var danger in dangers)
        {
            var kind = Meldingen.Gevaar(danger.Kind);
            work.Append(new Entry.Alarmed(work.Now, kind));
            work.Notices.Add($"crisis.{kind}", Tone.Crisis);
        }

        return dangers.Count > 0;
    }

    /// <param name="at">The question that the words are about; null for the one on screen.</param>
    /// <param name="typed">Somebody typed them while they saw that question: it comes back when there is something to say about them.</param>
    private void Hear(Work work, string raw, Place? at = null, bool typed = false)
    {
        var text = TextGuard.Clean(raw);
        var danger = Watch(work, text);
        if (BsnGuard.Remove(text, knowledge.Lexicon) is var safe && safe != text)
        {
            work.Notices.Add("bsn.weggehaald", Tone.Warning);
            text = HasWords(safe) ? safe : "";
        }

        var asked = at ?? work.Current;
        var seen = typed ? at : null;
        if (danger ? !TakesOwnWords(work, asked, text)
            : !IsOption(work, asked, text) && (Spoken.Language(work, text) || Pending.Handle(work, text, seen) || Spoken.Handle(work, text, asked: seen)))
        {
            return;
        }

        if ((at ?? work.Current) is { } place)
        {
            var words = typed ? Answering.Added(work, place, text) : text;
            if (typed)
            {
                Answering.Return(work, place);
            }

            Answering.Read(work, place, words);
        }
        else
        {
            work.Notices.Add("einde.al_klaar");
        }
    }

    /// <summary>Whether words of danger are also an answer. They are where a story is told; they are never a "nee", a choice or a signature.</summary>
    private static bool TakesOwnWords(Work work, Place? asked, string text) => work.Memory is { Confirming: null, Weighing: null }
        && asked is { Question.Soort: Soort.Tekst or Soort.LangeTekst } && asked.Question.Read(text, work.Reading(asked)) is Reading.Accepted;

    /// <summary>Whether the words are those on a button of the question: many clients send these, and "Ik wil uitleg" is then a wish and no command.</summary>
    private static bool IsOption(Work work, Place? asked, string text) => asked is not null && work.Memory is { Confirming: null, Weighing: null }
        && asked.Question.Options.Any(option => string.Equals(work.WordsOf(asked).Opties.GetValueOrDefault(option)?.Titel, text, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether anything is left besides what stands in the place of a BSN.</summary>
    private bool HasWords(string text) => text.Replace(knowledge.Lexicon.Address.BsnReplacement, "", StringComparison.Ordinal).Any(char.IsLetterOrDigit);

    private void Choose(Work work, Incoming.Chose chose)
    {
        if (Pending.Choose(work, chose))
        {
            return;
        }

        if (work.Find(chose.Vraag) is not { } place)
        {
            Hear(work, chose.Text);
        }
        else if (Answering.Button(work, place, chose.Antwoord) is { } value)
        {
            Answering.Press(work, place, value);
        }
        else
        {
            Hear(work, chose.Antwoord, place);
        }
    }
}

/// <summary>Answers that can be proposed; each becomes an answer only when the resident says so.</summary>
/// <param name="Begin">What is known before the first word, such as the gemeente whose page this is; null when nothing is.</param>
/// <param name="Read">What a story says about later questions: paths with the canonical value for each. The path given is that of the story.</param>
public sealed record Proposer(Func<Moment, (string Path, string Value)?> Begin, Func<string, string, Moment, IReadOnlyList<(string Path, string Value)>> Read)
{
    /// <summary>Proposes nothing.</summary>
    public static Proposer None { get; } = new(static _ => null, static (_, _, _) => []);
}
