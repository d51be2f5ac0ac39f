using FsCheck;
using FsCheck.Fluent;
using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Dialogs.Kinds;
using KlachtHulp.Dialogs.Prompts;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Kinds;

/// <summary>What is stored can be read again, and what is shown can be typed.</summary>
public sealed class KindTests
{
    /// <summary>Not the check: its button is a signature, and only a bare yes agrees to a whole complaint.</summary>
    public static TheoryData<string> WithOptions => [.. RealTree.Tree.Questions.Values.Where(static question => question.Options.Count > 0
        && question.Soort != Soort.Controle).Select(static question => question.Id)];

    [Theory]
    [MemberData(nameof(WithOptions))]
    public void The_words_on_every_button_are_read_as_that_button(string id)
    {
        var question = RealTree.Tree.Questions[id];
        Assert.All(question.Options, option =>
        {
            Assert.True(question.IsValid(option));
            var shown = question.Show(option, RealTree.Context(question));
            var read = Assert.IsType<Reading.Accepted>(question.Read(shown, RealTree.Context(question)));
            Assert.Equal(option, read.Canonical);
        });
    }

    [Fact]
    public void The_check_is_agreed_to_with_yes_and_with_its_button()
    {
        var question = RealTree.Tree.Questions["controle"];

        Assert.Equal(new Reading.Accepted("klopt"), question.Read("ja", RealTree.Context(question)));
        Assert.Equal(new Reading.Accepted("klopt"), question.Read(RealTree.Dutch.Message("knop.klopt"), RealTree.Context(question)));
        Assert.IsType<Reading.Refused>(question.Read("nee", RealTree.Context(question)));
    }

    [Fact]
    public void Every_gemeente_is_found_by_the_name_that_is_shown()
    {
        var question = RealTree.Tree.Questions["gemeente"];
        var codes = RealTree.Klachthulp.Knowledge.Gemeenten.Gemeenten.Select(static gemeente => gemeente.Code.Value).ToList();

        Assert.True(codes.Count > 300);
        Assert.All(codes, code => Assert.Equal(code, Assert.IsType<Reading.Accepted>(question.Read(question.Show(code, RealTree.Context(question)), RealTree.Context(question))).Canonical));
    }

    [Fact]
    public void Several_options_are_stored_in_one_order_and_read_again()
    {
        var kind = new MeerkeuzeKind(["a", "b", "c", "geen"], Alone: "geen");

        Prop.ForAll(Gen.SubListOf("a", "b", "c", "geen").Where(static chosen => chosen.Count > 0).ToArbitrary(), chosen =>
        {
            var written = kind.Write(chosen.AsEnumerable().Reverse().ToList());
            return written == kind.Write(chosen.ToList()) && kind.TryParse(written, out var again) && kind.Write(again) == written && (chosen.Count == 1 || !again.Contains("geen"));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_amount_that_is_shown_is_read_as_the_same_amount()
    {
        var kind = new BedragKind();
        var context = RealTree.Context(RealTree.Tree.Questions["wens.schade"]);

        Prop.ForAll(Gen.Choose(1, 999_999_99).ToArbitrary(), cents =>
        {
            var amount = cents / 100m;
            return kind.TryParse(kind.Write(amount), out var stored) && stored == amount
                && kind.Read(kind.Show(amount, context), context) is Reading.Accepted read && read.Canonical == kind.Write(amount);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("0.00")]
    [InlineData("-5.00")]
    [InlineData("10000000.01")]
    [InlineData("1,50")]
    [InlineData("veel")]
    [InlineData("")]
    public void No_amount_is_made_of(string canonical) => Assert.False(new BedragKind().TryParse(canonical, out _));

    private static Arbitrary<Wanneer> Moments => Arb.From(
        from day in Gen.Choose(0, 20_000)
        from length in Gen.Choose(2, 400)
        from precision in Gen.Elements("dag", "maand", "jaar", "periode")
        select Moment(new DateOnly(1970, 1, 5).AddDays(day), length, precision));

    [Fact]
    public void A_moment_is_stored_and_read_again() => Prop.ForAll(Moments, static when
        => Wanneer.TryParse(when.Write(), out var again) && again == when).QuickCheckThrowOnFailure();

    [Fact]
    public void A_moment_that_is_shown_is_read_as_the_same_days()
    {
        var kind = new DatumKind();
        var context = RealTree.Context(RealTree.Tree.Questions["wanneer"]);

        Prop.ForAll(Moments, when =>
        {
            var shown = kind.Show(when, context);
            var read = Assert.IsType<Reading.Accepted>(kind.Read(shown, context));
            Assert.True(Wanneer.TryParse(read.Canonical, out var again));
            Assert.Equal((shown, when.Van, when.TotExclusief, when.Precisie), (shown, again.Van, again.TotExclusief, again.Precisie));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("")]
    [InlineData("/|dag|")]
    [InlineData("2026-13-01/2026-13-02|dag|ooit")]
    [InlineData("2026-01-01|dag|ooit")]
    [InlineData("2026-01-01/2026-01-02")]
    public void No_moment_is_made_of(string canonical) => Assert.False(Wanneer.TryParse(canonical, out _));

    [Theory]
    [InlineData("toekomst", "31 december 2026", "fout.datum_toekomst")]
    [InlineData("morgen", "morgen", "fout.datum_toekomst")]
    [InlineData("lang geleden", "3 maart 1912", "fout.datum_te_vroeg")]
    [InlineData("geen datum", "blauw", "fout.datum")]
    [InlineData("leeg", "  ", "fout.leeg")]
    public void A_moment_that_cannot_be_right_is_asked_again(string why, string text, string key)
    {
        var question = RealTree.Tree.Questions["wanneer"];

        Assert.Equal((why, new Reading.Refused(key)), (why, question.Read(text, RealTree.Context(question))));
    }

    [Theory]
    [InlineData("verhaal")]
    [InlineData("wie")]
    [InlineData("gegevens.naam")]
    [InlineData("gegevens.adres")]
    public void Own_words_are_kept_as_they_are(string id)
    {
        var question = RealTree.Tree.Questions[id];
        var texts = id switch
        {
            "gegevens.naam" => new[] { "Søren d'Été-Voorbeeld", "İ. van der Test", "Li" },
            "gegevens.adres" => ["Postbus 12, 1000 AA Teststad", "Rue de l'Exemple 5\n1000 Bruxelles", "p/a Hulphuis, Laan 3, 1234 AB Dorp"],
            _ => ["Het kostte € 12,50 & \"meer\" dan 3 < 4.", "Söz verdiler, tutmadılar.", "شكرا لكم على المساعدة 2026", "Regel een. Regel twee 😢."],
        };

        Assert.All(texts, text =>
        {
            var read = Assert.IsType<Reading.Accepted>(question.Read(text, RealTree.Context(question)));
            Assert.True(question.IsValid(read.Canonical));
            Assert.Equal(text, question.Show(read.Canonical, RealTree.Context(question)));
        });
    }

    private static Wanneer Moment(DateOnly day, int length, string precision)
    {
        var (from, to) = precision switch
        {
            "dag" => (day, day.AddDays(1)),
            "maand" => (new DateOnly(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, 1).AddMonths(1)),
            "jaar" => (new DateOnly(day.Year, 1, 1), new DateOnly(day.Year + 1, 1, 1)),
            _ => (day, day.AddDays(length)),
        };
        return new Wanneer(from, to, precision, "toen");
    }
}
