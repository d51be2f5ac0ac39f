using System.Text;
using Microsoft.Playwright;

namespace KlachtHulp.Tests.Browser;

/// <summary>The pages without JavaScript, as a resident uses them.</summary>
internal sealed class PlainPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private PlainPage(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    public static async Task<PlainPage> OpenAsync(BrowserFixture browser, string address, bool javaScript, int width)
    {
        var context = await browser.Browser.NewContextAsync(new() { BaseURL = address, JavaScriptEnabled = javaScript, ViewportSize = new() { Width = width, Height = 900 } });
        context.SetDefaultTimeout(60_000);
        return new PlainPage(context, await context.NewPageAsync());
    }

    public async Task BeginAsync()
    {
        await Page.GotoAsync("/klacht/stap");
        await PressAsync("Begin");
    }

    public Task PressAsync(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();

    public async Task AnswerAsync(string words)
    {
        await Page.Locator("#antwoord").FillAsync(words);
        await PressAsync("Verstuur antwoord");
    }

    public Task IsAtAsync(string vraag) => Assertions.Expect(Page.Locator("input[name=vraag]").First).ToHaveValueAsync(vraag);

    /// <summary>Answers until this question is open, or until the end when it is empty.</summary>
    /// <param name="answers">By path or by the id of the question: ids of options, or words. What is not here is skipped.</param>
    public async Task GoToAsync(string vraag, IReadOnlyDictionary<string, string> answers)
    {
        for (var turns = 0; await Page.Locator("input[name=vraag]").First.InputValueAsync() is var path && path != vraag; turns++)
        {
            Assert.True(turns < 120 && path.Length > 0, $"'{vraag}' never came.");
            var id = path[(path.IndexOf("].", StringComparison.Ordinal) is var at and > 0 ? at + 2 : 0)..];
            await GiveAsync(answers.GetValueOrDefault(path) ?? answers.GetValueOrDefault(id));
        }
    }

    /// <summary>The document whose name ends so, byte for byte as Latin-1 or as UTF-8 text.</summary>
    public async Task<string> DownloadAsync(string extension)
    {
        var href = await Page.Locator($"a[href$='{extension}']").First.GetAttributeAsync("href");
        var answer = await Page.APIRequest.GetAsync(href!); // not null: the locator waits for it
        Assert.Equal(200, answer.Status);
        Assert.StartsWith("attachment", answer.Headers["content-disposition"], StringComparison.Ordinal);
        return Encoding.UTF8.GetString(await answer.BodyAsync());
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private async Task GiveAsync(string? answer)
    {
        if (answer is null)
        {
            await PressAsync("Sla deze vraag over");
            return;
        }

        var chosen = answer.Split(',').Select(id => Page.Locator($"[name=keuze][value='{id}']").First).ToList();
        if (await chosen[0].CountAsync() == 0)
        {
            await AnswerAsync(answer);
        }
        else if (await chosen[0].EvaluateAsync<string>("e => e.tagName") == "BUTTON")
        {
            await chosen[0].ClickAsync();
        }
        else
        {
            foreach (var option in chosen)
            {
                await option.CheckAsync();
            }

            await PressAsync("Verstuur antwoord");
        }
    }
}
