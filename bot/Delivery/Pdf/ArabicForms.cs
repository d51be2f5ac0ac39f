using System.Collections.Frozen;
using System.Text;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>
/// The shapes of an Arabic letter: alone, at the end of a group, at its start and within it. They are read from Unicode itself, which
/// gives every shape a code point that is compatible with its letter, in that order.
/// Source: Unicode Standard, chapter 9.2 and the blocks Arabic Presentation Forms A and B.
/// </summary>
internal static class ArabicForms
{
    private const int Lam = 0x644;
    private const int Tatweel = 0x640;

    private static readonly FrozenDictionary<int, int[]> Letters = Read(static plain => plain.Length == 1 ? plain[0] : 0);

    /// <summary>Lam and the alef behind it are drawn as one; by the alef.</summary>
    private static readonly FrozenDictionary<int, int[]> Alefs = Read(static plain => plain is [(char)Lam, >= '\u0622' and <= '\u0627'] ? plain[1] : 0);

    /// <summary>Whether it joins the letter before it.</summary>
    public static bool JoinsBefore(Rune letter) => letter.Value == Tatweel || Letters.TryGetValue(letter.Value, out var forms) && forms.Length > 1;

    /// <summary>Whether it joins the letter behind it.</summary>
    public static bool JoinsBehind(Rune letter) => letter.Value == Tatweel || Letters.TryGetValue(letter.Value, out var forms) && forms.Length > 2;

    /// <summary>The shape of a letter; the letter itself when Unicode has no shape for it.</summary>
    public static Rune Shape(Rune letter, bool before, bool behind)
        => Letters.TryGetValue(letter.Value, out var forms) && Index(before, behind) < forms.Length ? new Rune(forms[Index(before, behind)]) : letter;

    /// <summary>The sign for lam and this alef together; null when they are no such pair.</summary>
    public static Rune? LamAlef(Rune lam, Rune alef, bool before)
        => lam.Value == Lam && Alefs.TryGetValue(alef.Value, out var forms) ? new Rune(forms[before ? 1 : 0]) : null;

    private static int Index(bool before, bool behind) => (behind ? 2 : 0) + (before ? 1 : 0);

    /// <param name="letter">The letter that a plain text stands for; 0 for none.</param>
    private static FrozenDictionary<int, int[]> Read(Func<string, int> letter)
    {
        var forms = Enumerable.Range(0xFE80, 0x7D).Concat(Enumerable.Range(0xFB50, 0xB0))
            .Select(form => (Letter: letter(((char)form).ToString().Normalize(NormalizationForm.FormKC)), Form: form))
            .Where(static f => f.Letter is >= 0x600 and <= 0x6FF && f.Letter != f.Form)
            .GroupBy(static f => f.Letter, static f => f.Form)
            .ToDictionary(static f => f.Key, static f => f.ToArray());
        if (forms.TryGetValue(0x647, out var heh))
        {
            // The ae of Kurdish and Uyghur looks like a heh that joins nothing behind it, and has no shapes of its own.
            forms.TryAdd(0x6D5, heh[..2]);
        }

        return forms.ToFrozenDictionary();
    }
}
