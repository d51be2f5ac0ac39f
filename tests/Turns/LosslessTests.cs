using System.Collections.Immutable;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Turns;

/// <summary>Random conversations never lose an answer.</summary>
public sealed class LosslessTests
{
    [Fact]
    public void What_counts_is_every_answer_that_was_not_undone_overwritten_or_before_a_restart()
        => Walkers.ForAll(static moves => Walkers.Walk(moves, static conversation => Assert.Equal(Expected(conversation.Log), Sorted(conversation.Memory.Given))));

    [Fact]
    public void An_answer_on_a_button_is_kept_or_the_resident_is_asked_whether_it_is_meant()
        => Walkers.ForAll(static moves =>
        {
            var conversation = new Conversation();
            foreach (var move in moves)
            {
                var message = Walkers.Message(conversation, move);
                var asked = conversation.Asked;
                var closed = conversation.Ended;
                conversation.Send(message);
                if (message is Incoming.Chose chose && asked is not null && !Samples.IsPending(asked) && chose.Vraag == asked.Vraag && !closed)
                {
                    var stored = RealTree.Tree.QuestionAt(chose.Vraag)?.Canonical(chose.Antwoord);
                    Assert.True(conversation.Memory.Given.GetValueOrDefault(chose.Vraag).Value == stored || conversation.Memory.Weighing?.Path == chose.Vraag, $"{chose} was lost");
                }
            }
        });

    [Fact]
    public void Nothing_is_removed_from_the_log()
        => Walkers.ForAll(static moves =>
        {
            var before = ImmutableArray<Entry>.Empty;
            Walkers.Walk(moves, conversation =>
            {
                Assert.True(conversation.Turn.Erase || conversation.Log.Take(before.Length).SequenceEqual(before));
                before = conversation.Log;
            });
        });

    [Fact]
    public void Unusable_words_change_no_answer()
        => Walkers.ForAll(static moves =>
        {
            var conversation = Walkers.Walk(moves);
            var given = Sorted(conversation.Memory.Given);
            conversation.Say("   ");

            Assert.Equal(given, Sorted(conversation.Memory.Given));
        });

    [Fact]
    public void Undoing_everything_leaves_nothing_and_never_fails()
        => Walkers.ForAll(
            static moves =>
            {
                var conversation = Walkers.Walk(moves);
                if (conversation.Log.OfType<Entry.Answered>().Any(static entry => entry.Path == "versturen" && entry.Answer.Value == "versturen"))
                {
                    return;
                }

                var answers = conversation.Log.Count(static entry => entry is Entry.Answered or Entry.Passed or Entry.Restarted);
                for (var i = 0; i <= answers; i++)
                {
                    conversation.Use(Command.Ongedaan);
                }

                Assert.Empty(conversation.Memory.Given);
                Assert.True(conversation.Asked is { } asked && (asked.Vraag == "verhaal" || Samples.IsPending(asked)));
            },
            most: 40);

    /// <summary>Another reading of the log than the product's: from the back, path by path.</summary>
    private static SortedDictionary<string, Answer> Expected(ImmutableArray<Entry> log)
    {
        var undone = log.OfType<Entry.Undone>().Select(static entry => entry.Of).ToHashSet();
        var counting = log.Select(static (entry, at) => (entry, at)).Where(pair => !undone.Contains(pair.at)).ToList();
        var start = counting.Where(static pair => pair.entry is Entry.Restarted).Select(static pair => pair.at).DefaultIfEmpty(-1).Max();
        var answers = counting.Where(pair => pair.at > start).SelectMany(static pair => Answers(pair.entry).Select(entry => (Entry: entry, pair.at))).ToList();
        var lastOther = answers.Where(static pair => !RealTree.Tree.Seals.Contains(pair.Entry.Path)).Select(static pair => pair.at).DefaultIfEmpty(-1).Max();
        var latest = answers.GroupBy(static pair => pair.Entry.Path).Select(static group => group.Last())
            .Where(pair => !RealTree.Tree.Seals.Contains(pair.Entry.Path) || pair.at > lastOther);
        return new SortedDictionary<string, Answer>(latest.ToDictionary(static pair => pair.Entry.Path, static pair => pair.Entry.Answer), StringComparer.Ordinal);
    }

    private static IEnumerable<Entry.Answered> Answers(Entry entry) => entry switch
    {
        Entry.Answered answered => [answered],
        Entry.Passed passed => passed.Paths.Select(path => new Entry.Answered(passed.At, path, new Answer(Standing.Skipped, ""), Via.Typed)),
        _ => [],
    };

    private static SortedDictionary<string, Answer> Sorted(IReadOnlyDictionary<string, Answer> given) => new(given.ToDictionary(), StringComparer.Ordinal);
}
