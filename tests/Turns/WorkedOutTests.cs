using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Bot.Turns;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Turns;

/// <summary>What a turn worked out is handed to the next one; it is a shortcut for its own bytes only.</summary>
public sealed class WorkedOutTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly DialogContext Context = new(new DateTimeOffset(Day, new TimeOnly(9, 0), TimeSpan.Zero), Day, "", "proef");
    private static readonly KlachtGesprek Dialog = new(RealTree.Klachthulp, GesprekSetup.Documents(RealTree.Klachthulp));

    [Fact]
    public void A_turn_hands_on_what_belongs_to_its_bytes()
    {
        var begun = Begin("De lantaarnpaal in mijn straat is al lang kapot.");

        Assert.True(begun.After!.Body.Equals(begun.Body));
        Assert.Equal(Words(Next(begun, before: null)), Words(Next(begun, begun.After)));
    }

    [Fact]
    public void What_belongs_to_other_bytes_is_not_used()
    {
        var here = Begin("De lantaarnpaal in mijn straat is al lang kapot.");
        var elsewhere = Begin("Mijn uitkering is te laat betaald.");
        elsewhere = Next(elsewhere, before: null);

        Assert.Equal(Words(Next(here, before: null)), Words(Next(here, elsewhere.After)));
    }

    [Fact]
    public void On_another_day_the_place_in_the_tree_is_worked_out_anew()
    {
        var begun = Begin("De lantaarnpaal in mijn straat is al lang kapot.");
        var turn = RealTree.Klachthulp.Engine.Step(LogCodec.Read(begun.Body), new Incoming.Commanded(Command.Help), new(Context.Now, Day));

        var same = RealTree.Klachthulp.Engine.Step(turn, new Incoming.Commanded(Command.Help), new(Context.Now, Day));
        var later = RealTree.Klachthulp.Engine.Step(same, new Incoming.Commanded(Command.Help), new(Context.Now.AddDays(1), Day.AddDays(1)));

        Assert.Same(turn.Position, same.Position);
        Assert.NotSame(same.Position, later.Position);
        Assert.Equal(Day.AddDays(1), later.Today);
    }

    private static DialogTurn Begin(string story)
    {
        var joined = Dialog.Step(ReadOnlyMemory<byte>.Empty, new Incoming.Joined(), Context);
        return Dialog.Step(joined.Body, new Incoming.Said(story), Context);
    }

    private static DialogTurn Next(DialogTurn turn, WorkedOut? before) => Dialog.Step(turn.Body, new Incoming.Said("Zwolle"), Context with { Before = before });

    private static string Words(DialogTurn turn) => string.Join('\n', turn.Prompts.Select(static prompt => prompt switch
    {
        Prompt.Say say => say.Text,
        Prompt.Vraag asked => asked.Content.Titel,
        _ => "",
    })) + System.Text.Encoding.UTF8.GetString(turn.Body.Span);
}
