using System.Text;
using FsCheck;
using FsCheck.Fluent;
using KlachtHulp.Bot.Delivery.Pdf;
using KlachtHulp.Dialogs.Formulier;

namespace KlachtHulp.Tests.Delivery;

/// <summary>A story in Arabic on paper: joined letters, from right to left, and the text behind it in the order in which it is read.</summary>
public sealed class ArabischTests
{
    private const string Verhaal = "اتصلتُ بالبلدية في 12 مارس 2026 ولم يردّ عليّ أحد. قالت لي الموظفة (في الشباك رقم 4) إن طلبي «لم يُسجَّل بعد»، وكتبت إلى info@voorbeeldstad.nl. هل هذا صحيح؟ لا أعرف.";

    [Theory]
    [InlineData("بيت", "\uFE91\uFEF4\uFE96")] // start, within, end
    [InlineData("دار", "\u062F\u0627\u0631")] // dal and alef join nothing behind them
    [InlineData("باب", "\uFE91\uFE8E\u0628")]
    [InlineData("سلام", "\uFEB3\uFEFC\u0645")] // lam and alef as one, joined to the letter before
    [InlineData("لا", "\uFEFB")]
    [InlineData("ماء", "\uFEE3\uFE8E\u0621")] // a hamza joins nothing
    [InlineData("مـع", "\uFEE3\u0640\uFECA")] // a stretched line joins on both sides
    [InlineData("مَن", "\uFEE3\u064E\uFEE6")] // a mark does not part two letters
    [InlineData("پچگ", "\uFB58\uFB7D\uFB93")] // letters of Persian
    public void A_letter_takes_the_shape_of_its_place(string word, string shapes)
    {
        var font = PdfFonts.Load(Papieren.FontFolder).Regular();
        Rune[] runes = [.. word.EnumerateRunes()];

        var glyphs = WordShaper.Shape(runes, BidiLine.Resolve(runes).Levels, font);

        Assert.Equal(shapes.EnumerateRunes().Select(s => Outline(font, s)), glyphs.Select(static g => g.Font.Slots[g.Code].Glyph));
        Assert.Equal(word, string.Concat(glyphs.Select(static g => g.Text)));
    }

    [Theory]
    [InlineData("Nederlands (12) + 3 %", 0, "000000000000000000000")]
    [InlineData("abc اب", 0, "000011")]
    [InlineData("اب 12 ab", 1, "11122122")]
    [InlineData("اب 1.250,00 €", 1, "1112222222211")]
    [InlineData("ab (اب) cd", 0, "0000110000")]
    [InlineData("اب (ab) جد", 1, "1111221111")]
    [InlineData("اب (جد", 1, "111111")]
    [InlineData("ab 12% اب", 0, "000000011")]
    [InlineData("ab اب, 12 جد", 0, "000111122111")]
    [InlineData("٢٥٠ euro", 0, "22200000")]
    [InlineData("אב 12", 1, "11122")]
    [InlineData("دَّ", 1, "111")]
    public void Every_character_runs_the_way_that_Unicode_says(string text, byte whole, string levels)
    {
        var found = BidiLine.Resolve([.. text.EnumerateRunes()]);

        Assert.Equal((whole, levels), (found.Whole, string.Concat(found.Levels)));
    }

    [Fact]
    public void A_line_begins_at_the_right_margin_and_goes_on_to_the_left()
    {
        var letters = Papieren.Open(Papieren.Met(new Blok.Alinea("مرحبا بكم"))).Contents[0].Pieces.Where(static p => p.Mark is not null).ToList();

        Assert.Equal(PageStyle.Left + PageStyle.TextWidth, letters[0].Right, precision: 1);
        Assert.Equal("مرحبا بكم", string.Concat(letters.Select(static l => l.Text)));
        Assert.All(letters.Zip(letters.Skip(1)), static pair => Assert.Equal(pair.First.Left, pair.Second.Right, precision: 1));
    }

    [Fact]
    public void A_name_above_an_address_stays_with_the_address()
    {
        var pieces = Papieren.Open(Papieren.Met(new Blok.Regels(["علي حسن", "Dorpsstraat 12"]))).Contents[0].Pieces.Where(static p => p.Mark is not null).ToList();

        Assert.Equal(PageStyle.Left, pieces.Min(static p => p.Left), precision: 1);
        Assert.True(pieces.TrueForAll(static p => p.Right < 200) && pieces[0].Left > pieces[1].Left, "the name is turned and stands at the left");
    }

    [Fact]
    public void A_quote_and_a_point_in_Arabic_have_their_white_at_the_right()
    {
        var page = Papieren.Open(Papieren.Met(new Blok.Citaat("مرحبا"), new Blok.Lijst(["رسالة", "E-mail"]))).Contents[0];
        var pieces = page.Pieces.Where(static p => p.Mark is not null).ToList();
        var right = PageStyle.Left + PageStyle.TextWidth;

        Assert.Equal(right - PageStyle.Indent, pieces.First(static p => p.Text == "م").Right, precision: 1);
        Assert.Equal(right - PageStyle.Indent, pieces.Last(static p => p.Text == "ر").Right, precision: 1);
        Assert.True(pieces.First(static p => p.Text.StartsWith('•')).Left > right - PageStyle.Indent);
        Assert.True(pieces.Last(static p => p.Text.StartsWith('•')).Left < PageStyle.Left + PageStyle.Indent);
    }

    [Fact]
    public void A_number_in_such_a_line_keeps_its_own_order()
    {
        var pieces = Papieren.Open(Papieren.Met(new Blok.Alinea("رقم 1234 هنا"))).Contents[0].Pieces.Where(static p => p.Mark is not null).ToList();

        var number = Assert.Single(pieces, static p => p.Text == "1234");
        Assert.All(pieces.TakeWhile(p => p != number), before => Assert.True(before.Left >= number.Right - 0.1));
        Assert.All(pieces.SkipWhile(p => p != number).Skip(1), after => Assert.True(after.Right <= number.Left + 0.1));
    }

