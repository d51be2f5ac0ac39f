using System.Text;

namespace KlachtHulp.Bot.Delivery.Afleveren.Webhook;

/// <summary>The section <c>Webhook</c> of a way of delivering.</summary>
/// <param name="Adres">Where the event is posted.</param>
/// <param name="Geheim">Shared with the receiver, who checks the signature with it.</param>
/// <param name="Bron">The <c>source</c> of the event, a URI.</param>
public sealed record WebhookSettings(Uri Adres, byte[] Geheim, string Bron)
{
    /// <summary>Shortest secret, in bytes.</summary>
    private const int ShortestSecret = 32;

    /// <exception cref="InvalidOperationException">A setting is missing or unsafe.</exception>
    public static WebhookSettings From(IConfigurationSection section)
    {
        var secret = Encoding.UTF8.GetBytes(AfleverHttp.Required(section, "Geheim"));
        return secret.Length >= ShortestSecret
            ? new(AfleverHttp.Address(section, "Adres"), secret, section["Bron"] ?? "urn:klachthulp")
            : throw new InvalidOperationException($"{section.Path}:Geheim must be at least {ShortestSecret} bytes.");
    }
}
