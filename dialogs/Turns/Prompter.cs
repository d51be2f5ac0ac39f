using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Dialogs.Turns;

/// <summary>From a turn to what is shown, with the words of the resident's language.</summary>
/// <param name="values">Values of the placeholders for a turn, as seen from a round of a repeat.</param>
/// <param name="uitkomst">What the last screen says.</param>
/// <param name="addressedAsChild">Whether the resident is spoken to with "je"; null never does.</param>
public sealed class Prompter(
    Tree tree, Catalogue catalogue, Knowledge knowledge, Placeholders values, Func<Turn, Moment, Words, Uitkomst> uitkomst, Func<Answers, bool>? addressedAsChild = null)
{
    /// <summary>Answers in one step after which the rest of it may be skipped in one go.</summary>
    private const int LongStep = 5;

    /// <summary>Behind the key of a message: its words on a screen that is not the resident's own.</summary>
    private const string OnKiosk = "_kiosk";

    public IReadOnlyList<Prompt> Prompts(Turn turn, Moment moment)
    {
        var words = catalogue.In(turn.Memory.Language).For(addressedAsChild?.Invoke(turn.Position.Answers) == true);
        if (turn.Erase)
        {
            return [new Prompt.Say(words.Message("wis.gedaan"))];
        }

        List<Prompt> prompts = [.. turn.Notices.Select(notice => Say(notice, turn, moment, words))];
        if (Waiting(turn, words) is { } waiting)
        {
            return [.. prompts, waiting];
        }

        prompts.AddRange(turn.Position.Messages.Where(_ => turn.Moved && turn.Memory.Focus is null).Select(told => Tell(told, turn, moment, words)));
        prompts.Add(turn.Asks is { } place ? new Prompt.Vraag(Ask(place, turn, moment, words)) : new Prompt.Einde(uitkomst(turn, moment, words)));
        return prompts;
    }

    private Prompt.Say Say(Notice notice, Turn turn, Moment moment, Words words)
    {
        if (notice.Ready is { } ready)
        {
            return new Prompt.Say(ready, notice.Tone);
        }

        var told = notice with { TextKey = KeyFor(notice.TextKey, moment, words) };
        var text = words.Text(told.TextKey) is var written && (words.HasFuller(told.TextKey) || AsksMore(written, told))
            ? Filled(told, turn, moment, words)
            : words.Filled(written, told.Values);
        return new Prompt.Say(text, notice.Tone)
        {
            MaySave = notice.TextKey is Commands.Person or Commands.Later,
            Waits = notice.Tone == Tone.Crisis && notice.TextKey != Notices.Reminder,
        };
    }

    private static string KeyFor(string key, Moment moment, Words words) => moment.Kiosk && words.Has(key + OnKiosk) ? key + OnKiosk : key;

    private string Filled(Notice notice, Turn turn, Moment moment, Words words)
    {
        var known = values(turn.Position.Answers, moment, words).ToDictionary();
        known["bewaard"] = words.Message(KeyFor("antwoorden.bewaard", moment, words));
        foreach (var (name, value) in notice.Values ?? new Dictionary<string, string>())
        {
            known[name] = value;
        }

        var fuller = known.Keys.Select(name => $"{notice.TextKey}{Words.With}{name}").FirstOrDefault(words.Has);
        return words.Message(fuller ?? notice.TextKey, known);
    }

    /// <summary>Whether the text has a place for a value that the notice does not bring itself.</summary>
    private static bool AsksMore(string text, Notice notice)
        => HasPlaces(text) && (notice.Values is not { } own || Words.Placeholders(text).Any(name => !own.ContainsKey(name)));

    /// <summary>The values are worked out only for a text that has a place for one.</summary>
    private static bool HasPlaces(string text) => text.Contains('{', StringComparison.Ordinal);

    private Prompt.Say Tell(Told told, Turn turn, Moment moment, Words words)
        => new(words.Message(told.Tell.TextKey, values(tree.Seen(turn.Position.Answers, told.Scope), moment, words)), told.Tell.Tone);

    /// <summary>The question whether a command or a change is meant.</summary>
    private Prompt.Vraag? Waiting(Turn turn, Words words)
    {
        var (path, text, yes, no) = turn.Memory switch
        {
            { Weighing: not null } => (Pending.WeighPath, "bevestig.wijzig", "knop.wijzig_toch", "knop.laat_zo"),
            { Confirming: Command.Wis } => (Pending.ConfirmPath, "bevestig.wis", "knop.ja", "knop.nee"),
            { Confirming: not null } => (Pending.ConfirmPath, "bevestig.opnieuw", "knop.ja", "knop.nee"),
            _ => ("", "", "", ""),
        };
        return path.Length == 0 ? null : new Prompt.Vraag(new VraagPrompt(path, Soort.JaNee, words.Message(text))
        {
            Opties = [new Optie(Pending.Yes, words.Message(yes)), new Optie("nee", words.Message(no))],
            Verplicht = true,
            Stap = Step(turn, words),
        });
    }

    private VraagPrompt Ask(Place place, Turn turn, Moment moment, Words words)
    {
        var own = words.Question(place.Question.Id);
        var context = new ReadingContext(moment.Today, own, knowledge) { Taal = words };
        var offers = turn.Memory.Offers.GetValueOrDefault(place.Path) ?? [];
        var title = Tree.RoundOf(place.Path) > 1 && own.VraagVolgend.Length > 0 ? own.VraagVolgend : own.Vraag;
        var filled = HasPlaces(title) || HasPlaces(own.Hulp) ? values(tree.Seen(turn.Position.Answers, place.Path), moment, words) : null;
        return new VraagPrompt(place.Path, place.Question.Soort, words.Filled(title, filled))
        {
            Hulp = words.Filled(own.Hulp, filled),
            Overzicht = turn.Overzicht,
            Waarom = own.Waarom,
            Opties = Options(place.Question, offers, own, words, context),
            Verplicht = place.Required || place.Question.OnRequest,
            MagOnbekend = place.Question.AllowsUnknown && !place.Required,
            MagGenoeg = MayPassRest(place, turn),
            Stap = Step(turn, words),
            Voorstel = offers is [var one] ? new GetoondAntwoord(one, place.Question.Show(one, context)) : null,
            Huidig = turn.Memory.Given.GetValueOrDefault(place.Path) is { Standing: Standing.Given, Value: { Length: > 0 } value }
                ? new GetoondAntwoord(value, place.Question.Show(value, context))
                : null,
        };
    }

    /// <summary>Offered once a step has shown that it is long; never where the form or a next complaint depends on the answer.</summary>
    private bool MayPassRest(Place place, Turn turn)
        => !place.Required && turn.Memory.Focus is null && !tree.AsksForMore(place.Question) && turn.Position.Given.Count(given => given.Stage == place.Stage) >= LongStep;

    private static IReadOnlyList<Optie> Options(Question question, IReadOnlyList<string> offers, QuestionWords own, Words words, ReadingContext context)
    {
        if (offers.Count > 1)
        {
            return [.. offers.Select(offer => new Optie(offer, question.Show(offer, context)))];
        }

        return question.Soort switch
        {
            Soort.JaNee => [.. question.Options.Select(id => new Optie(id, own.Opties.GetValueOrDefault(id)?.Titel ?? words.Message($"knop.{id}")))],
            Soort.Controle => [new Optie("klopt", words.Message("knop.klopt"))],
            _ => [.. question.Options.Select(id => new Optie(id, own.Opties.GetValueOrDefault(id)?.Titel ?? id))],
        };
    }

    private Stap Step(Turn turn, Words words) => Steps.Of(tree, turn.Asks?.Stage ?? turn.Position.Stage, words);
}

/// <summary>Values of the placeholders in messages.</summary>
public delegate IReadOnlyDictionary<string, string> Placeholders(Answers answers, Moment moment, Words words);
