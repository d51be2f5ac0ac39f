using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Formulier;

namespace KlachtHulp.Tests.Support;

/// <summary>All ways through the real tree for one complaint, and the forms they end in; worked out once.</summary>
internal static class Cover
{
    private static readonly Lazy<AllPaths> LazyPaths = new(static () => AllPaths.Of(RealTree.Tree, RealTree.Today, "nog_een"));

    private static readonly Lazy<IReadOnlyList<CoveredEnd>> LazyEnds = new(static () => [.. Paths.Cover.AsParallel().AsOrdered().Select(End)]);

    public static AllPaths Paths => LazyPaths.Value;

    /// <summary>The end of each covering way.</summary>
    public static IReadOnlyList<CoveredEnd> Ends => LazyEnds.Value;

    private static CoveredEnd End(IReadOnlyList<KeyValuePair<string, Answer>> answers)
    {
        var log = RealTree.LogOf(answers);
        return new CoveredEnd(answers, Walk.Replay(RealTree.Tree, answers.ToDictionary(), RealTree.Today), RealTree.Form(log));
    }
}

/// <param name="Form">null when the outcome has none.</param>
internal sealed record CoveredEnd(IReadOnlyList<KeyValuePair<string, Answer>> Answers, Position Position, Klachtformulier? Form)
{
    public override string ToString() => string.Join("; ", Answers.Select(static pair => $"{pair.Key}={pair.Value.Standing} {pair.Value.Value}"));
}
