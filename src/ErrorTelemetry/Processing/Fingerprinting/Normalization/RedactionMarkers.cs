using System.Text;

namespace ErrorTelemetry.Processing.Fingerprinting.Normalization;

/// <summary>The marks that redaction leaves.</summary>
internal static class RedactionMarkers
{
    public const string Start = "[redacted:";

    /// <summary>The length of a mark at the start of the text, else 0.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith(Start, StringComparison.Ordinal))
            return 0;
        var end = text[Start.Length..].IndexOf(']');
        return end is < 0 or > 64 ? 0 : Start.Length + end + 1;
    }

    /// <summary>What a mark counts as: the kinds that a message is parameterised by keep their name, so that a component reads the same either way.</summary>
    public static string Placeholder(ReadOnlySpan<char> mark) => mark[Start.Length..^1] switch
    {
        "email" => Placeholders.Email,
        "ip-address" => Placeholders.Ip,
        "mac-address" => Placeholders.Mac,
        _ => Placeholders.Value,
    };

    /// <summary>The text with everything that a detector finds, and every mark of earlier redaction, replaced by its placeholder.</summary>
    public static string Replace(string text)
    {
        text = FullRedaction.Apply(text);
        if (!text.Contains(Start, StringComparison.Ordinal))
            return text;
        var builder = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var length = Length(text.AsSpan(i));
            if (length > 0)
                builder.Append(Placeholder(text.AsSpan(i, length)));
            else
                builder.Append(text[i]);
            i += Math.Max(1, length);
        }
        return builder.ToString();
    }
}
