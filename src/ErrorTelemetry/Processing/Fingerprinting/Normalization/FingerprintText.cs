using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>Hashes components. Every placeholder counts as the same one, so that it does not matter which detector or parameter found a value.</summary>
internal static class FingerprintText
{
    private const string Generic = "<*>";

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
            var start = GenericValues.Start(component);
            var plain = start < 0 ? component : component[..start];
            plain.CopyTo(output[written..]);
            written += plain.Length;
            component = component[plain.Length..];
            if (component.IsEmpty)
                break;
            var length = GenericValues.Length(component);
            if (length == 0)
            {
                output[written++] = component[0];
                component = component[1..];
                continue;
            }
            // A number's sign may stand outside of what redaction took.
            if (written > 0 && output[written - 1] is '-' or '+' && (written == 1 || !char.IsLetterOrDigit(output[written - 2])))
                written--;
            Generic.CopyTo(output[written..]);
            written += Generic.Length;
            component = component[length..];
        }
        return written;
    }
}
