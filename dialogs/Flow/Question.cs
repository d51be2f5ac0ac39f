using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Dialogs.Flow;

/// <summary>Something that can be asked. Its words are in seeds/teksten under the same id.</summary>
/// <param name="Id">Stable key in snake_case with dots, for example <c>toezegging.wanneer</c>. Never reused.</param>
public abstract record Question(string Id)
{
    public abstract Soort Soort { get; }

    /// <summary>Ids of the options in the order in which they are shown; empty when the answer is free.</summary>
    public abstract IReadOnlyList<string> Options { get; }

    /// <summary>Whether "weet ik niet" is an answer. On by default: the law asks for little, and nobody is stopped by the rest.</summary>
    public bool AllowsUnknown { get; init; } = true;

    /// <summary>Whether the answer counts only while nothing else is answered after it, as a signature does.</summary>
    public bool Seals { get; init; }

    /// <summary>Whether it is asked only when the resident wants it, such as words of one's own under what was made from the answers.</summary>
    /// <remarks>Its answer is about all others: it holds while none of them changes after it.</remarks>
    public bool OnRequest { get; init; }

    /// <summary>The value after which nothing can be changed any more, such as sending; null when there is none.</summary>
    public string? Closes { get; init; }

    /// <summary>Who may learn what this answer holds; decides how long it is kept and whether a shared screen shows it.</summary>
    public Sensitivity Sensitivity { get; init; } = Sensitivity.Personal;

    /// <summary>Turns what the resident typed into a canonical answer, or says why it cannot.</summary>
    public abstract Reading Read(string text, ReadingContext context);

    /// <summary>Whether a stored or clicked value is (still) an answer to this question.</summary>
    public abstract bool IsValid(string canonical);

    /// <summary>The stored form of a value that came with a button; null when it is no answer to this question.</summary>
    public abstract string? Canonical(string value);

    /// <summary>The answer in words, as it stands in the overview.</summary>
    public abstract string Show(string canonical, ReadingContext context);
}

/// <summary>A question with a typed answer.</summary>
public sealed record Question<T>(string Id, AnswerKind<T> Kind) : Question(Id)
    where T : notnull
{
    public override Soort Soort => Kind.Soort;

    public override IReadOnlyList<string> Options => Kind.Options;

    public override Reading Read(string text, ReadingContext context) => Kind.Read(text, context);

    public override bool IsValid(string canonical) => Kind.TryParse(canonical, out _);

    public override string? Canonical(string value) => Kind.TryParse(value, out var parsed) && Kind.Write(parsed) is { Length: > 0 } written ? written : null;

    public override string Show(string canonical, ReadingContext context) => Kind.TryParse(canonical, out var value) ? Kind.Show(value, context) : canonical;
}

/// <summary>How careful an answer must be treated.</summary>
public enum Sensitivity
{
    /// <summary>Says nothing about a person.</summary>
    None,

    /// <summary>Personal data.</summary>
    Personal,

    /// <summary>May hold health, children or other special data: free text always does.</summary>
    Special,
}
