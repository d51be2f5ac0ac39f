namespace KlachtHulp.Tests.Browser;

internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder)
        => folder is null ? throw new DirectoryNotFoundException("KlachtHulp.sln is in no folder above the tests.")
            : File.Exists(Path.Combine(folder.FullName, "KlachtHulp.sln")) ? folder.FullName
            : Find(folder.Parent);
}
