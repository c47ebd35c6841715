using System.Collections.ObjectModel;

namespace ErrorTelemetry;

/// <summary>The one empty dictionary that every report and event without tags shares.</summary>
internal static class EmptyTags
{
    public static readonly IReadOnlyDictionary<string, string> Instance = ReadOnlyDictionary<string, string>.Empty;
}
