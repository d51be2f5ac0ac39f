using System.Net;

namespace KlachtHulp.Bot.Channels.Limits;

/// <summary>Proxies of our own: only what they say about an address is believed, and all residents come through them.</summary>
public sealed record TrustedProxies(IReadOnlyList<IPNetwork> Networks)
{
    public bool Any => Networks.Count > 0;

    /// <param name="proxies">Addresses, or networks such as 10.0.0.0/8 where the addresses of proxies come and go.</param>
    /// <exception cref="InvalidOperationException">One is neither.</exception>
    public static TrustedProxies Read(IEnumerable<string> proxies) => new([.. proxies.Select(static text =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new InvalidOperationException($"KlachtHulp:Proxies holds '{text}', which is no address and no network like 10.0.0.0/8."))]);

    public bool Contains(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Networks.Any(network => network.Contains(plain));
    }
}
