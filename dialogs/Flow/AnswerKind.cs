using System.Diagnostics.CodeAnalysis;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Dialogs.Flow;

/// <summary>How one sort of answer is understood, written to storage and said back.</summary>
/// <remarks><c>TryParse(Write(x))</c> gives x again; stored answers hold no type names, so they survive a rename.</remarks>
public abstract record AnswerKind<T>
    where T : notnull
{
    public abstract Soort Soort { get; }

    /// <summary>Ids of the options; empty when the answer is free.</summary>
    public virtual IReadOnlyList<string> Options => [];

    /// <summary>Understands what a resident typed.</summary>
    public abstract Reading Read(string text, ReadingContext context);

    /// <summary>The one text form in which a value is stored.</summary>
    public abstract string Write(T value);

    /// <returns>false when the text is no value (any more), for instance an option that a release took away.</returns>
    public abstract bool TryParse(string canonical, [MaybeNullWhen(false)] out T value);

    /// <summary>The value in words, for the overview and the form.</summary>
    public abstract string Show(T value, ReadingContext context);
}

/// <summary>What came of reading a text.</summary>
public abstract record Reading
{
    private Reading()
    {
    }

    /// <param name="Canonical">The answer in its stored form.</param>
    public sealed record Accepted(string Canonical) : Reading
    {
        /// <summary>Whether the reading should be said back, because the words were not the answer itself.</summary>
        public bool Echo { get; init; }

        /// <summary>A name that is no longer in use, which the words used for the answer; empty when there is none.</summary>
        public string OudeNaam { get; init; } = "";
    }

    /// <summary>The words fit several answers; the resident chooses.</summary>
    /// <param name="Candidates">Canonical values, best first, at most three.</param>
    public sealed record Ambiguous(IReadOnlyList<string> Candidates) : Reading;

    /// <summary>The resident says not to know.</summary>
    public sealed record Unknown : Reading;

    /// <summary>The resident has nothing to say here, such as a bare "nee" under a question for words.</summary>
    public sealed record Nothing : Reading;

    /// <param name="TextKey">Key of the message that says what is wrong and how to repair it.</param>
    public sealed record Refused(string TextKey) : Reading;
}

/// <summary>What an answer may be read against.</summary>
/// <param name="Today">Calendar day in Europe/Amsterdam.</param>
/// <param name="Words">The words of the question that is being read.</param>
/// <param name="Knowledge">Lists from seeds: months, names of gemeenten and so on.</param>
public sealed record ReadingContext(DateOnly Today, QuestionWords Words, Knowledge Knowledge)
{
    /// <summary>The language in which an answer is shown; null for the Dutch of the form.</summary>
    public Words? Taal { get; init; }
}
