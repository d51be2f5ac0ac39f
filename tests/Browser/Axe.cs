using System.Text.Json;
using Microsoft.Playwright;

namespace KlachtHulp.Tests.Browser;

/// <summary>axe-core, as installed with the web client, on the page as it stands.</summary>
internal static class Axe
{
    /// <returns>One line per broken rule; empty when there is none.</returns>
    public static async Task<string[]> ProblemsAsync(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "bot", "web", "node_modules", "axe-core", "axe.min.js")));
        var found = await page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } })).violations"
            + ".map(v => `${v.id}: ${v.nodes.map(n => n.html.slice(0, 120) + ' ' + n.any.map(a => a.message).join(' ')).join(' | ')}`)");
        return [.. found.EnumerateArray().Select(static problem => problem.GetString() ?? "")];
    }
}
