using QRCoder;

namespace KlachtHulp.Bot.Teams.Kaarten;

/// <summary>A QR code as an address that holds the picture itself: what is in the code goes to no other server.</summary>
internal static class QrPlaat
{
    /// <summary>Pixels of one square; enough to stay sharp on a screen of double density.</summary>
    private const int Square = 6;

    /// <returns>A <c>data:</c> address of a black and white PNG, with the white border that cameras need.</returns>
    public static string Adres(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        return $"data:image/png;base64,{Convert.ToBase64String(picture.GetGraphic(Square))}";
    }
}
