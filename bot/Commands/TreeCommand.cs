using KlachtHulp.Bot.Gesprek;
using KlachtHulp.Dialogs.Content;
using KlachtHulp.Dialogs.Flow;

namespace KlachtHulp.Bot.Commands;

/// <summary><c>-- tree [json|mermaid|html] [folder]</c>: the tree for review, on the screen or as files.</summary>
public static class TreeCommand
{
    public static int Run(Klachthulp klachthulp, IReadOnlyList<string> arguments, TextWriter output)
    {
        var words = klachthulp.Catalogue.In(Catalogue.Dutch);
        var forms = new Dictionary<string, Func<string>>(StringComparer.Ordinal)
        {
            ["json"] = () => TreeJson.Write(klachthulp.Tree),
            ["mermaid"] = () => TreeMermaid.Write(klachthulp.Tree),
            ["html"] = () => TreeHtml.Write(klachthulp.Tree, words, RechtHtml.Write(klachthulp.Knowledge)),
        };
        if (arguments is [var one] && forms.TryGetValue(one, out var form))
        {
            output.Write(form());
            return 0;
        }

        var folder = arguments.Count > 0 ? arguments[0] : "boom";
        Directory.CreateDirectory(folder);
        foreach (var (name, write) in forms)
        {
            var path = Path.Combine(folder, $"klacht.{(name == "mermaid" ? "mmd" : name)}");
            File.WriteAllText(path, write());
            output.WriteLine(path);
        }

        return 0;
    }
}
