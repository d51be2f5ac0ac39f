using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Dialogs.Content;

/// <summary>Every defect in the words of the tree, in sentences a maintainer can act on. The service does not start with any.</summary>
public static class ContentCheck
{
    private const int LongestButton = 60;

    /// <param name="messages">Keys the code uses besides those in the tree.</param>
    /// <param name="placeholders">Placeholders that can be filled.</param>
    public static IReadOnlyList<string> Problems(Tree tree, Catalogue catalogue, IEnumerable<string> messages, IReadOnlyList<string> placeholders)
    {
        var keys = messages.Concat(MessageKeys(tree.Root)).Concat(tree.Stages.Select(static stage => $"stap.{stage}")).Distinct().ToList();
        return [.. catalogue.Languages.Values.Concat(catalogue.Languages.Values.Select(static words => words.Young).OfType<Words>())
            .SelectMany(words => Language(tree, words, keys, placeholders)).Distinct()];
    }

    private static IEnumerable<string> Language(Tree tree, Words words, IReadOnlyList<string> keys, IReadOnlyList<string> placeholders)
    {
        var here = $"seeds/teksten/{words.Language}";
        foreach (var question in tree.Questions.Values)
        {
            foreach (var problem in OfQuestion(question, words.Question(question.Id)))
            {
                yield return $"{here}: {problem}";
            }
        }

        foreach (var extra in words.Questions.Keys.Where(id => !tree.Questions.ContainsKey(id)))
        {
            yield return $"{here} has words for {extra}, which is no question.";
        }

        foreach (var missing in keys.Where(key => !words.Has(key)))
        {
            yield return $"{here} has no message {missing}.";
        }

        foreach (var (id, text) in words.Questions.SelectMany(static pair => new[] { (pair.Key, pair.Value.Vraag), (pair.Key, pair.Value.Hulp) }))
        {
            foreach (var unknown in Words.Placeholders(text).Except(placeholders))
            {
                yield return $"{here}: {id} uses {{{unknown}}}, which nothing fills.";
            }
        }
    }

    private static IEnumerable<string> OfQuestion(Question question, QuestionWords words)
    {
        if (words.Vraag.Length == 0)
        {
            yield return $"no words for the question {question.Id}.";
            yield break;
        }

        if (words.Kort.Length == 0)
        {
            yield return $"{question.Id} has no short name (kort).";
        }

        if (words.Waarom.Length == 0)
        {
            yield return $"{question.Id} does not say why it is asked (waarom).";
        }

        foreach (var option in question.Soort is Soort.Keuze or Soort.Meerkeuze ? question.Options : [])
        {
            var title = words.Opties.GetValueOrDefault(option)?.Titel ?? "";
            if (title.Length is 0 or > LongestButton)
            {
                yield return $"{question.Id} has no words of 1 to {LongestButton} characters for the option {option}.";
            }
        }
    }

    private static IEnumerable<string> MessageKeys(Node node)
    {
        IEnumerable<string> own = node switch
        {
            Node.Tell tell => [tell.TextKey],
            Node.Outcome outcome => [$"uitkomst.{outcome.Id}.titel", $"uitkomst.{outcome.Id}.uitleg"],
            _ => [],
        };
        return own.Concat(Tree.Children(node).SelectMany(MessageKeys));
    }
}
