using KlachtHulp.Bot.Delivery.Afleveren;

namespace KlachtHulp.Bot.Gesprek;

/// <summary>Names of the effects of a conversation.</summary>
public static class Aflevering
{
    /// <summary>Kind of the outbox item that brings a form to the gemeente; its payload is the form as JSON.</summary>
    public const string Soort = Bezorger.Soort;
}
