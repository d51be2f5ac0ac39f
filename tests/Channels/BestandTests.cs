using System.Text;
using KlachtHulp.Bot.Channels.Bestanden;

namespace KlachtHulp.Tests.Channels;

/// <summary>What a file is, and what is taken out of it.</summary>
public sealed class BestandTests
{
    private const string Secret = "GPS 52.0907N Utrecht";

    public static TheoryData<string, byte[]> Strangers => new()
    {
        { "nothing", [] },
        { "text", "hallo"u8.ToArray() },
        { "html", "<script>alert(1)</script>"u8.ToArray() },
        { "svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray() },
        { "a program", [0x4D, 0x5A, 0x90, 0x00] },
        { "a zip", [0x50, 0x4B, 0x03, 0x04, 0, 0] },
        { "a gif", "GIF89a"u8.ToArray() },
        { "a pdf after something else", "\n%PDF-1.7"u8.ToArray() },
        { "a pdf of no version", "%PDF-x"u8.ToArray() },
        { "only the start of a jpeg", [0xFF, 0xD8, 0xFF] },
        { "a jpeg that breaks off in a segment", [0xFF, 0xD8, 0xFF, 0xE1, 0x40, 0x00, 1, 2] },
        { "a jpeg with a segment shorter than its own length", [0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x01, 0xFF, 0xD9] },
        { "a jpeg without end", Jpeg()[..^2] },
        { "a png that breaks off", Png()[..^4] },
        { "a png with a chunk of two gigabytes", [.. Png()[..8], 0x7F, 0xFF, 0xFF, 0xFF, .. "IHDR"u8, 0, 0, 0, 0] },
        { "a png that does not begin with its size", [.. Png()[..8], .. Chunk("IDAT", "x"), .. Chunk("IEND", "")] },
    };

    [Theory]
    [MemberData(nameof(Strangers))]
    public void What_is_no_sound_pdf_jpeg_or_png_is_not_taken(string name, byte[] bytes)
    {
        Assert.NotEmpty(name);
        Assert.Null(Bestandssoort.Keur(bytes));
    }

    [Fact]
    public void A_pdf_stays_as_it_is()
    {
        var pdf = "%PDF-1.4 proef"u8.ToArray();

        var file = Bestandssoort.Keur(pdf)!;

        Assert.Equal(("application/pdf", ".pdf"), (file.Soort, file.Uitgang));
        Assert.Equal(pdf, file.Inhoud.ToArray());
    }

    [Fact]
    public void A_photo_loses_its_place_its_camera_its_thumbnail_its_remarks_and_what_is_behind_it()
    {
        byte[] photo = [.. Jpeg(Segment(0xE1, "Exif\0\0" + Secret), Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0" + Secret), Segment(0xED, "Photoshop 3.0\0" + Secret),
            Segment(0xFE, Secret), Segment(0xE2, "MPF\0" + Secret), Segment(0xE0, "JFXX\0" + Secret)), .. Encoding.Latin1.GetBytes(Secret)];

        var file = Bestandssoort.Keur(photo)!;

        Assert.Equal("image/jpeg", file.Soort);
        Assert.Equal(Jpeg(), file.Inhoud.ToArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_photo_stays_the_right_way_up(bool little)
    {
        var photo = Jpeg(Segment(0xE1, Encoding.Latin1.GetString([.. "Exif\0\0"u8, .. Tiff(6, little), .. Encoding.Latin1.GetBytes(Secret)])));

        var clean = Bestandssoort.Keur(photo)!.Inhoud.ToArray();

        Assert.DoesNotContain(Secret, Encoding.Latin1.GetString(clean), StringComparison.Ordinal);
        Assert.Equal((byte)6, ExifOrientation.Read(clean.AsSpan(18)));
        Assert.Equal(Jpeg().Length + 36, clean.Length);
        Assert.Equal(clean, Bestandssoort.Keur(clean)!.Inhoud.ToArray());
    }

    [Theory]
    [InlineData(new byte[] { 0x4D, 0x4D, 0, 42, 0xFF, 0xFF, 0xFF, 0xFF, 0, 1 })]
    [InlineData(new byte[] { 0x49, 0x49, 42, 0, 8, 0, 0, 0, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 9, 0, 0 })]
    public void A_photo_with_nonsense_for_exif_is_a_photo_without(byte[] tiff)
    {
        var photo = Jpeg(Segment(0xE1, Encoding.Latin1.GetString([.. "Exif\0\0"u8, .. tiff])));

        Assert.Equal(Jpeg(), Bestandssoort.Keur(photo)!.Inhoud.ToArray());
    }

    [Fact]
    public void A_drawing_loses_its_texts_its_exif_and_what_is_behind_it()
    {
        byte[] png = [.. Png(Chunk("eXIf", Secret), Chunk("tEXt", Secret), Chunk("iTXt", Secret), Chunk("tIME", "1234567"), Chunk("zzZz", Secret)), .. Encoding.Latin1.GetBytes(Secret)];

        var file = Bestandssoort.Keur(png)!;

        Assert.Equal("image/png", file.Soort);
        Assert.Equal(Png(), file.Inhoud.ToArray());
    }

    [Theory]
    [InlineData("foto.jpg", "foto.jpg")]
    [InlineData("foto.JPEG", "foto.JPEG")]
    [InlineData("foto.pdf", "foto.pdf.jpg")]
    [InlineData("foto", "foto.jpg")]
    public void A_name_tells_the_truth_about_what_is_in_it(string given, string shown) => Assert.Equal(shown, Bestandssoort.Naam(given, Bestandssoort.Keur(Jpeg())!));

    /// <summary>The parts of a JPEG, with others after the first.</summary>
    private static byte[] Jpeg(params byte[][] others) =>
    [
        0xFF, 0xD8, .. Segment(0xE0, "JFIF\0abc"), .. others.SelectMany(static one => one), .. Segment(0xE2, "ICC_PROFILE\0x"), .. Segment(0xDB, "tafel"), .. Segment(0xC2, "maten"),
        .. Segment(0xDA, "een"), 1, 2, 0xFF, 0x00, 3, 0xFF, 0xD0, 4, .. Segment(0xC4, "huffman"), .. Segment(0xDA, "twee"), 5, 6, 0xFF, 0xD9,
    ];

    private static byte[] Segment(byte marker, string content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. Encoding.Latin1.GetBytes(content)];

    private static byte[] Png(params byte[][] others) =>
        [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", "1234567890123"), .. others.SelectMany(static one => one), .. Chunk("pHYs", "123456789"), .. Chunk("IDAT", "beeld"), .. Chunk("IEND", "")];

    private static byte[] Chunk(string type, string content) => [0, 0, 0, (byte)content.Length, .. Encoding.Latin1.GetBytes(type + content), 9, 9, 9, 9];

    private static byte[] Tiff(byte orientation, bool little) => little
        ? [.. "II"u8, 42, 0, 8, 0, 0, 0, 2, 0, 0x0F, 1, 2, 0, 1, 0, 0, 0, 65, 0, 0, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
        : [.. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 2, 1, 0x0F, 0, 2, 0, 0, 0, 1, 65, 0, 0, 0, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
}
