using KlachtHulp.Tests.Browser;

namespace KlachtHulp.Tests.Journeys;

/// <summary>Compares a text with the one a person has read and approved.</summary>
internal static class Approved
{
    private const int Context = 3;

    private static string Folder => Path.Combine(Repository.Root, "tests", "Journeys", "transcripts");

    /// <summary>Fails on a difference, shows where it starts and leaves the new text beside the old one.</summary>
    public static void Check(string name, string text)
    {
        var path = Path.Combine(Folder, name + ".txt");
        var fresh = Path.Combine(Folder, name + ".nieuw");
        var approved = File.Exists(path) ? File.ReadAllText(path) : "";
        if (approved == text)
        {
            File.Delete(fresh);
            return;
        }

        File.WriteAllText(fresh, text);
        Assert.Fail(
            $"{Difference(approved.Split('\n'), text.Split('\n'))}\n"
            + $"Read the new text as the resident would. Is it right, then accept it: mv {Relative(fresh)} {Relative(path)}");
    }

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path);

    private static string Difference(string[] approved, string[] text)
    {
        var at = approved.Zip(text).TakeWhile(static pair => pair.First == pair.Second).Count();
        return $"Line {at + 1} differs. Approved:\n{Excerpt(approved, at)}\nNew:\n{Excerpt(text, at)}";
    }

    private static string Excerpt(string[] lines, int at)
        => string.Join('\n', lines.Skip(Math.Max(0, at - Context)).Take((2 * Context) + 1).Select(static line => "  " + line));
}
