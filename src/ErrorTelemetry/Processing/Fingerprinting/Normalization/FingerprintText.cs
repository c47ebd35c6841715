using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>Hashes components. Every placeholder counts as the same one, so that it does not matter which detector or parameter found a value.</summary>
internal static class FingerprintText
{
    private const string Generic = "<*>";

    /// <summary>Characters that may stand between two values that are really one: <c>+1 (415) 555-2671</c>.</summary>
    private static readonly SearchValues<char> s_joints = SearchValues.Create(" .,:;/-+()_|=#*");

    /// <summary>SHA-256, in lower-case hex, over the version and each component on a line of its own, in UTF-8.</summary>
    public static string Hash(string version, IReadOnlyList<string> components)
    {
        var length = version.Length + 1;
        for (var i = 0; i < components.Count; i++)
            length += components[i].Length + 1;
        var chars = ArrayPool<char>.Shared.Rent(length);
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(length));
        version.CopyTo(chars);
        var end = version.Length;
        chars[end++] = '\n';
        for (var i = 0; i < components.Count; i++)
        {
            end += WriteGeneric(components[i], chars.AsSpan(end));
            chars[end++] = '\n';
        }
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(chars.AsSpan(0, end), bytes)), hash);
        ArrayPool<char>.Shared.Return(chars);
        ArrayPool<byte>.Shared.Return(bytes);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>Writes the component with every placeholder replaced by the generic one, which is shorter than any, and neighbours joined.</summary>
    private static int WriteGeneric(ReadOnlySpan<char> component, Span<char> output)
    {
        var written = 0;
        while (!component.IsEmpty)
        {
            var open = component.IndexOf('<');
            var plain = open < 0 ? component : component[..open];
            plain.CopyTo(output[written..]);
            written += plain.Length;
            component = component[plain.Length..];
            if (component.IsEmpty)
                break;
            var length = PlaceholderLength(component);
            if (length == 0)
            {
                output[written++] = '<';
                component = component[1..];
                continue;
            }
            // A number's sign may stand outside of what redaction took.
            if (written > 0 && output[written - 1] is '-' or '+' && (written == 1 || !char.IsLetterOrDigit(output[written - 2])))
                written--;
            var bracketed = written > 0 && output[written - 1] == '[' && component.StartsWith(Placeholders.Ip, StringComparison.Ordinal) && component[length..].StartsWith("]", StringComparison.Ordinal);
            if (bracketed)
            {
                // The brackets of [::1]:80 are the address's.
                written--;
                length++;
            }
            component = component[length..];
            for (var next = NextPlaceholder(component); next > 0; next = NextPlaceholder(component))
                component = component[next..];
            Generic.CopyTo(output[written..]);
            written += Generic.Length;
        }
        return written;
    }

    private static int NextPlaceholder(ReadOnlySpan<char> text)
    {
        var gap = text.IndexOfAnyExcept(s_joints);
        if (gap is < 0 or > 4)
            return 0;
        var length = PlaceholderLength(text[gap..]);
        return length == 0 ? 0 : gap + length;
    }

    /// <summary>The length of a <c>&lt;kind&gt;</c> at the start of the text, else 0.</summary>
    private static int PlaceholderLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != '<')
            return 0;
        foreach (var kind in Placeholders.All)
        {
            if (text.StartsWith(kind, StringComparison.Ordinal))
                return kind.Length;
        }
        return 0;
    }
}
