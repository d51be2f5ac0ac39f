using Microsoft.Playwright;

namespace KlachtHulp.Tests.Browser;

/// <summary>Holds back what the resident sends until the test lets it go, so that no test has to guess how long a wait is.</summary>
internal sealed class SlowAnswer : IAsyncDisposable
{
    private const string Pattern = "**/activities";
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IPage _page;

    private SlowAnswer(IPage page) => _page = page;

    public static async Task<SlowAnswer> OnAsync(IPage page)
    {
        var slow = new SlowAnswer(page);
        await page.RouteAsync(Pattern, async route =>
        {
            await slow._gate.Task;
            await route.ContinueAsync();
        });
        return slow;
    }

    public void LetGo() => _gate.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        LetGo();
        await _page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.Wait });
    }
}
