using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Formulier;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Turns;

/// <summary>What holds in every conversation, whatever is said.</summary>
public sealed class ConversationPropertyTests
{
    /// <summary>More questions than this would mean that something goes round: five complaints of thirty each, and what comes before and after them.</summary>
    private const int MostQuestions = 250;

    [Fact]
    public void Every_turn_ends_in_one_question_or_in_the_end()
        => Walkers.ForAll(static moves => Walkers.Walk(moves, static conversation =>
        {
            if (!conversation.Turn.Erase)
            {
                Assert.True(conversation.Prompts[^1] is Prompt.Vraag or Prompt.Einde, Conversation.Text(conversation.Prompts));
                Assert.Single(conversation.Prompts, static prompt => prompt is not Prompt.Say);
            }
        }));

    [Fact]
    public void Every_message_of_a_turn_has_words_with_no_open_placeholder()
        => Walkers.ForAll(static moves => Walkers.Walk(moves, static conversation => Assert.All(conversation.Prompts.OfType<Prompt.Say>(), static say =>
        {
            Assert.False(string.IsNullOrWhiteSpace(say.Text));
            Assert.DoesNotContain("{", say.Text, StringComparison.Ordinal);
        })));

    [Fact]
    public void A_restart_of_the_service_between_any_two_messages_changes_nothing()
        => Walkers.ForAll(static moves =>
        {
            var conversation = new Conversation();
            foreach (var move in moves)
            {
                var message = Walkers.Message(conversation, move);
                var written = LogCodec.Write(conversation.Log);
                var stored = LogCodec.Read(written);
                Assert.Equal(conversation.Log.Select(Comparable), stored.Select(Comparable));
                conversation.Send(message);
                var again = RealTree.Klachthulp.Engine.Step(stored, message, conversation.Now);
                Assert.Equal(Conversation.Text(conversation.Prompts), Conversation.Text(RealTree.Klachthulp.Prompter.Prompts(again, conversation.Now)));
                Assert.Equal(LogCodec.Write(conversation.Turn.Log).ToArray(), LogCodec.Write(again.Log).ToArray());
                Assert.Equal(LogCodec.Write(again.Log).ToArray(), LogCodec.Append(written, stored.Length, again.Log).ToArray());
            }
        });

    [Fact]
    public void The_same_button_twice_is_the_same_as_once()
        => Walkers.ForAll(static moves =>
        {
            var conversation = new Conversation();
            foreach (var move in moves)
            {
                conversation.Send(Walkers.Message(conversation, move));
                if (conversation.Last is not Incoming.Chose || conversation.Turn.Erase)
                {
                    continue;
                }

                var (given, asked) = (conversation.Memory.Given.ToDictionary(), conversation.Asked?.Titel);
                conversation.Send(conversation.Last);
                Assert.Equal(given, conversation.Memory.Given);
                Assert.Equal(asked, conversation.Asked?.Titel);
            }
        });

    [Fact]
    public void A_resident_who_keeps_answering_reaches_one_end()
        => Walkers.ForAll(static moves =>
        {
            var conversation = Walkers.Walk(moves);
            var finished = conversation.Finish(path => moves[path.Length % moves.Length].Pick, MostQuestions);

            Assert.NotNull(finished.Turn.Position.Outcome);
            Assert.Single(finished.Prompts, static prompt => prompt is Prompt.Einde);
        });

    [Fact]
    public void A_change_that_is_undone_leaves_the_form_exactly_as_it_was()
        => Walkers.ForAll(static moves =>
        {
            var conversation = Walkers.Walk(moves).Finish(path => moves[path.Length % moves.Length].Pick);
            var before = Form(conversation);
            var (log, answers) = (conversation.Log, conversation.Log.Count(static entry => entry is Entry.Answered));
            var given = conversation.Turn.Position.Given;
            conversation.Use(Command.Wijzig, given[moves.Length % given.Count].Path);
            if (conversation.Asked is not null)
            {
                conversation.Answer(moves[0].Pick + 1);
            }

            if (conversation.Asked is { } asked && Samples.IsPending(asked))
            {
                conversation.Press(asked.Vraag, "ja");
            }

            if (conversation.Log.Count(static entry => entry is Entry.Answered) == answers)
            {
                return;
            }

            conversation.Use(Command.Ongedaan);
            Assert.True(conversation.Log.Length > log.Length);
            Assert.Equal(before, Form(conversation));
        });

    [Fact]
    public void Answers_on_a_branch_that_was_left_are_not_in_the_form()
        => Walkers.ForAll(static moves =>
        {
            var conversation = Walkers.Walk(moves).Finish(path => moves[path.Length % moves.Length].Pick);
            var onPath = conversation.Turn.Position.Given.Select(static place => place.Path).ToHashSet();
            var form = Form(conversation);

            Assert.All(conversation.Memory.Given.Where(pair => !onPath.Contains(pair.Key) && pair.Value.Value.Contains("Woorden bij", StringComparison.Ordinal)), pair
                => Assert.DoesNotContain(pair.Value.Value, form, StringComparison.Ordinal));
        });

    [Fact]
    public void Two_conversations_through_one_engine_never_mix()
        => Walkers.ForAll(static moves =>
        {
            var other = moves.Reverse().ToList();
            var (alone, otherAlone) = (Walkers.Walk(moves), Walkers.Walk([.. other]));
            var (left, right) = (new Conversation(), new Conversation());
            for (var i = 0; i < moves.Length; i++)
            {
                left.Send(Walkers.Message(left, moves[i]));
                right.Send(Walkers.Message(right, other[i]));
            }

            Assert.Equal(Conversation.Text(alone.Prompts), Conversation.Text(left.Prompts));
            Assert.Equal(Conversation.Text(otherAlone.Prompts), Conversation.Text(right.Prompts));
            Assert.Equal(LogCodec.Write(alone.Log).ToArray(), LogCodec.Write(left.Log).ToArray());
            Assert.Equal(LogCodec.Write(otherAlone.Log).ToArray(), LogCodec.Write(right.Log).ToArray());
        });

    [Fact]
    public void A_bsn_is_never_in_the_stored_bytes_nor_said_back()
        => Walkers.ForAll(static moves => Walkers.Walk(moves, static conversation =>
        {
            Assert.DoesNotContain(Walkers.Bsn, System.Text.Encoding.UTF8.GetString(LogCodec.Write(conversation.Log).Span), StringComparison.Ordinal);
            Assert.DoesNotContain(Walkers.Bsn, Conversation.Text(conversation.Prompts), StringComparison.Ordinal);
        }));

    private static string Form(Conversation conversation)
        => RealTree.Form(conversation.Log) is { } form ? System.Text.Encoding.UTF8.GetString(FormulierJson.Write(form)) : "";

    /// <summary>An entry with its list written out, since two equal lists are not the same list.</summary>
    private static string Comparable(Entry entry) => entry is Entry.Offered offered ? $"{offered.At:O} {offered.Path} {string.Join('|', offered.Values)}" : entry.ToString();
}
