using System.Text.RegularExpressions;
using KlachtHulp.Tests.Browser;

namespace KlachtHulp.Tests.Architecture;

/// <summary>One source file of the project.</summary>
/// <param name="Name">Path from the root, with forward slashes.</param>
internal sealed record SourceFile(string Name, string Text)
{
    public int Lines => Text.AsSpan().Count('\n');

    /// <summary>Whether the file speaks of the namespace: in a using, written out, or as the neighbour of its own namespace.</summary>
    /// <param name="relative">Namespace behind <c>KlachtHulp.</c>, such as <c>Dialogs.Topics</c>.</param>
    /// <param name="types">Names of the types that live there; a property that happens to be called Topics is no use of it.</param>
    public bool Uses(string relative, IEnumerable<string> types)
    {
        var last = relative[(relative.LastIndexOf('.') + 1)..];
        return Regex.IsMatch(Text, $@"\bKlachtHulp\.{Regex.Escape(relative)}\b")
            || Regex.IsMatch(Text, $@"(?<![\w.]){last}\.(\w+\.)*({string.Join('|', types)})\b");
    }
}

/// <summary>The sources as they stand in the folders, without what a build or an installer made.</summary>
internal static class Sources
{
    private static readonly string[] Made = ["bin", "obj", "node_modules", "wwwroot", "fonts"];

    public static IReadOnlyList<SourceFile> Below(string folder, params string[] extensions)
        => [.. Walk(new DirectoryInfo(Path.Combine(Repository.Root, folder)))
            .Where(file => extensions.Contains(file.Extension, StringComparer.Ordinal))
            .Select(static file => new SourceFile(Path.GetRelativePath(Repository.Root, file.FullName).Replace('\\', '/'), File.ReadAllText(file.FullName)))
            .OrderBy(static file => file.Name, StringComparer.Ordinal)];

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder)
        => folder.EnumerateFiles().Concat(folder.EnumerateDirectories().Where(static inner => !Made.Contains(inner.Name, StringComparer.Ordinal)).SelectMany(Walk));
}
