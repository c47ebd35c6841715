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

    public static string Hash(string version, IReadOnlyList<string> components)
    {
        var text = new StringBuilder(256).Append(version).Append('\n');
        foreach (var component in components)
        {
            AppendGeneric(text, component);
            text.Append('\n');
        }
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> buffer = stackalloc byte[1024];
        var encoder = Encoding.UTF8.GetEncoder();
        foreach (var chunk in text.GetChunks())
        {
            var chars = chunk.Span;
            while (!chars.IsEmpty)
            {
                encoder.Convert(chars, buffer, flush: false, out var used, out var written, out _);
                sha.AppendData(buffer[..written]);
                chars = chars[used..];
            }
        }
        encoder.Convert([], buffer, flush: true, out _, out var last, out _);
        sha.AppendData(buffer[..last]);
        sha.GetHashAndReset(hash);
        return Convert.ToHexStringLower(hash);
    }

    private static void AppendGeneric(StringBuilder text, ReadOnlySpan<char> component)
    {
        while (!component.IsEmpty)
        {
            var open = component.IndexOf('<');
            if (open < 0)
            {
                text.Append(component);
                return;
            }
            text.Append(component[..open]);
            component = component[open..];
            var length = PlaceholderLength(component);
            if (length == 0)
            {
                text.Append('<');
                component = component[1..];
                continue;
            }
            component = component[length..];
            for (var next = NextPlaceholder(component); next > 0; next = NextPlaceholder(component))
                component = component[next..];
            text.Append(Generic);
        }
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
