using System.Net.Mail;
using System.Security.Cryptography.X509Certificates;

namespace KlachtHulp.Bot.Delivery.Afleveren.Email;

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailTls
{
    /// <summary>STARTTLS, and nothing is sent when the server does not offer it. Port 587 or 25.</summary>
    StartTls,

    /// <summary>TLS from the first byte. Port 465.</summary>
    Direct,

    /// <summary>None; only to a server on this machine.</summary>
    Geen,
}

/// <summary>The section <c>Email</c> of a way of delivering.</summary>
/// <param name="Van">Address of the service.</param>
/// <param name="Aan">Address of the klachtencoordinator.</param>
/// <param name="Gebruiker">Null for a server that asks for no name.</param>
/// <param name="Vertrouwd">Certificate of the authority that signed the server's; null for those the system trusts.</param>
public sealed record EmailSettings(string Server, int Poort, MailTls Tls, string Van, string Aan, string? Gebruiker, string? Wachtwoord, X509Certificate2? Vertrouwd)
{
    /// <exception cref="InvalidOperationException">A setting is missing or unsafe.</exception>
    public static EmailSettings From(IConfigurationSection section)
    {
        var server = AfleverHttp.Required(section, "Server");
        var tls = section.GetValue("Tls", MailTls.StartTls);
        if (tls == MailTls.Geen && server is not ("localhost" or "127.0.0.1" or "::1"))
        {
            throw new InvalidOperationException($"{section.Path}:Tls may be Geen only for a server on this machine.");
        }

        return new EmailSettings(
            server,
            section.GetValue("Poort", tls == MailTls.Direct ? 465 : 587),
            tls,
            Address(section, "Van"),
            Address(section, "Aan"),
            section["Gebruiker"],
            section["Wachtwoord"],
            section["Certificaat"] is { } path ? X509CertificateLoader.LoadCertificateFromFile(path) : null);
    }

    /// <summary>A bare address in ASCII: nothing in it can end a line or begin a header.</summary>
    private static string Address(IConfigurationSection section, string name)
        => MailAddress.TryCreate(AfleverHttp.Required(section, name), out var address) && address.Address == section[name] && address.Address.All(char.IsAscii)
            && !address.Address.Any(static c => char.IsControl(c) || c is '<' or '>' or ' ')
            ? address.Address
            : throw new InvalidOperationException($"{section.Path}:{name} must be one e-mail address.");
}
