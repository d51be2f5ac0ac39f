namespace KlachtHulp.Bot.Turns;

/// <summary>What became of one message.</summary>
public abstract record TurnResult
{
    private TurnResult()
    {
    }

    /// <param name="Activities">As written by the channel's <see cref="ITurnWriter"/>.</param>
    public sealed record Saved(long FirstSequence, IReadOnlyList<ReadOnlyMemory<byte>> Activities) : TurnResult;

    /// <summary>The message was handled before; this is what was answered then.</summary>
    public sealed record Repeated(long FirstSequence, IReadOnlyList<ReadOnlyMemory<byte>> Activities) : TurnResult;

    /// <summary>A start of a conversation that was started before.</summary>
    public sealed record Existing : TurnResult;

    /// <summary>There is no such conversation, and this message may not begin it.</summary>
    public sealed record Unknown : TurnResult;

    /// <summary>Everything was removed; these last words are kept nowhere, so a repeat of the message gets none.</summary>
    public sealed record Erased(IReadOnlyList<ReadOnlyMemory<byte>> Activities) : TurnResult;

    /// <summary>The conversation has had so many turns that nothing more is written.</summary>
    public sealed record Full : TurnResult;
}
