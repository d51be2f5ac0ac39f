using System.Collections.Immutable;
using System.Text.Json;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Turns;

namespace KlachtHulp.Tests.Support;

/// <summary>One conversation with the real engine, message by message, as the shell would hold it. Every message comes seven seconds after the one before.</summary>
internal sealed class Conversation
{
    private int _messages;

    public Conversation() => Send(new Incoming.Joined());

    public ImmutableArray<Entry> Log { get; private set; } = [];

    public Turn Turn { get; private set; } = null!; // set by the message of the constructor

    public IReadOnlyList<Prompt> Prompts { get; private set; } = [];

    /// <summary>The last message that was sent.</summary>
    public Incoming Last { get; private set; } = new Incoming.Joined();

    /// <summary>The question on screen; null at the end.</summary>
    public VraagPrompt? Asked => Prompts.OfType<Prompt.Vraag>().SingleOrDefault()?.Content;

    public bool Ended => Prompts is [.., Prompt.Einde];

    /// <summary>What is remembered; nothing after everything was erased.</summary>
    public Memory Memory => Turn.Erase ? RealTree.Remember(Log) : Turn.Memory;

    public Moment Now => RealTree.Moment with { Now = RealTree.Moment.Now.AddSeconds(7 * _messages) };

    public Conversation Send(Incoming incoming)
    {
        _messages++;
        Last = incoming;
        Turn = RealTree.Klachthulp.Engine.Step(Log, incoming, Now);
        Prompts = RealTree.Klachthulp.Prompter.Prompts(Turn, Now);
        Log = Turn.Erase ? [] : Turn.Log;
        return this;
    }

    public Conversation Say(string text) => Send(new Incoming.Said(text));

    public Conversation Press(string path, string value) => Send(new Incoming.Chose(path, value, value));

    public Conversation Use(Command command, string? argument = null) => Send(new Incoming.Commanded(command, argument));

    /// <summary>Answers the question on screen.</summary>
    public Conversation Answer(int pick = 0) => Send(Samples.Answer(Asked ?? throw new InvalidOperationException("Nothing is asked."), pick));

    /// <summary>Answers whatever is asked until nothing is; begins anew when everything was erased.</summary>
    /// <param name="pick">Which answer, by path.</param>
    /// <param name="most">Most messages before it counts as endless.</param>
    public Conversation Finish(Func<string, int> pick, int most = 400)
    {
        for (var i = 0; !Ended; i++)
        {
            Assert.True(i < most, $"The conversation does not end; it asks {Asked?.Vraag}.");
            _ = Turn.Erase ? Send(new Incoming.Joined()) : Answer(pick(Asked?.Vraag ?? ""));
        }

        return this;
    }

    /// <summary>All prompts as text, to compare two turns.</summary>
    public static string Text(IEnumerable<Prompt> prompts)
        => string.Join("\n", prompts.Select(static prompt => prompt.GetType().Name + JsonSerializer.Serialize(prompt, prompt.GetType())));
}
