using System.Globalization;
using System.Text;

namespace KlachtHulp.Bot.Delivery.Brief;

/// <summary>Builds text in its composed form (NFC).</summary>
/// <remarks>
/// Composing sorts the marks on a letter, which takes the square of their number. No language puts more than a few on one letter, so
/// after thirty the rest is composed by itself: hostile text costs no more than any other, and no mark is lost.
/// Source: Unicode Standard Annex 15, Stream-Safe Text Format.
/// </remarks>
internal sealed class TextComposer(int capacity)
{
    private const int MostMarks = 30;
    private readonly StringBuilder _composed = new(capacity);
    private readonly StringBuilder _open = new(capacity);
    private int _marks;

    public void Append(Rune rune)
    {
        _marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark ? _marks + 1 : 0;
        if (_marks > MostMarks)
        {
            Close();
            _marks = 1;
        }

        Span<char> pair = stackalloc char[2];
        _open.Append(pair[..rune.EncodeToUtf16(pair)]);
    }

    /// <summary>Everything appended so far.</summary>
    public string Compose()
    {
        Close();
        return _composed.ToString();
    }

    private void Close()
    {
        _composed.Append(_open.ToString().Normalize(NormalizationForm.FormC));
        _open.Clear();
    }
}
