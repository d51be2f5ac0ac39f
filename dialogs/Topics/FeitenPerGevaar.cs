using KlachtHulp.Dialogs.Recht;

namespace KlachtHulp.Dialogs.Topics;

/// <summary>The danger that comes before every route, from the kinds seen in a conversation.</summary>
internal static class FeitenPerGevaar
{
    /// <summary>The gravest of them; haste about money or a home is a fact of its own.</summary>
    public static Gevaar Van(IReadOnlyCollection<string> gevaren)
        => gevaren.Contains("zelfdoding") ? Gevaar.Zelfdoding
            : gevaren.Contains("kind") ? Gevaar.Kind
            : gevaren.Contains("geweld") ? Gevaar.Geweld
            : gevaren.Contains("dakloos") ? Gevaar.DakloosVandaag
            : Gevaar.Geen;
}
