using KlachtHulp.Bot.Storage;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Bot.Turns;

/// <summary>One message from begin to end: load, decide, save, tell. The only place where the dialog meets storage.</summary>
public sealed class TurnRunner(
    IConversationStore store, IDialog dialog, ITurnFeed feed, TurnOrder order, TurnSettings settings, ShellTalen words, TimeProvider clock,
    ILogger<TurnRunner> logger)
{
    private const int MaxAttempts = 3;

    private readonly Bijlagen _files = new(store, clock);

    /// <summary>Handles one message. Once its turn has come it is carried through, also when the client has gone.</summary>
    /// <exception cref="ConversationBusyException">Others saved first on every attempt; nothing was written.</exception>
    public async Task<TurnResult> RunAsync(TurnRequest request, CancellationToken cancellationToken)
    {
        using var pass = await order.EnterAsync(request.ConversationId, cancellationToken);
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var stored = order.Recent.Take(request.ConversationId) ?? await store.LoadAsync(request.ConversationId, CancellationToken.None);
            if (Refusal(request, stored) is { } refusal)
            {
                return refusal;
            }

            if (await AttemptAsync(request, stored) is { } result)
            {
                return result;
            }

            Log.SaveConflict(logger, attempt, MaxAttempts);
        }

        throw new ConversationBusyException();
    }

    private TurnResult? Refusal(TurnRequest request, StoredConversation? stored) => (request.Incoming, stored) switch
    {
        (Incoming.Joined, not null) => new TurnResult.Existing(),
        (Incoming.Joined, null) => null,
        (_, null) when !request.MayStart => new TurnResult.Unknown(),
        (_, null) when request.DedupeKey is { } key && order.Erased.Was(request.ConversationId, key, clock.GetUtcNow()) => new TurnResult.Erased([]),
        (_, { } full) when full.Version >= settings.MaxTurns + TurnSettings.LastAnswers => new TurnResult.Full(),
        _ => null,
    };

    /// <returns>null when somebody else saved first.</returns>
    private async Task<TurnResult?> AttemptAsync(TurnRequest request, StoredConversation? stored)
    {
        var context = DialogClock.Context(clock, request.ConversationId, stored?.Gemeente ?? request.Gemeente, request.Kanaal);
        var turn = Decide(request, stored, context);
        var stamp = Stamp(request.ConversationId, stored, context.Now, turn.Taal);
        var activities = request.Writer.Write(stamp, turn.Prompts);
        if (turn.Erase)
        {
            await _files.EraseAsync(request.ConversationId, CancellationToken.None);
            await store.EraseAsync(request.ConversationId, CancellationToken.None);
            order.Erased.Add(request.ConversationId, request.DedupeKey, context.Now);
            feed.Publish(new FeedItem(request.ConversationId, stamp.FirstSequence, activities, Ends: true));
            return new TurnResult.Erased(activities);
        }

        var at = stamp.Moment(Math.Max(activities.Count - 1, 0));
        var outbox = request.Writer.Effect(stamp, activities.Count) is { } effect ? [.. turn.Outbox, effect] : turn.Outbox;
        var commit = new TurnCommit(request.ConversationId, context.Gemeente, stored?.Version ?? 0, turn.Body, activities, request.DedupeKey, outbox, at);
        return await store.SaveAsync(commit, CancellationToken.None) switch
        {
            SaveResult.Saved saved => Tell(commit, saved),
            SaveResult.Duplicate before => await RepeatAsync(request.ConversationId, before),
            _ => null,
        };
    }

    private DialogTurn Decide(TurnRequest request, StoredConversation? stored, DialogContext context)
    {
        if (stored is null)
        {
            return Begin(request, context);
        }

        if (stored.Version >= settings.MaxTurns)
        {
            return Unheard(stored.Body, static words => new Prompt.Say(words.GesprekVol, Tone.Warning));
        }

        var turn = Step(stored.Body, request.Incoming, context);
        return request.Melding is { } notice ? turn with { Prompts = [notice(words.In(turn.Taal)), .. turn.Prompts] } : turn;
    }

    /// <summary>A conversation that begins with a message is greeted first; the message then answers the first question, which is not shown.</summary>
    private DialogTurn Begin(TurnRequest request, DialogContext context)
    {
        var turn = dialog.Step(ReadOnlyMemory<byte>.Empty, new Incoming.Joined(request.Taal), context);
        return request.Incoming is Incoming.Joined ? turn : Then(turn, request.Incoming, context);
    }

    private DialogTurn Then(DialogTurn before, Incoming incoming, DialogContext context)
    {
        var next = Step(before.Body, incoming, context);
        return next with
        {
            Prompts = [.. before.Prompts.Where(static prompt => prompt is Prompt.Say), .. next.Prompts],
            Outbox = [.. before.Outbox, .. next.Outbox],
        };
    }

    private DialogTurn Step(ReadOnlyMemory<byte> body, Incoming incoming, DialogContext context)
        => incoming is Incoming.Said said && said.Text.Length > settings.MaxCharacters
            ? TooLong(body, context)
            : dialog.Step(body, incoming, context);

    /// <summary>The open question is asked again, so that a client puts the text back where it can be made shorter.</summary>
    private DialogTurn TooLong(ReadOnlyMemory<byte> body, DialogContext context)
    {
        var turn = dialog.Step(body, new Incoming.Commanded(Command.Taal), context);
        return turn with { Prompts = [new Prompt.Say(words.In(turn.Taal).TooLong(settings.MaxCharacters), Tone.Error), .. turn.Prompts] };
    }

    private DialogTurn Unheard(ReadOnlyMemory<byte> body, Func<ShellWords, Prompt.Say> answer)
    {
        var taal = dialog.Language(body);
        return new DialogTurn(body, [answer(words.In(taal))], [], Erase: false, Changed: false) { Taal = taal };
    }

    /// <summary>Moments go up in a conversation, whatever the clock does.</summary>
    private static TurnStamp Stamp(string conversationId, StoredConversation? stored, DateTimeOffset now, string taal)
    {
        var whole = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        var next = stored is null ? whole : DateTimeOffset.FromUnixTimeMilliseconds(stored.Updated.ToUnixTimeMilliseconds() + 1);
        return new TurnStamp(conversationId, (stored?.LastSequence ?? 0) + 1, whole > next ? whole : next) { Taal = taal };
    }

    private TurnResult.Saved Tell(TurnCommit commit, SaveResult.Saved saved)
    {
        var (id, activities) = (commit.ConversationId, commit.Activities);
        order.Recent.Put(new StoredConversation(id, commit.Gemeente, saved.Version, saved.FirstSequence + activities.Count - 1, commit.Body, commit.At));
        feed.Publish(new FeedItem(id, saved.FirstSequence, activities));
        return new TurnResult.Saved(saved.FirstSequence, activities);
    }

    private async Task<TurnResult> RepeatAsync(string conversationId, SaveResult.Duplicate before)
    {
        var activities = await store.ReadActivitiesAsync(conversationId, before.FirstSequence - 1, before.Count, CancellationToken.None);
        return new TurnResult.Repeated(before.FirstSequence, [.. activities.Select(static activity => activity.Json)]);
    }
}
