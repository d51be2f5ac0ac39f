using KlachtHulp.Bot.Content;
using KlachtHulp.Dialogs.Recognizers;

namespace KlachtHulp.Tests.Recognizers;

/// <summary>The words of seeds/taal as the service reads them.</summary>
internal static class Taal
{
    public static Lexicon Lexicon { get; } = LexiconReader.Read(Path.Combine(AppContext.BaseDirectory, "seeds"));

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
