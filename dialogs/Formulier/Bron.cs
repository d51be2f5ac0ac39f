using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Dialogs.Topics;

namespace KlachtHulp.Dialogs.Formulier;

/// <summary>What a form is built from.</summary>
/// <param name="Kenmerk">Our reference.</param>
/// <param name="Words">Dutch words: the form is always in Dutch.</param>
public sealed record Bron(Position Position, Memory Memory, DateOnly Today, string Kenmerk, Words Words, Knowledge Knowledge)
{
    /// <summary>Languages of the resident's own words, in the order in which they were asked for; a gemeente is a choice, not words.</summary>
    public IReadOnlyList<string> Talen => [.. Position.Given
        .Where(place => place.Question.Soort is Soort.LangeTekst or Soort.Tekst && place.Question.Id != VerhaalDialog.Gemeente.Id && Memory.Given[place.Path].Standing == Standing.Given)
        .Select(place => Memory.SpokenAt(place.Path))
        .Distinct()];

    /// <summary>The answer to a question in words; null when there is none.</summary>
    public string? Show(Answers answers, Question question) => answers.Find(question.Id) is { Standing: Standing.Given } given
        ? question.Show(given.Value, new ReadingContext(Today, Words.Question(question.Id), Knowledge))
        : null;

    /// <summary>The words of the chosen options as they stand on the form.</summary>
    public IReadOnlyList<string> ShowAll(Answers answers, Question<IReadOnlyList<string>> question)
        => [.. answers.All(question).Select(id => OnForm(question, id))];

    /// <summary>One option in the words of the form.</summary>
    public string OnForm(Question question, string id)
    {
        var words = Words.Question(question.Id).Opties.GetValueOrDefault(id);
        return words is null ? id : words.OpFormulier.Length > 0 ? words.OpFormulier : words.Titel;
    }
}
