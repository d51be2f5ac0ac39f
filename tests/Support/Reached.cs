using KlachtHulp.Dialogs.Flow;

namespace KlachtHulp.Tests.Support;

/// <summary>Conversations that stand at a given question of the real tree.</summary>
internal static class Reached
{
    /// <summary>A conversation in which this question is on screen.</summary>
    public static Conversation At(string id)
    {
        if (RealTree.Tree.Questions[id].OnRequest)
        {
            var checking = At("controle");
            checking.Use(Command.Wijzig, id);
            Assert.Equal(id, checking.Asked?.Vraag);
            return checking;
        }

        var path = id == "omschrijving" ? "klacht[2].omschrijving" : Way(id).Single(pair => Tree.IdOf(pair.Key) == id).Key;
        var conversation = new Conversation();
        var answers = Way(id).ToDictionary();
        while (conversation.Asked is { } asked && asked.Vraag != path)
        {
            Give(conversation, asked.Vraag, id == "omschrijving" && Tree.IdOf(asked.Vraag) == "nog_een" ? new Answer(Standing.Given, "ja") : answers[asked.Vraag]);
        }

        Assert.Equal(path, conversation.Asked?.Vraag);
        return conversation;
    }

    /// <summary>Answers along a whole way on which the question is asked; for the second complaint any way with a form.</summary>
    private static IReadOnlyList<KeyValuePair<string, Answer>> Way(string id)
        => Cover.Ends.First(end => id == "omschrijving" ? end.Form is not null : end.Answers.Any(pair => Tree.IdOf(pair.Key) == id)).Answers;

    private static void Give(Conversation conversation, string path, Answer answer)
    {
        switch (answer.Standing)
        {
            case Standing.Unknown:
                conversation.Use(Command.WeetNiet);
                break;
            case Standing.Skipped:
                conversation.Use(Command.Overslaan);
                break;
            case Standing.Given when RealTree.Tree.QuestionAt(path)?.Options.Count > 0:
                conversation.Press(path, answer.Value);
                break;
            default:
                conversation.Say(Words(path, answer.Value));
                break;
        }
    }

    /// <summary>A stored value as it would be typed.</summary>
    private static string Words(string path, string value) => Tree.IdOf(path) == "gemeente" ? "Utrecht" : value.Contains('|', StringComparison.Ordinal) ? value.Split('|')[^1] : value;
}
