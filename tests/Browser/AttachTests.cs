using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KlachtHulp.Tests.Browser;

/// <summary>Row C-17 of the specification while a file is on its way: what is taken out stays here, and nobody is disturbed.</summary>
[Collection(BrowserTests.Name)]
public sealed class AttachTests(BrowserFixture browser)
{
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task C17_A_file_that_is_taken_out_while_another_is_sent_does_not_go_and_who_types_is_left_alone()
    {
        await using var screen = await ChooseAsync("een.png", "twee.png");
        var uploads = 0;
        await screen.Page.RouteAsync("**/upload", async route =>
        {
            Interlocked.Increment(ref uploads);
            await _gate.Task;
            await route.ContinueAsync();
        });

        await screen.PressAsync("Stuur 2 bestanden mee");
        await Expect(screen.Chat.GetByText("Uw bestand wordt verstuurd.")).ToBeVisibleAsync();
        await screen.PressAsync("Haal weg: twee.png");
        await Expect(screen.Chat.Locator(".bijlagen li")).ToHaveCountAsync(1);
        await screen.Field.FillAsync("Ik lag er wakker van.");
        _gate.SetResult();

        await Expect(screen.Chat.Locator(".bijlagen li")).ToHaveCountAsync(0);
        await Expect(screen.Turns.Filter(new() { HasText = "een.png" })).ToHaveCountAsync(1);
        await Expect(screen.Field).ToBeFocusedAsync();
        await Expect(screen.Field).ToHaveValueAsync("Ik lag er wakker van.");
        Assert.Equal(1, uploads);
        Assert.DoesNotContain("twee.png", await screen.KeptAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task C17_A_file_that_does_not_arrive_is_told_at_the_next_question_too_and_can_be_sent_from_there()
    {
        await using var screen = await ChooseAsync("een.png");
        await screen.Page.RouteAsync("**/upload", async route =>
        {
            await _gate.Task;
            await route.AbortAsync();
        }, new() { Times = 1 });

        await screen.PressAsync("Stuur 1 bestand mee");
        await screen.AnswerAsync("Ik lag er wakker van.");
        await screen.SeesAsync("klacht[1].gronden");
        _gate.SetResult();
        await Expect(screen.Chat.GetByText("Het lukte niet om uw bestand te versturen. Probeer het nog eens.").First).ToBeVisibleAsync();
        await screen.PressAsync("Stuur 1 bestand mee");

        await Expect(screen.Chat.Locator(".meldingen")).ToContainTextAsync("bewaard");
        await Expect(screen.Chat.Locator(".bijlagen li")).ToHaveCountAsync(0);
        await screen.SeesAsync("klacht[1].gronden");
    }

    private async Task<Screen> ChooseAsync(params string[] names)
    {
        var screen = await Screen.OpenAsync(browser, "klacht[1].gevolg");
        await screen.SeesAsync("klacht[1].gevolg");
        await screen.PressAsync("Bewijs meesturen");
        await screen.Chat.GetByLabel("Kies een bestand").SetInputFilesAsync(names.Select(static name => new FilePayload { Name = name, MimeType = "image/png", Buffer = Picture }));
        return screen;
    }
}
