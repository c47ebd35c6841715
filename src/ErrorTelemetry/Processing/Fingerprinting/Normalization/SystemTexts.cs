using System.Buffers;
using System.Globalization;

namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>
/// What systems say of a failed connection, each in its own words and with its own number
/// (https://learn.microsoft.com/windows/win32/winsock/windows-sockets-error-codes-2, errno.h): the words of Linux stand for all.
/// </summary>
internal static class SystemTexts
{
    /// <summary>Linux's words, then macOS' and Windows'; the numbers of Windows, Linux and macOS.</summary>
    private static readonly (string Text, string[] Others, int[] Codes)[] s_errors =
    [
        ("Connection refused", ["No connection could be made because the target machine actively refused it"], [10061, 111, 61]),
        ("Connection reset by peer", ["An existing connection was forcibly closed by the remote host"], [10054, 104, 54]),
        ("Connection timed out", ["Operation timed out", "A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed to respond"], [10060, 110, 60]),
        ("Name or service not known", ["nodename nor servname provided, or not known", "No such host is known"], [11001, -131073]),
        ("Temporary failure in name resolution", ["This is usually a temporary error during hostname resolution and means that the local server did not receive a response from an authoritative server"], [11002]),
        ("No address associated with hostname", ["The requested name is valid, but no data of the requested type was found"], [11004]),
        ("Network is unreachable", ["A socket operation was attempted to an unreachable network"], [10051, 101, 51]),
        ("No route to host", ["A socket operation was attempted to an unreachable host"], [10065, 113, 65]),
        ("Address already in use", ["Only one usage of each socket address (protocol/network address/port) is normally permitted"], [10048, 98, 48]),
        ("Cannot assign requested address", ["Can't assign requested address", "The requested address is not valid in its context"], [10049, 99, 49]),
        ("Permission denied", ["An attempt was made to access a socket in a way forbidden by its access permissions"], [10013, 13]),
        ("Software caused connection abort", ["An established connection was aborted by the software in your host machine"], [10053, 103, 53]),
        ("Operation canceled", ["The I/O operation has been aborted because of either a thread exit or an application request"], [995, 125, 89]),
        ("Too many open files", ["An operation on a socket could not be performed because the system lacked sufficient buffer space or because a queue was full"], [10055, 10024, 24]),
    ];

    private static readonly SearchValues<string> s_search = SearchValues.Create([.. s_errors.SelectMany(e => e.Others)], StringComparison.Ordinal);

    /// <summary>The message with what another system says replaced by Linux's words; the same instance where it says nothing.</summary>
    public static string Unify(string message)
    {
        if (!message.AsSpan().ContainsAny(s_search))
            return message;
        foreach (var (text, others, _) in s_errors)
        {
            foreach (var other in others)
            {
                // Windows ends its sentences.
                message = message.Replace(other + ".", text, StringComparison.Ordinal).Replace(other, text, StringComparison.Ordinal);
            }
        }
        return message;
    }

    /// <summary>Linux's words for the number that <c>SocketException (10061): …</c> prints, whatever the language of its text; <see langword="null"/> for another error.</summary>
    /// <param name="type">The exception's type.</param>
    /// <param name="header">The text up to its message.</param>
    public static string? Of(string? type, ReadOnlySpan<char> header)
    {
        if (type is not "System.Net.Sockets.SocketException" || !header.EndsWith("): ", StringComparison.Ordinal))
            return null;
        var digits = header[(header.LastIndexOf('(') + 1)..^3];
        if (!int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code))
            return null;
        foreach (var (text, _, codes) in s_errors)
        {
            if (Array.IndexOf(codes, code) >= 0)
                return text;
        }
        return null;
    }
}
