using System.Globalization;
using System.Net;
using System.Text;
using KlachtHulp.Dialogs.Content;

namespace KlachtHulp.Dialogs.Flow;

/// <summary>The tree as one page that a jurist can read and print: questions with their words, conditions, ends.</summary>
public static class TreeHtml
{
    private const string Style = """
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; }
        ul { list-style: none; border-inline-start: 2px solid #c8ccd4; padding-inline-start: 1rem; margin: .25rem 0; }
        li { margin: .5rem 0; } code { color: #44506a; font-size: .85em; } .als { font-weight: 600; } .einde { font-weight: 700; }
        .zeg { font-style: italic; } .help { color: #44506a; }
        table { border-collapse: collapse; width: 100%; font-size: .85em; } th, td { border: 1px solid #c8ccd4; padding: .3rem .5rem; text-align: start; vertical-align: top; }
        tr { break-inside: avoid-page; } h2 { break-before: page; } @media print { body { margin: 0; max-width: none; } li { break-inside: avoid-page; } }
        """;

    /// <param name="appendix">HTML to print behind the questions, such as the routes and terms; empty for none.</param>
    public static string Write(Tree tree, Words words, string appendix = "")
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\"><title>De vragen van KlachtHulp</title><style>{Style}</style></head><body>\n");
        page.Append("<h1>De vragen van KlachtHulp</h1>\n<p>Een sterretje betekent: het formulier kan niet zonder. Al het andere mag de inwoner overslaan.</p>\n<ul>\n");
        Write(page, tree.Root, words);
        return page.Append("</ul>\n").Append(appendix).Append("</body></html>\n").ToString();
    }

    private static void Write(StringBuilder page, Node node, Words words)
    {
        switch (node)
        {
            case Node.Seq seq:
                foreach (var item in seq.Items)
                {
                    Write(page, item, words);
                }

                break;
            case Node.Ask ask:
                Ask(page, ask, words);
                break;
            case Node.Tell tell:
                Item(page, "zeg", Text(words, tell.TextKey), tell.TextKey);
                break;
            case Node.Outcome outcome:
                Item(page, "einde", "Einde: " + Text(words, $"uitkomst.{outcome.Id}.titel"), outcome.Id + (outcome.Needs.Count > 0 ? ", nodig: " + string.Join(", ", outcome.Needs.Select(static need => need.Id)) : ""));
                break;
            case Node.Stage stage:
                Group(page, "Stap: " + Text(words, $"stap.{stage.Id}"), [stage.Body], words);
                break;
            case Node.Repeat repeat:
                Group(page, string.Create(CultureInfo.InvariantCulture, $"Voor elke klacht, hoogstens {repeat.Key.Max} keer"), [repeat.Body, new Node.Ask(repeat.Key.More)], words);
                break;
            case Node.When branch:
                Group(page, "Als " + TreeJson.Describe(branch.Condition), [branch.Then], words);
                if (branch.Else is not null)
                {
                    Group(page, "Anders", [branch.Else], words);
                }

                break;
            case Node.Switch fork:
                foreach (var part in fork.Cases.Where(static part => part.Then is not Node.Seq { Items.Count: 0 }))
                {
                    Group(page, $"Als {fork.On.Id} is {string.Join(" of ", part.Values)}", [part.Then], words);
                }

                break;
        }
    }

    private static void Ask(StringBuilder page, Node.Ask ask, Words words)
    {
        var own = words.Question(ask.Question.Id);
        var options = ask.Question.Options.Count == 0 ? "" : " (" + string.Join(" / ", ask.Question.Options.Select(id => own.Opties.GetValueOrDefault(id)?.Titel ?? id)) + ")";
        Item(page, "vraag", own.Vraag + options + (ask.Required ? " *" : ""), ask.Question.Id, own.Waarom);
    }

    private static void Item(StringBuilder page, string kind, string text, string id, string help = "")
    {
        page.Append(CultureInfo.InvariantCulture, $"<li class=\"{kind}\">{Safe(text)} <code>{Safe(id)}</code>");
        page.Append(help.Length == 0 ? "</li>\n" : string.Create(CultureInfo.InvariantCulture, $"<br><span class=\"help\">{Safe(help)}</span></li>\n"));
    }

    private static void Group(StringBuilder page, string title, IReadOnlyList<Node> parts, Words words)
    {
        page.Append(CultureInfo.InvariantCulture, $"<li><span class=\"als\">{Safe(title)}</span><ul>\n");
        foreach (var part in parts)
        {
            Write(page, part, words);
        }

        page.Append("</ul></li>\n");
    }

    private static string Text(Words words, string key) => words.Has(key) ? words.Message(key) : key;

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
