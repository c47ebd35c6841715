using System.Buffers;

namespace ErrorTelemetry.Processing.Validation;

/// <summary>Takes out what no text of an error needs and what stores, terminals and browsers choke on: control characters and lone surrogates.</summary>
internal static class TextSanitizer
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(AllSuspects());

    /// <summary>The text without control characters (line feed and tab stay) and with U+FFFD for lone surrogates; the same instance where it is clean.</summary>
    public static string Sanitize(string text)
    {
        var first = text.AsSpan().IndexOfAny(Suspects);
        if (first < 0)
            return text;

        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        text.AsSpan(0, first).CopyTo(buffer);
        var length = first;
        for (var i = first; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                buffer[length++] = c;
                buffer[length++] = text[++i];
            }
            else if (char.IsSurrogate(c))
            {
                buffer[length++] = '\uFFFD';
            }
            else if (c == '\r')
            {
                // Line ends become LF, so that one error reads the same from every system.
                if (i + 1 >= text.Length || text[i + 1] != '\n')
                    buffer[length++] = '\n';
            }
            else if (!char.IsControl(c) || c is '\n' or '\t')
            {
                buffer[length++] = c;
            }
        }

        var clean = length == text.Length && text.AsSpan().SequenceEqual(buffer.AsSpan(0, length)) ? text : new string(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        return clean;
    }

    /// <summary>Whether nothing that a person could read is left.</summary>
    public static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsControl(c) && !char.IsWhiteSpace(c))
                return false;
        }

        return true;
    }

    private static string AllSuspects()
    {
        var all = Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && c is not ('\n' or '\t'));
        return string.Concat(all.Concat(Enumerable.Range(0xD800, 0x800).Select(code => (char)code)));
    }
}
