using System.Collections.Immutable;
using KlachtHulp.Bot.Beheer;
using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Formulier;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Recognizers;
using KlachtHulp.Dialogs.Topics;
using KlachtHulp.Dialogs.Turns;
using Moment = KlachtHulp.Dialogs.Turns.Moment;

namespace KlachtHulp.Bot.Gesprek;

/// <summary>The conversation as the shell sees it: bytes and a message in, bytes and prompts out.</summary>
public sealed class KlachtGesprek(Klachthulp klachthulp, DocumentMaker documents, Metingen? metingen = null) : IDialog
{
    /// <summary>The door of a computer that many people use one after another.</summary>
    private const string Kiosk = "kiosk";

    public DialogTurn Step(ReadOnlyMemory<byte> body, Incoming incoming, DialogContext context)
    {
        var moment = MomentOf(context);
        var log = LogCodec.Read(body);
        var turn = klachthulp.Engine.Step(log, incoming, moment);
        if (context.Telt)
        {
            metingen?.Tel(log.Length, incoming is Incoming.Joined, turn, context.Kanaal);
        }

        var changed = turn.Log.Length != log.Length;
        return new DialogTurn(changed ? LogCodec.Append(body, log.Length, turn.Log) : body, Prompts(turn, moment, context), Effects(log, turn, context), turn.Erase, changed)
        {
            Taal = turn.Memory.Language,
        };
    }

    private IReadOnlyList<Prompt> Prompts(Turn turn, Moment moment, DialogContext context)
    {
        IReadOnlyList<Prompt> prompts = [.. klachthulp.Prompter.Prompts(turn, moment).Select(prompt => Filled(Referred(prompt, context.Gesprek), turn, moment, context.Gesprek))];
        return Ontvangst.Verstuurd(turn.Memory) is { } sent && Form(turn.Memory, moment, context.Gesprek) is { } form
            ? [.. prompts.Select(prompt => Ontvangst.Bevestig(prompt, form, sent, klachthulp.Catalogue.In(turn.Memory.Language)))]
            : prompts;
    }

    public string Language(ReadOnlyMemory<byte> body) => Memory.Of(LogCodec.Read(body), klachthulp.Tree.Seals).Language;

    public string Keep(string text) => BsnGuard.Remove(text, klachthulp.Knowledge.Lexicon);

    /// <summary>Only the shell knows which conversation this is, and so which reference its form has.</summary>
    private static Prompt Referred(Prompt prompt, string conversation) => prompt is Prompt.Einde end && end.Content.Documenten.Any(static link => link.Soort == Documenten.Json)
        ? new Prompt.Einde(end.Content with { Kenmerk = Kenmerk.Van(conversation) })
        : prompt;

    /// <summary>Who changes the letter starts from the letter as it is.</summary>
    private Prompt Filled(Prompt prompt, Turn turn, Moment moment, string conversation)
    {
        if (prompt is not Prompt.Vraag { Content: { } question } || question.Vraag != ControleDialog.Brief.Id || Letter(turn.Log, turn.Memory, turn.Position, moment, conversation) is not { } letter)
        {
            return prompt;
        }

        var text = Brieftekst.Tekst(letter.Delen);
        return new Prompt.Vraag(question with { Huidig = new GetoondAntwoord(text, text) });
    }

    private Briefbeeld? Letter(ImmutableArray<Entry> log, Memory memory, Position position, Moment moment, string conversation)
    {
        if (!Conceptbrief.IsTime(position))
        {
            return null;
        }

        var signed = Memory.Of(Conceptbrief.Sign(log, memory, moment.Now), klachthulp.Tree.Seals);
        return Form(signed, moment, conversation) is { } form ? new Conceptbrief(klachthulp.Catalogue.In(Catalogue.Dutch)).Maak(form, signed) : null;
    }

