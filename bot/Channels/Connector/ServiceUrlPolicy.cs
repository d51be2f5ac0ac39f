using System.Net;
using System.Net.Sockets;

namespace KlachtHulp.Bot.Channels.Connector;

/// <summary>To which addresses a reply may go. What a channel sends as serviceUrl is where we would bring our token, so almost nothing is allowed.</summary>
public sealed class ServiceUrlPolicy(ConnectorSettings settings)
{
    /// <summary>Reads a serviceUrl.</summary>
    /// <returns>false for everything that is not https to a known host on its usual port, or in development http to a loopback address.</returns>
    public bool TryRead(string? text, out Uri address)
    {
        address = settings.Metadata;
        if (text is null || text.Length > 512 || text.Any(IsSuspect) || !Uri.TryCreate(text, UriKind.Absolute, out var parsed))
        {
            return false;
        }

        address = parsed;
        return parsed.UserInfo.Length == 0 && (IsDevelopers(parsed) || IsKnown(parsed));
    }

    /// <summary>Whether a name turned out to be somewhere a reply may go: never inside our own network.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetwork ? IsPublicV4(plain.GetAddressBytes()) : IsPublicV6(plain);
    }

    /// <summary>Letters that real channels do not use and readers of addresses do not agree on.</summary>
    private static bool IsSuspect(char letter) => !char.IsAscii(letter) || char.IsControl(letter) || letter is ' ' or '\\' or '@' or '#' or '?';

    private bool IsDevelopers(Uri address) => settings.AllowLoopback && address.Scheme == Uri.UriSchemeHttp && IsPlainLoopback(address.OriginalString);

    /// <summary>Written as people write it: other notations of the same address are how filters are passed.</summary>
    private static bool IsPlainLoopback(string text)
        => text.StartsWith("http://127.0.0.1:", StringComparison.Ordinal) || text.StartsWith("http://[::1]:", StringComparison.Ordinal)
            || text.StartsWith("http://localhost:", StringComparison.Ordinal);

    private bool IsKnown(Uri address)
        => address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && address.HostNameType == UriHostNameType.Dns
            && settings.ServiceHosts.Any(host => Matches(address.Host, host));

    private static bool Matches(string host, string known)
        => known.StartsWith('.')
            ? host.Length > known.Length && host.EndsWith(known, StringComparison.OrdinalIgnoreCase)
            : string.Equals(host, known, StringComparison.OrdinalIgnoreCase);

    private static bool IsPublicV4(byte[] ip) => (ip[0], ip[1], ip[2]) switch
    {
        (0 or 10 or 127, _, _) => false,
        (100, >= 64 and <= 127, _) => false,
        (169, 254, _) => false,
        (172, >= 16 and <= 31, _) => false,
        (192, 0, 0 or 2) => false,
        (192, 88, 99) => false,
        (192, 168, _) => false,
        (198, 18 or 19, _) => false,
        (198, 51, 100) => false,
        (203, 0, 113) => false,
        ( >= 224, _, _) => false,
        _ => true,
    };

    /// <summary>Global unicast without the ranges that carry an IPv4 address or are for documents.</summary>
    private static bool IsPublicV6(IPAddress ip)
    {
        var bytes = ip.GetAddressBytes();
        var global = (bytes[0] & 0xE0) == 0x20;
        var teredoOrDocs = bytes[0] == 0x20 && bytes[1] == 0x01 && ((bytes[2] == 0x00 && bytes[3] == 0x00) || (bytes[2] == 0x0D && bytes[3] == 0xB8));
        var sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        return global && !teredoOrDocs && !sixToFour;
    }
}
