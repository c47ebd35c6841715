using System.Collections.ObjectModel;

namespace ErrorTelemetry;

/// <summary>Counts what was removed from one report, by kind. Not thread-safe: one instance belongs to one report.</summary>
public sealed class RedactionCounts
{
    /// <summary>The shared empty result.</summary>
    public static IReadOnlyDictionary<string, int> None { get; } = ReadOnlyDictionary<string, int>.Empty;

    private SortedDictionary<string, int>? _counts;

    /// <summary>How many were removed in all.</summary>
    public int Total { get; private set; }

    /// <summary>Counts one removal.</summary>
    /// <param name="kind">The detector's id, as it stands in <c>[redacted:kind]</c>.</param>
    public void Add(string kind)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        _counts ??= new SortedDictionary<string, int>(StringComparer.Ordinal);
        _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
        Total++;
    }

    /// <summary>The counts so far, by kind.</summary>
    public IReadOnlyDictionary<string, int> ToDictionary() =>
        _counts is null ? None : new SortedDictionary<string, int>(_counts, StringComparer.Ordinal);
}
