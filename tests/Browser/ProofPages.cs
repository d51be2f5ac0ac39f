using Microsoft.Playwright;

namespace KlachtHulp.Tests.Browser;

/// <summary>Pages of somebody else with the chat in them, at <c>/proef/</c>, under a policy as strict as our own.</summary>
internal static class ProofPages
{
    /// <summary>The gemeente these pages name.</summary>
    public const string Gemeente = "0344";

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'";

    public static Task AddAsync(IBrowserContext context) => context.RouteAsync("**/proef/*", static route => route.FulfillAsync(new()
    {
        Path = Path.Combine(Repository.Root, "tests", "Browser", "pages", Path.GetFileName(new Uri(route.Request.Url).AbsolutePath)),
        ContentType = route.Request.Url.EndsWith(".css", StringComparison.Ordinal) ? "text/css" : "text/html; charset=utf-8",
        Headers = [new("Content-Security-Policy", Policy)],
    }));
}
