using System.Text;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>The sign that is drawn for a bracket in text that runs from right to left. Source: Unicode Standard Annex 9, L4.</summary>
internal static class Mirror
{
    private const string Pairs = "()[]{}<>«»‹›≤≥";

    public static Rune Of(Rune sign)
    {
        var at = sign.IsBmp ? Pairs.IndexOf((char)sign.Value, StringComparison.Ordinal) : -1;
        return at < 0 ? sign : new Rune(Pairs[at ^ 1]);
    }
}
