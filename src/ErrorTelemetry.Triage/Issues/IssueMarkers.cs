using System.Text.RegularExpressions;

namespace ErrorTelemetry.Issues;

/// <summary>The hidden comments by which triage finds its own again. Text from reports can never hold one: its <c>&lt;!--</c> is broken.</summary>
internal static partial class IssueMarkers
{
    public const string Begin = "<!-- error-telemetry:begin -->";
    public const string End = "<!-- error-telemetry:end -->";

    public static string Fingerprint(string fingerprint) => $"<!-- error-telemetry:fingerprint={fingerprint} -->";

    public static string Regression(string fingerprint, int number) => $"<!-- error-telemetry:regression={number} of {fingerprint} -->";

    public static string Pull(string fingerprint) => $"<!-- error-telemetry:pull={fingerprint} -->";

    /// <summary>The fingerprint that an issue's body is about, or <see langword="null"/>.</summary>
    public static string? ReadFingerprint(string? body) =>
        body is not null && FingerprintPattern().Match(body) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The body with the part between the markers replaced and the rest kept; <see langword="null"/> where a person took the markers out.</summary>
    public static string? ReplaceSection(string body, string rendered)
    {
        if (Section(body) is not { } old || Section(rendered) is not { } fresh)
            return null;
        return string.Concat(body.AsSpan(0, old.Start), rendered.AsSpan(fresh.Start, fresh.Length), body.AsSpan(old.Start + old.Length));
    }

    private static (int Start, int Length)? Section(string body)
    {
        var start = body.IndexOf(Begin, StringComparison.Ordinal);
        var end = start < 0 ? -1 : body.IndexOf(End, start, StringComparison.Ordinal);
        return end < 0 ? null : (start, end + End.Length - start);
    }

    [GeneratedRegex("<!-- error-telemetry:fingerprint=([0-9a-f]{64}) -->")]
    private static partial Regex FingerprintPattern();
}
