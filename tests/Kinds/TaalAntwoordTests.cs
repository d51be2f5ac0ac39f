using KlachtHulp.Dialogs.Flow;
using KlachtHulp.Tests.Support;

namespace KlachtHulp.Tests.Kinds;

/// <summary>Choices, dates and amounts typed in other languages than Dutch.</summary>
public sealed class TaalAntwoordTests
{
    [Theory]
    [InlineData("en", "2", "kind")]
    [InlineData("ar", "٢", "kind")]
    [InlineData("ar", "۲", "kind")]
    [InlineData("ar", "لطفلي", "kind")]
    [InlineData("tr", "Çocuğum için", "kind")]
    [InlineData("tr", "cocugum icin", "kind")]
    [InlineData("pl", "Dla mojego dziecka", "kind")]
    [InlineData("uk", "За мою дитину", "kind")]
    [InlineData("en", "my daughter", "kind")]
    public void An_option_is_chosen_by_its_number_or_its_words(string language, string typed, string id)
        => Assert.Equal(new Reading.Accepted(id) { Echo = true }, Read(language, "rol", typed));

    [Theory]
    [InlineData("en", "12 March 2025", "2025-03-12")]
    [InlineData("en", "12-03-2025", "2025-03-12")]
    [InlineData("tr", "12 Mart 2025", "2025-03-12")]
    [InlineData("tr", "12 mart 2025", "2025-03-12")]
    [InlineData("ar", "12 مارس 2025", "2025-03-12")]
    [InlineData("ar", "١٢ مارس ٢٠٢٥", "2025-03-12")]
    [InlineData("ar", "١٢-٠٣-٢٠٢٥", "2025-03-12")]
    [InlineData("pl", "12 marca 2025", "2025-03-12")]
    [InlineData("pl", "12.03.2025", "2025-03-12")]
    [InlineData("uk", "12 березня 2025", "2025-03-12")]
    [InlineData("uk", "12.03.2025", "2025-03-12")]
    [InlineData("en", "yesterday", "2026-11-21")]
    [InlineData("tr", "dün", "2026-11-21")]
    [InlineData("ar", "أمس", "2026-11-21")]
    [InlineData("pl", "wczoraj", "2026-11-21")]
    [InlineData("uk", "вчора", "2026-11-21")]
    public void A_date_is_understood(string language, string typed, string day)
        => Assert.StartsWith($"{day}/", Assert.IsType<Reading.Accepted>(Read(language, "eerder.datum", typed)).Canonical, StringComparison.Ordinal);

    [Theory]
    [InlineData("en", "March 2025")]
    [InlineData("tr", "Mart 2025")]
    [InlineData("ar", "مارس 2025")]
    [InlineData("ar", "آذار 2025")]
    [InlineData("pl", "marzec 2025")]
    [InlineData("uk", "березень 2025")]
    public void A_month_is_understood(string language, string typed)
        => Assert.StartsWith("2025-03-01/2025-04-01|maand", Assert.IsType<Reading.Accepted>(Read(language, "eerder.datum", typed)).Canonical, StringComparison.Ordinal);

    /// <summary>In English the month may come first; the twelfth may not become the year 2012, or March of this year.</summary>
    [Theory]
    [InlineData("en", "March 12, 2025")]
    [InlineData("en", "March 12")]
    [InlineData("en", "when it rained")]
    [InlineData("tr", "yağmur yağınca")]
    public void A_date_that_is_not_certain_is_not_guessed(string language, string typed)
        => Assert.True(Read(language, "eerder.datum", typed) is Reading.Refused || Assert.IsType<Reading.Accepted>(Read(language, "eerder.datum", typed)).Canonical.Contains("-03-12/", StringComparison.Ordinal));

    [Theory]
    [InlineData("ar", "١٥٠", "150.00")]
    [InlineData("en", "150 euro", "150.00")]
    [InlineData("uk", "150 євро", "150.00")]
    [InlineData("tr", "150 euro", "150.00")]
    public void An_amount_is_understood(string language, string typed, string amount)
        => Assert.Equal(amount, Assert.IsType<Reading.Accepted>(Read(language, "wens.schade", typed)).Canonical);

    private static Reading Read(string language, string id, string typed)
    {
        var words = RealTree.Klachthulp.Catalogue.In(language);
        return RealTree.Tree.Questions[id].Read(typed, new ReadingContext(RealTree.Today, words.Question(id), RealTree.Klachthulp.Knowledge.In(language)) { Taal = words });
    }
}
