using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ErrorTelemetry.Processing.Validation;

/// <summary>Reads JSON strings as browsers write them: <c>JSON.stringify</c> of older ones leaves lone surrogates, which the framework's reader refuses.</summary>
internal static class JsonText
{
    public static string Read(ref Utf8JsonReader reader)
    {
        var raw = reader.ValueSpan;
        if (!reader.ValueIsEscaped || !MayHoldSurrogateEscape(raw))
            return reader.GetString()!;
        return Unescape(raw);
    }

    private static bool MayHoldSurrogateEscape(ReadOnlySpan<byte> raw) =>
        raw.IndexOf("\\ud"u8) >= 0 || raw.IndexOf("\\uD"u8) >= 0;

    private static string Unescape(ReadOnlySpan<byte> raw)
    {
        var text = Encoding.UTF8.GetString(raw);
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                buffer[length++] = text[i];
                continue;
            }

            i++;
            buffer[length++] = text[i] switch
            {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\b',
                'f' => '\f',
                'u' => (char)ushort.Parse(text.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                var other => other,
            };
            if (text[i] == 'u')
                i += 4;
        }

        var result = new string(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        return result;
    }
}
