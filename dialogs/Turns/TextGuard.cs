using System.Globalization;
using System.Text;

namespace KlachtHulp.Dialogs.Turns;

/// <summary>What every text goes through before it is read: one Unicode form, and no characters that only steer a screen.</summary>
internal static class TextGuard
{
    /// <summary>Normalised to NFC; control, direction and unassigned characters taken out, line breaks kept as line feeds.</summary>
    public static string Clean(string raw)
    {
        var text = new StringBuilder(raw.Length);
        foreach (var rune in raw.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !IsHidden(rune))
            {
                text.Append(rune.Value == '\t' ? " " : rune.ToString());
            }
        }

        var joined = text.ToString().Trim();
        return joined.IsNormalized(NormalizationForm.FormC) ? joined : joined.Normalize(NormalizationForm.FormC);
    }

    /// <remarks>The joiners stay: they hold emoji and some scripts together.</remarks>
    private static bool IsHidden(Rune rune) => rune.Value is not (0x200C or 0x200D)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse;
}
