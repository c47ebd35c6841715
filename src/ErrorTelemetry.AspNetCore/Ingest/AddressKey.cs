using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace ErrorTelemetry.Ingest;

/// <summary>What counts as one client: an IPv4 address, or the /64 of an IPv6 address, which is what one subscriber gets.</summary>
/// <param name="Family">4, 6, or 0 where the transport has no address.</param>
/// <param name="Bits">The address, or the upper half of it.</param>
internal readonly record struct AddressKey(byte Family, ulong Bits)
{
    public static AddressKey Of(IPAddress? address)
    {
        if (address is null)
            return default;
        Span<byte> bytes = stackalloc byte[16];
        if (!address.TryWriteBytes(bytes, out _))
            return default;
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return new AddressKey(4, BinaryPrimitives.ReadUInt32BigEndian(bytes));
        return address.IsIPv4MappedToIPv6
            ? new AddressKey(4, BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]))
            : new AddressKey(6, BinaryPrimitives.ReadUInt64BigEndian(bytes));
    }
}
