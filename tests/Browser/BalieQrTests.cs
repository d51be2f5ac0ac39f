using KlachtHulp.Bot.Teams.Kaarten;
using KlachtHulp.Tests.Support;
using KlachtHulp.Tests.Teams;

namespace KlachtHulp.Tests.Browser;

/// <summary>The QR code on the card of the desk, as the camera of a telephone reads it.</summary>
[Collection(BrowserTests.Name)]
public sealed class BalieQrTests(BrowserFixture browser)
{
    [Fact]
    public async Task The_QR_code_on_the_card_holds_the_page_with_the_code_behind_the_number_sign()
    {
        var card = new BalieKaarten(RealTree.Dutch).Overdracht("KH-ABCD-EFGH-JKMN", "K7MP-QR2T-XY9A", "https://klacht.gemeente.example/klacht", isHere: true).Json();
        var picture = StaffMember.All(card).Single(static node => node["type"]?.ToString() == "Image");
        await using var screen = await Screen.NewAsync(browser, browser.Address, new());
        await screen.Page.GotoAsync("about:blank");
        await screen.Page.SetContentAsync($"<img src='{picture["url"]}' style='width:{picture["width"]}' alt='code'>");

        var read = await QrReader.ReadAsync(screen.Page, screen.Page.Locator("img"));

        Assert.Equal("https://klacht.gemeente.example/klacht#verder=K7MP-QR2T-XY9A", read);
    }
}
