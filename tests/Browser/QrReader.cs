using Microsoft.Playwright;

namespace KlachtHulp.Tests.Browser;

/// <summary>Reads a QR code on the screen as the camera of a telephone would: from its picture, with another library than the one that drew it.</summary>
internal static class QrReader
{
    public static async Task<string> ReadAsync(IPage page, ILocator code)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "bot", "web", "node_modules", "jsqr", "dist", "jsQR.js")));
        var picture = Convert.ToBase64String(await code.ScreenshotAsync());
        return await page.EvaluateAsync<string>(
            "async png => { const i = new Image(); i.src = `data:image/png;base64,${png}`; await i.decode(); const c = document.createElement('canvas'); c.width = i.width; c.height = i.height; "
            + "const g = c.getContext('2d'); g.drawImage(i, 0, 0); const d = g.getImageData(0, 0, c.width, c.height); return jsQR(d.data, d.width, d.height)?.data ?? ''; }",
            picture);
    }
}
