namespace KlachtHulp.Dialogs.Recognizers;

/// <summary>Something found in a text.</summary>
/// <param name="Value">Its canonical form, without spaces.</param>
/// <param name="Text">As it was written.</param>
/// <param name="Position">Offset in the text.</param>
public sealed record Found(string Value, string Text, int Position)
{
    /// <summary>Offset just after it.</summary>
    public int End => Position + Text.Length;
}
