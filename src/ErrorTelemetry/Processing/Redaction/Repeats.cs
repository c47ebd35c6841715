using ErrorTelemetry.Processing.Redaction.Scanners;

namespace ErrorTelemetry.Processing.Redaction;

/// <summary>A secret known by its name often stands a second time in the same text, without the name: <c>token = 'x' | 'x'</c>.</summary>
internal static class Repeats
{
    private const int MinChars = 8;
    private const int MaxChars = 512;
    private const int MaxValues = 8;

    /// <summary>What stood behind a name.</summary>
    internal readonly record struct Value(string Text, Detector Detector);

    /// <summary>Keeps a value that is random enough to mean the same wherever it stands.</summary>
    public static void Remember(ref List<Value>? values, ReadOnlySpan<char> value, Detector detector)
    {
        value = value.Trim();
        if (value.Length is < MinChars or > MaxChars || values?.Count >= MaxValues || !Randomness.LooksSecret(value, MinChars)) return;
        values ??= [];
        values.Add(new Value(value.ToString(), detector));
    }

    /// <summary>The text without the values, wherever they still stand.</summary>
    public static string Remove(string text, List<Value> values, RedactionCounts counts)
    {
        foreach (var (value, detector) in values)
        {
            var at = text.IndexOf(value, StringComparison.Ordinal);
            if (at < 0) continue;
            for (; at >= 0; at = text.IndexOf(value, at + value.Length, StringComparison.Ordinal)) counts.Add(detector.Id);
            text = text.Replace(value, detector.Replacement, StringComparison.Ordinal);
        }

        return text;
    }
}
