using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Says in the browser what a resident of one of the cases says, in the same words.</summary>
internal static class Storyteller
{
    /// <param name="said">What is said at each question; the last words are said.</param>
    public static async Task TellAsync(Screen screen, IReadOnlyDictionary<string, IReadOnlyList<string>> said)
    {
        await Expect(screen.Question).ToBeVisibleAsync();
        for (var turns = 0; await screen.Question.CountAsync() > 0; turns++)
        {
            var vraag = await screen.Question.GetAttributeAsync("data-vraag") ?? "";
            Assert.True(turns < 120 && said.ContainsKey(vraag), $"Nothing is said at '{vraag}'.");
            await AnswerAsync(screen, said[vraag][^1]);
            await Expect(screen.Chat.Locator($"[data-active-question]:not([data-vraag='{vraag}']), .uitkomst")).ToBeVisibleAsync();
        }
    }

    /// <summary>Presses what there is a button for, and types the rest.</summary>
    private static async Task AnswerAsync(Screen screen, string words)
    {
        string[] buttons = words switch
        {
            "sla over" => ["Sla deze vraag over"],
            "weet ik niet" => ["Dat weet ik niet"],
            "ja" => ["Ja, dat klopt", "Ja"],
            _ when words.StartsWith("ja ", StringComparison.Ordinal) => ["Ja"],
            _ when words.StartsWith("nee", StringComparison.Ordinal) => ["Nee"],
            _ => [words],
        };
        foreach (var button in buttons)
        {
            if (await screen.Question.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).CountAsync() > 0)
            {
                await screen.PressAsync(button);
                return;
            }
        }

        if (await screen.Button("Nee, anders").CountAsync() > 0)
        {
            await screen.PressAsync("Nee, anders");
        }

        await screen.AnswerAsync(words);
    }
}