    [Fact]
    public void A_name_within_a_Dutch_line_is_turned_and_the_line_is_not()
    {
        var pieces = Papieren.Open(Papieren.Met(new Blok.Alinea("Ik ben علي en woon hier"))).Contents[0].Pieces.Where(static p => p.Mark is not null).ToList();

        Assert.Equal(PageStyle.Left, pieces[0].Left, precision: 1);
        Assert.Equal(["Ik ben ", "ع", "ل", "ي", " en woon hier"], pieces.Select(static p => p.Text));
        Assert.True(pieces[1].Left > pieces[2].Left && pieces[2].Left > pieces[3].Left && pieces[3].Left > pieces[0].Right - 0.1);
        Assert.Equal(pieces[1].Right, pieces[4].Left, precision: 1);
    }

    [Fact]
    public void A_bracket_is_drawn_turned_and_stays_the_bracket_it_is()
    {
        var font = PdfFonts.Load(Papieren.FontFolder).Regular();
        Rune[] runes = [.. "(اب)".EnumerateRunes()];

        var glyphs = WordShaper.Shape(runes, BidiLine.Resolve(runes).Levels, font);

        Assert.Equal("(", glyphs[0].Text);
        Assert.Equal(Outline(font, new Rune(')')), glyphs[0].Font.Slots[glyphs[0].Code].Glyph);
    }

    [Fact]
    public void A_mark_stands_above_or_below_the_middle_of_its_letter()
    {
        var pieces = Papieren.Open(Papieren.Met(new Blok.Alinea("بَ بِ"))).Contents[0].Pieces.Where(static p => p.Mark is not null).ToList();

        var (letter, above, below) = (pieces[0], pieces[1], pieces[4]);
        Assert.Equal(["ب", "\u064E", " ", "ب", "\u0650"], pieces.Select(static p => p.Text));
        Assert.InRange(above.Left, letter.Left, letter.Right);
        Assert.True(above.Baseline != letter.Baseline && below.Baseline != letter.Baseline && below.Baseline != above.Baseline);
    }

    [Fact]
    public void Letters_of_a_mixed_line_stand_side_by_side_whatever_stands_in_it()
    {
        var sign = Gen.Elements("ا", "ب", "لا", "ع", "a", "B", "1", "٣", " ", ".", "(", ")", "-", "€", "א", "😢", "ً");
        var texts = sign.ListOf().Select(string.Concat).Where(static t => !string.IsNullOrWhiteSpace(t));

        Prop.ForAll(texts.ToArbitrary(), static text => SideBySide(text)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_Arabic_font_is_inside_only_when_it_is_needed()
    {
        Assert.Equal(["F0", "F1"], FontsOf(Papieren.Klaagschrift()));
        Assert.Equal(["F0", "F2"], FontsOf(Papieren.Met(new Blok.Alinea(Verhaal))));
        Assert.Equal(["F0", "F1", "F3"], FontsOf(Papieren.Met(new Blok.Kop(1, "Klacht van علي"))));
    }

    [Fact]
    public void A_story_is_drawn_whole_and_read_whole()
    {
        var papier = Papieren.Met(new Blok.Citaat(Verhaal) { Taal = "ar" }, new Blok.Tabel("Vraag", "Antwoord", [new("Wat is er gebeurd?", Verhaal)]), new Blok.Lijst([Verhaal]));

        Assert.Empty(Papieren.Write(papier).Undrawn);
        Assert.Equal($"{Verhaal} Vraag Antwoord Wat is er gebeurd? {Verhaal} • {Verhaal}", Papieren.Lees(papier));
        Assert.Equal(Papieren.Write(papier).Bytes, Papieren.Write(papier).Bytes);
    }

    [Fact]
    public void Signs_without_a_glyph_in_such_a_line_are_squares_and_stay_in_its_text()
    {
        var papier = Papieren.Met(new Blok.Alinea("قالت 😢 لا"));

        Assert.Equal(["😢"], Papieren.Write(papier).Undrawn);
        Assert.Equal("قالت 😢 لا", Papieren.Lees(papier));
    }

    private static int Outline(FontSubset font, Rune shape)
    {
        Assert.Contains(font.All, f => f.Font.TryGetGlyph(shape, out _));
        font.All.First(f => f.Font.TryGetGlyph(shape, out _)).Font.TryGetGlyph(shape, out var glyph);
        return glyph;
    }

    private static bool SideBySide(string text)
    {
        var style = new TextStyle(PdfFonts.Load(Papieren.FontFolder).Regular(), 11, 15.5);
        return LineBreaker.Break([text], style, 400).TrueForAll(static line =>
        {
            var at = 0.0;
            var pieces = VisualLine.Of(line).Where(static p => p.Rise == 0 && p.Glyphs.Sum(static g => g.Advance) > 0).OrderBy(static p => p.X).ToList();
            var touching = pieces.TrueForAll(piece =>
            {
                var fits = Math.Abs(piece.X - at) < 0.01;
                at = piece.X + piece.Glyphs.Sum(static g => g.Advance);
                return fits;
            });
            return touching && line.Text == string.Concat(VisualLine.Of(line).SelectMany(static p => p.Glyphs).Select(static g => g.Text));
        });
    }

    private static IEnumerable<string> FontsOf(Papier papier)
    {
        var file = Papieren.Open(papier);
        return file.Dictionary(file.Dictionary(file.Pages[0]["Resources"])["Font"]).Keys.Order(StringComparer.Ordinal);
    }
}
