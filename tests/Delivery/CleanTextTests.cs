using KlachtHulp.Bot.Delivery.Brief;

namespace KlachtHulp.Tests.Delivery;

public sealed class CleanTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a\u0308e\u0301", "äé")]
    [InlineData("q\u0323\u0307 q\u0307\u0323", "q\u0323\u0307 q\u0323\u0307")]
    [InlineData("a\u200Bb\u00ADc", "abc")]
    [InlineData("a\u202F5\u00A0b\u2009c", "a\u00A05\u00A0b c")]
    [InlineData("❤\uFE0F", "❤")]
    public void Text_is_composed_and_holds_only_what_can_be_seen(string text, string expected)
        => Assert.Equal([expected], CleanText.Lines(text));

    [Fact]
    public void A_text_of_nothing_but_marks_keeps_them_all()
    {
        var marks = string.Concat(Enumerable.Repeat("\u0300\u200B\u0316", 200_000));

        var line = Assert.Single(CleanText.Lines("x" + marks));

        Assert.Equal(200_000, line.Count(static c => c == '\u0300'));
        Assert.Equal(200_000, line.Count(static c => c == '\u0316'));
        Assert.Equal(400_001, line.Length);
    }

    [Fact]
    public void Paragraphs_are_parted_by_empty_lines()
        => Assert.Equal([["een", "twee"], ["drie"]], CleanText.Paragraphs("\n\neen\r\ntwee\n \u00A0\n\ndrie\n"));

    [Fact]
    public void One_line_has_single_spaces()
        => Assert.Equal("een twee drie", CleanText.OneLine("  een\r\n\ttwee   drie \n"));
}
