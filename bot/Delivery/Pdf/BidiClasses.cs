using System.Globalization;
using System.Text;

namespace KlachtHulp.Bot.Delivery.Pdf;

/// <summary>How a character takes part in the order of a line.</summary>
internal enum BidiClass
{
    Left,
    Right,
    ArabicLetter,
    EuropeanNumber,
    EuropeanSeparator,
    EuropeanTerminator,
    ArabicNumber,
    CommonSeparator,
    Mark,
    Space,
    Neutral,
}

/// <summary>
/// The class of a character, by block and category. Characters that only steer are not here: no text on paper has them any more.
/// Source: Unicode Standard Annex 9, table 4.
/// </summary>
internal static class BidiClasses
{
    public static BidiClass Of(Rune rune) => rune.Value switch
    {
        < 0x300 => Latin(rune),
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => BidiClass.Mark,
        (>= 0x600 and <= 0x605) or (>= 0x660 and <= 0x669) or 0x66B or 0x66C or 0x6DD => BidiClass.ArabicNumber,
        >= 0x6F0 and <= 0x6F9 => BidiClass.EuropeanNumber,
        0x60C => BidiClass.CommonSeparator,
        0x66A => BidiClass.EuropeanTerminator,
        0x606 or 0x607 or 0x60E or 0x60F or 0x6DE or 0x6E9 or 0xFD3E or 0xFD3F => BidiClass.Neutral,
        (>= 0x608 and <= 0x7BF) or (>= 0x860 and <= 0x8FF) or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) => BidiClass.ArabicLetter,
        (>= 0x590 and <= 0x5FF) or (>= 0x7C0 and <= 0x85F) or (>= 0xFB1D and <= 0xFB4F) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF) => BidiClass.Right,
        0x2212 or 0x207A or 0x207B => BidiClass.EuropeanSeparator,
        0x2044 => BidiClass.CommonSeparator,
        (>= 0x2030 and <= 0x2034) or 0x2213 => BidiClass.EuropeanTerminator,
        _ => Other(rune),
    };

    private static BidiClass Latin(Rune rune) => rune.Value switch
    {
        ' ' => BidiClass.Space,
        (>= '0' and <= '9') or 0xB2 or 0xB3 or 0xB9 => BidiClass.EuropeanNumber,
        '+' or '-' => BidiClass.EuropeanSeparator,
        ',' or '.' or '/' or ':' or 0xA0 => BidiClass.CommonSeparator,
        '#' or '%' or 0xB0 or 0xB1 => BidiClass.EuropeanTerminator,
        _ => Other(rune),
    };

    private static BidiClass Other(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.CurrencySymbol => BidiClass.EuropeanTerminator,
        UnicodeCategory.SpaceSeparator => BidiClass.Space,
        _ when Rune.IsLetterOrDigit(rune) => BidiClass.Left,
        UnicodeCategory.LetterNumber or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.PrivateUse => BidiClass.Left,
        _ => BidiClass.Neutral,
    };
}
