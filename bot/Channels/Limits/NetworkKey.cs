using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace KlachtHulp.Bot.Channels.Limits;

/// <summary>Who a call comes from, for counting: an IPv4 address, or the /64 an IPv6 address belongs to: within it one household has them all.</summary>
internal readonly record struct NetworkKey(ulong Bits, bool IsV6)
{
    private const int V6Length = 16;
    private const int V4Length = 4;

    /// <summary>The same for all instances and versions: sixteen hexadecimal digits for IPv6, eight for IPv4.</summary>
    public override string ToString() => Bits.ToString(IsV6 ? "X16" : "X8", CultureInfo.InvariantCulture);

    public static NetworkKey Of(HttpContext http) => Of(http.Connection.RemoteIpAddress ?? IPAddress.None);

    public static NetworkKey Of(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[V6Length];
        address.TryWriteBytes(bytes, out var length);
        return address.AddressFamily == AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6
            ? new(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes), IsV6: true)
            : new(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes[(length - V4Length)..]), IsV6: false);
    }
}
