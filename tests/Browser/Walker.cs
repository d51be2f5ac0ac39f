using Microsoft.Playwright;

namespace KlachtHulp.Tests.Browser;

/// <summary>Answers question after question on the screen, with the mouse or with the keyboard alone.</summary>
/// <param name="answers">By path or by the id of the question: ids of options, or words. What is not here is skipped.</param>
internal sealed class Walker(Screen screen, IReadOnlyDictionary<string, string> answers)
{
    private const string SlaOver = "Sla deze vraag over";

    /// <summary>Paths of the questions in the order in which they came.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Until the end, or until this question.</summary>
    /// <param name="at">What happens around an answer: gets the number of the turn and the act of answering.</param>
    public async Task WalkAsync(Func<int, Func<Task>, Task> at, string until = "")
    {
        await Assertions.Expect(screen.Question).ToBeVisibleAsync();
        for (var turn = 0; await screen.Question.CountAsync() > 0; turn++)
        {
            var vraag = await screen.Question.GetAttributeAsync("data-vraag") ?? "";
            if (vraag == until)
            {
                return;
            }

            Assert.True(turn < 120, $"The end never came; the last question was '{vraag}'.");
            Asked.Add(vraag);
            await at(turn, () => AnswerAsync(Find(vraag)));
            await Assertions.Expect(screen.Chat.Locator($"[data-active-question]:not([data-vraag='{vraag}']), .uitkomst")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        }
    }

    /// <summary>Answers with the Tab key, letters and Enter only.</summary>
    public async Task TypeAsync()
    {
        var answer = Find(await screen.Question.GetAttributeAsync("data-vraag") ?? "");
        if (await screen.Button("Nee, anders").CountAsync() > 0)
        {
            await PressByKeyAsync("button Nee, anders", "Enter");
        }

        if (answer is null)
        {
            await PressByKeyAsync($"button {SlaOver}", "Enter");
            return;
        }

        var titles = await TitlesAsync(answer);
        if (titles.Count == 0)
        {
            var tall = await screen.Field.EvaluateAsync<string>("e => e.tagName") == "TEXTAREA";
            await PressByKeyAsync(tall ? "textarea" : "input", null);
            await screen.Page.Keyboard.PressAsync("Control+a");
            await screen.Page.Keyboard.TypeAsync(answer);
            await screen.Page.Keyboard.PressAsync(tall ? "Control+Enter" : "Enter");
        }
        else if (await screen.Question.GetByRole(AriaRole.Checkbox).CountAsync() > 0)
        {
            foreach (var title in titles)
            {
                await screen.Heading.FocusAsync();
                await FocusOnAsync(title);
                await screen.Page.Keyboard.PressAsync("Space");
            }

            await PressByKeyAsync("button Verder met deze keuze", "Enter");
        }
        else
        {
            await PressByKeyAsync($"button {titles[0]}", "Enter");
        }
    }

    private async Task AnswerAsync(string? answer)
    {
        if (await screen.Button("Nee, anders").CountAsync() > 0)
        {
            await screen.PressAsync("Nee, anders");
        }

        if (answer is null)
        {
            await screen.PressAsync(SlaOver);
        }
        else if ((await TitlesAsync(answer)).Count == 0)
        {
            await screen.AnswerAsync(answer);
        }
        else if (await screen.Question.GetByRole(AriaRole.Checkbox).CountAsync() > 0)
        {
            foreach (var id in answer.Split(','))
            {
                await screen.Question.Locator($"[data-optie='{id}'] input").CheckAsync();
            }

            await screen.PressAsync("Verder met deze keuze");
        }
        else
        {
            await screen.Question.Locator($"[data-optie='{answer}']").ClickAsync();
        }
    }

    /// <summary>Words of the chosen options; none when the answer is to be typed.</summary>
    private async Task<IReadOnlyList<string>> TitlesAsync(string answer)
    {
        var titles = new List<string>();
        foreach (var id in answer.Split(','))
        {
            var option = screen.Question.Locator($"[data-optie='{id}'] > span").First;
            if (!id.Contains(' ', StringComparison.Ordinal) && await option.CountAsync() > 0)
            {
                titles.Add(await option.InnerTextAsync());
            }
        }

        return titles;
    }

    private async Task PressByKeyAsync(string name, string? key)
    {
        for (var i = 0; i < 60 && !(await screen.FocusAsync()).StartsWith(name, StringComparison.Ordinal); i++)
        {
            await screen.Page.Keyboard.PressAsync("Tab");
        }

        Assert.StartsWith(name, await screen.FocusAsync(), StringComparison.Ordinal);
        if (key is not null)
        {
            await screen.Page.Keyboard.PressAsync(key);
        }
    }

    private async Task FocusOnAsync(string label)
    {
        const string Label = "() => { let a = document.activeElement; while (a?.shadowRoot?.activeElement) a = a.shadowRoot.activeElement; return a?.closest('label')?.textContent ?? ''; }";
        for (var i = 0; i < 60 && await screen.Page.EvaluateAsync<string>(Label) != label; i++)
        {
            await screen.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Equal(label, await screen.Page.EvaluateAsync<string>(Label));
    }

    private string? Find(string vraag)
        => answers.GetValueOrDefault(vraag) ?? answers.GetValueOrDefault(vraag[(vraag.IndexOf("].", StringComparison.Ordinal) is var at and > 0 ? at + 2 : 0)..]);
}
