using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using KlachtHulp.Dialogs.Flow;

namespace KlachtHulp.Tests.Support;

/// <summary>What a resident may do in one message, apart from its details.</summary>
internal enum Act
{
    Button,
    Typed,
    Skip,
    Enough,
    Unknown,
    Back,
    Change,
    Cancel,
    Undo,
    Restart,
    Language,
    Again,
    OldButton,
    Junk,
    Bsn,
    Crisis,
    Explain,
    Rejoin,
}

/// <summary>One message of a random conversation.</summary>
/// <param name="Pick">Which answer, earlier question or junk.</param>
internal sealed record Move(Act Act, int Pick);

/// <summary>Random conversations for properties; they shrink to fewer messages.</summary>
internal static class Walkers
{
    public const string Bsn = "111222333";

    public static readonly string[] Junk = ["", "   ", "😀😀😀", "<script>alert(1)</script>", "'; DROP TABLE klacht;--", "\u202Eomgekeerd\u0007", "31 december 2099", "?!"];

    public static Arbitrary<ImmutableArray<Move>> Conversations(int most = 90) => Arb.From(
        from length in Gen.Choose(1, most)
        from moves in Gen.ListOf(Moves, length)
        select moves.ToImmutableArray(),
        Shorter);

    private static Gen<Move> Moves => from act in Acts from pick in Gen.Choose(0, 1023) select new Move(act, pick);

    private static Gen<Act> Acts => Gen.Frequency(
        (60, Gen.Constant(Act.Button)),
        (12, Gen.Constant(Act.Typed)),
        (8, Gen.Constant(Act.Change)),
        (6, Gen.Elements(Act.Skip, Act.Unknown)),
        (2, Gen.Constant(Act.Enough)),
        (6, Gen.Elements(Act.Back, Act.Cancel)),
        (5, Gen.Constant(Act.Undo)),
        (5, Gen.Elements(Act.Again, Act.OldButton)),
        (5, Gen.Elements(Act.Junk, Act.Bsn, Act.Crisis)),
        (2, Gen.Elements(Act.Explain, Act.Language, Act.Rejoin)),
        (1, Gen.Constant(Act.Restart)));

    private static IEnumerable<ImmutableArray<Move>> Shorter(ImmutableArray<Move> moves)
    {
        for (var size = moves.Length / 2; size > 0; size /= 2)
        {
            for (var at = 0; at + size <= moves.Length; at += size)
            {
                yield return moves.RemoveRange(at, size);
            }
        }
    }

    /// <summary>The message a move means here and now.</summary>
    public static Incoming Message(Conversation conversation, Move move) => move.Act switch
    {
        Act.Button when conversation.Asked is { } asked => Samples.Answer(asked, move.Pick),
        Act.Typed when conversation.Asked is { } asked => new Incoming.Said(Samples.Typed(asked, move.Pick)),
        Act.Button or Act.Typed => new Incoming.Said("dank u wel voor de hulp"),
        Act.Skip => new Incoming.Commanded(Command.Overslaan),
        Act.Enough => new Incoming.Commanded(Command.Genoeg),
        Act.Unknown => new Incoming.Commanded(Command.WeetNiet),
        Act.Back => new Incoming.Commanded(Command.Terug),
        Act.Change => new Incoming.Commanded(Command.Wijzig, Earlier(conversation, move.Pick)),
        Act.Cancel => new Incoming.Commanded(Command.Annuleer),
        Act.Undo => new Incoming.Commanded(Command.Ongedaan),
        Act.Restart => new Incoming.Commanded(move.Pick % 4 == 0 ? Command.Wis : Command.Opnieuw),
        Act.Language => new Incoming.Commanded(Command.Taal, move.Pick % 2 == 0 ? "en" : "nl"),
        Act.Again => conversation.Last,
        Act.OldButton => Old(conversation, move.Pick),
        Act.Junk => new Incoming.Said(Junk[move.Pick % Junk.Length]),
        Act.Bsn => new Incoming.Said($"mijn bsn is {Bsn} en dat is alles"),
        Act.Crisis => new Incoming.Said("het hoeft voor mij niet meer"),
        Act.Explain => new Incoming.Commanded(move.Pick % 2 == 0 ? Command.Waarom : Command.Help),
        Act.Rejoin => new Incoming.Joined(),
        _ => throw new ArgumentOutOfRangeException(nameof(move)),
    };

    private static string? Earlier(Conversation conversation, int pick)
        => conversation.Turn.Position.Given is { Count: > 0 } given ? given[pick % given.Count].Path : null;

    /// <summary>A button of a question that was answered before, as it still stands higher on the page.</summary>
    private static Incoming Old(Conversation conversation, int pick)
    {
        var given = conversation.Turn.Position.Given.Where(static place => place.Question.Options.Count > 0).ToList();
        if (given.Count == 0)
        {
            return conversation.Last;
        }

        var place = given[pick % given.Count];
        var option = place.Question.Options[pick / 7 % place.Question.Options.Count];
        return new Incoming.Chose(place.Path, option, option);
    }

    /// <summary>Holds a random conversation and looks at every turn.</summary>
    public static Conversation Walk(ImmutableArray<Move> moves, Action<Conversation>? look = null)
    {
        var conversation = new Conversation();
        foreach (var move in moves)
        {
            conversation.Send(Message(conversation, move));
            look?.Invoke(conversation);
        }

        return conversation;
    }

    /// <summary>Checks something for many random conversations.</summary>
    public static void ForAll(Action<ImmutableArray<Move>> check, int most = 90)
        => Prop.ForAll(Conversations(most), moves => check(moves)).QuickCheckThrowOnFailure();
}
