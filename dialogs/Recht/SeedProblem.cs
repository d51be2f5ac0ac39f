namespace KlachtHulp.Dialogs.Recht;

/// <summary>Something wrong or doubtful in the seeds, in words a maintainer can act on.</summary>
/// <remarks>Source: none in law.</remarks>
/// <param name="IsWarning">The service may start with it; otherwise it must not.</param>
public sealed record SeedProblem(bool IsWarning, string Text)
{
    public static SeedProblem Error(string text) => new(IsWarning: false, text);

    public static SeedProblem Warning(string text) => new(IsWarning: true, text);
}