    public Overzicht Overview(ReadOnlyMemory<byte> body, DialogContext context)
    {
        var moment = MomentOf(context);
        var log = LogCodec.Read(body);
        var memory = Memory.Of(log, klachthulp.Tree.Seals);
        var position = Walk.Replay(klachthulp.Tree, memory.Given, moment.Today);
        var words = klachthulp.Catalogue.In(memory.Language);
        var unused = Walk.Review(klachthulp.Tree, memory.Given, moment.Today).Unused;
        OverzichtRij[] rows =
        [
            .. position.Given.Select(place => Row(place.Path, place.Question, memory.Given[place.Path], words, moment, group: Group(place, words))),
            .. unused.Where(path => !klachthulp.Tree.Seals.Contains(path)).Select(path => (path, klachthulp.Tree.QuestionAt(path)))
                .Where(static pair => pair.Item2 is not null)
                .Select(pair => Row(pair.path, pair.Item2!, memory.Given[pair.path], words, moment, group: "") with { Status = "ongebruikt" }), // not null: filtered above
        ];
        return new Overzicht(Steps.Of(klachthulp.Tree, position.Stage, words), rows, position.Outcome is not null) { Brief = Letter(log, memory, position, moment, context.Gesprek) };
    }

    public IReadOnlyList<DocumentFile> Documents(ReadOnlyMemory<byte> body, DialogContext context)
    {
        var log = LogCodec.Read(body);
        var source = Source(Memory.Of(log, klachthulp.Tree.Seals), MomentOf(context), context.Gesprek);
        if (source.Position.Outcome is null)
        {
            return [];
        }

        var end = Eindstand.Van(source.Position, log, klachthulp.Knowledge, source.Today);
        return [.. FormulierBouwer.Bouw(source) is { } form ? documents.Make(form) : [], .. documents.End.Make(source, end, klachthulp.Regels)];
    }

    /// <summary>The form of a conversation that has reached an end with one; null otherwise.</summary>
    internal Klachtformulier? Form(Memory memory, Moment moment, string conversation) => FormulierBouwer.Bouw(Source(memory, moment, conversation));

    private Bron Source(Memory memory, Moment moment, string conversation) => new(
        Walk.Replay(klachthulp.Tree, memory.Given, moment.Today), memory, moment.Today, Kenmerk.Van(conversation), klachthulp.Catalogue.In(Catalogue.Dutch), klachthulp.Knowledge);

    /// <summary>Sending is an effect: written with the turn, carried out afterwards, once.</summary>
    private IReadOnlyList<NewOutboxItem> Effects(ImmutableArray<Entry> before, Turn turn, DialogContext context)
    {
        return turn.Log.Length > before.Length && Sends(turn.Log.AsSpan(before.Length..)) && Form(turn.Memory, MomentOf(context), context.Gesprek) is { } form
            ? [new NewOutboxItem(Aflevering.Soort, form.Kenmerk, FormulierJson.Write(form))]
            : [];
    }

    private static bool Sends(ReadOnlySpan<Entry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry is Entry.Answered answered && answered.Path == ControleDialog.Versturen.Id && answered.Answer.Value == ControleDialog.Versturen.Closes)
            {
                return true;
            }
        }

        return false;
    }

    private OverzichtRij Row(string path, Question question, Answer answer, Words words, Moment moment, string group)
    {
        var own = words.Question(question.Id);
        var (text, status) = answer.Standing switch
        {
            Standing.Given => (question.Show(answer.Value, new ReadingContext(moment.Today, own, klachthulp.Knowledge) { Taal = words }), "gegeven"),
            Standing.Unknown => (words.Message("antwoord.onbekend"), "onbekend"),
            _ => (words.Message("antwoord.overgeslagen"), "overgeslagen"),
        };
        return new OverzichtRij(path, own.Kort, group, text, status);
    }

    private static string Group(Place place, Words words)
    {
        var title = words.Message($"stap.{place.Stage}");
        return Tree.RoundOf(place.Path) is var round and > 0 ? $"{title} ({round})" : title;
    }

    private static Moment MomentOf(DialogContext context)
        => new(DateTimeOffset.FromUnixTimeSeconds(context.Now.ToUnixTimeSeconds()), context.Today, context.Gemeente) { Kiosk = context.Kanaal == Kiosk };
}
