using System.Text.Json.Serialization.Metadata;

namespace ErrorTelemetry.Json;

/// <summary>The source-generated JSON contracts of the words: camelCase, <see langword="null"/> left out, times as RFC 3339.</summary>
public static class ErrorTelemetryJson
{
    /// <summary>A report, as clients send it.</summary>
    public static JsonTypeInfo<ErrorReport> Report => ErrorTelemetryJsonContext.Default.ErrorReport;

    /// <summary>An event, as stores keep it.</summary>
    public static JsonTypeInfo<ErrorEvent> Event => ErrorTelemetryJsonContext.Default.ErrorEvent;

    /// <summary>A group.</summary>
    public static JsonTypeInfo<ErrorGroup> Group => ErrorTelemetryJsonContext.Default.ErrorGroup;

    /// <summary>A group's triage state.</summary>
    public static JsonTypeInfo<TriageState> Triage => ErrorTelemetryJsonContext.Default.TriageState;

    /// <summary>A group's releases.</summary>
    public static JsonTypeInfo<IReadOnlyList<GroupRelease>> Releases => ErrorTelemetryJsonContext.Default.IReadOnlyListGroupRelease;

    /// <summary>One frame of a parsed stack.</summary>
    public static JsonTypeInfo<ErrorFrame> Frame => ErrorTelemetryJsonContext.Default.ErrorFrame;

    /// <summary>A list of texts.</summary>
    public static JsonTypeInfo<IReadOnlyList<string>> Strings => ErrorTelemetryJsonContext.Default.IReadOnlyListString;
}
